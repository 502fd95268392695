//! Whether a head may be answered at all. What is not HTTP, hyper has refused before.

use fastr_status::{HTTP_400_BAD_REQUEST, HTTP_414_URI_TOO_LONG, HTTP_501_NOT_IMPLEMENTED};
use http::header::{CONNECTION, HOST, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderValue, Version};
use http_body::Body as _;

use super::{Peer, RequestParts};
use crate::body::Body;
use crate::error::HttpException;

/// What is wrong with the head of a request whose target may be so long, if anything is.
///
/// A request of HTTP/1.1 that came over a connection has one Host (RFC 9112, section 3.2), and a body that is encoded in another way than in chunks cannot
/// be read (section 6.1): what follows on its connection would be taken for a request.
#[inline]
pub fn fault(head: &RequestParts, body: &Body, peer: &Peer, uri_length: usize) -> Option<HttpException> {
    let length = head
        .uri
        .path_and_query()
        .map_or(0, |target| target.as_str().len());
    let is_addressed = match host(&head.headers) {
        Some(host) => is_host(host) && is_single(&head.headers),
        None => !(peer.is_remote && head.version == Version::HTTP_11),
    };
    let is_fit = is_addressed && length <= uri_length && (body.is_end_stream() || is_readable(&head.headers));
    (!is_fit).then(|| refusal(head, length > uri_length))
}

/// Most clients send it first, as RFC 9110, section 7.2, recommends; then nothing is looked up.
fn host(headers: &HeaderMap) -> Option<&HeaderValue> {
    match headers.iter().next() {
        Some((name, value)) if name == HOST => Some(value),
        _ => headers.get(HOST),
    }
}

/// Where no header comes twice, this one does not either.
fn is_single(headers: &HeaderMap) -> bool {
    headers.len() == headers.keys_len() || headers.get_all(HOST).iter().nth(1).is_none()
}

fn is_readable(headers: &HeaderMap) -> bool {
    let mut encodings = headers.get_all(TRANSFER_ENCODING).iter();
    encodings.next().is_none_or(is_chunked) && encodings.next().is_none()
}

#[cold]
fn refusal(head: &RequestParts, is_too_long: bool) -> HttpException {
    if is_too_long {
        return HttpException::of(HTTP_414_URI_TOO_LONG);
    }
    let refused = if is_readable(&head.headers) {
        HttpException::new(HTTP_400_BAD_REQUEST, "Invalid host header")
    } else {
        HttpException::new(HTTP_501_NOT_IMPLEMENTED, "Unknown transfer encoding")
    };
    refused.header(CONNECTION.as_str(), "close")
}

/// The characters of a host and its port, with all that RFC 3986, section 3.2.2, lets a name have.
const IN_HOST: [bool; 256] = {
    let mut all = [false; 256];
    let (marks, mut at) = (b"-._~!$&'()*+,;=%:[]", 0);
    while at < marks.len() {
        all[marks[at] as usize] = true;
        at += 1;
    }
    let mut byte: u8 = 0;
    while byte.is_ascii() {
        all[byte as usize] |= byte.is_ascii_alphanumeric();
        byte += 1;
    }
    all
};

fn is_host(value: &HeaderValue) -> bool {
    value.as_bytes().iter().all(|&byte| IN_HOST[usize::from(byte)])
}

fn is_chunked(value: &HeaderValue) -> bool {
    value.as_bytes().trim_ascii().eq_ignore_ascii_case(b"chunked")
}

#[cfg(test)]
mod tests {
    use super::*;

    const REMOTE: Peer = Peer {
        address: None,
        is_secure: false,
        is_remote: true,
        is_last: false,
    };

    fn status(version: Version, headers: &[(&str, &str)]) -> Option<u16> {
        let mut request = http::Request::get("/").version(version);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (head, ()) = request.body(()).unwrap_or_default().into_parts();
        fault(&head, &Body::from("body"), &REMOTE, 10).map(|fault| fault.status())
    }

    #[test]
    fn a_request_has_one_host() {
        for (headers, expected) in [
            (&[("host", "localhost:8000")][..], None),
            (&[("host", "[::1]:8000")], None),
            (&[("host", "")], None),
            (&[], Some(400)),
            (&[("host", "a"), ("host", "a")], Some(400)),
            (&[("host", "a b")], Some(400)),
            (&[("host", "a/b")], Some(400)),
            (&[("host", "user@a")], Some(400)),
        ] {
            assert_eq!(status(Version::HTTP_11, headers), expected, "{headers:?}");
        }
        for version in [Version::HTTP_10, Version::HTTP_2] {
            assert_eq!(status(version, &[]), None);
            assert_eq!(status(version, &[("host", "a"), ("host", "b")]), Some(400));
        }
    }

    #[test]
    fn a_body_comes_in_chunks_or_with_a_length() {
        for (encodings, expected) in [
            (&["chunked"][..], None),
            (&["Chunked "], None),
            (&["gzip, chunked"], Some(501)),
            (&["chunked, chunked"], Some(501)),
            (&["gzip", "chunked"], Some(501)),
            (&["chunked", "chunked"], Some(501)),
        ] {
            let mut headers = vec![("host", "a")];
            headers.extend(encodings.iter().map(|encoding| ("transfer-encoding", *encoding)));
            assert_eq!(status(Version::HTTP_11, &headers), expected, "{encodings:?}");
        }
    }

    #[test]
    fn a_target_is_not_too_long() {
        for (target, expected) in [
            ("/123456789", None),
            ("/1234?6789", None),
            ("/1234567890", Some(414)),
        ] {
            let request = http::Request::get(target).header("host", "a").body(());
            let (head, ()) = request.unwrap_or_default().into_parts();
            assert_eq!(
                fault(&head, &Body::from("body"), &REMOTE, 10).map(|fault| fault.status()),
                expected,
                "{target}"
            );
        }
    }
}
