//! Whether a head may be answered at all. What is not HTTP, hyper has refused before.

use fastr_status::{HTTP_400_BAD_REQUEST, HTTP_414_URI_TOO_LONG, HTTP_501_NOT_IMPLEMENTED};
use http::header::{CONNECTION, HOST, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderValue, Version};
use http_body::Body as _;

use super::{Call, Payload, RequestParts};
use crate::error::HttpException;

/// Whether a request may be answered whose target may be so long.
///
/// A request of HTTP/1.1 that came over a connection has one Host (RFC 9112, section 3.2), and a body that is encoded in another way than in chunks cannot
/// be read (section 6.1): what follows on its connection would be taken for a request.
#[expect(clippy::inline_always, reason = "each request is asked")]
#[inline(always)]
pub fn is_fit(call: &Call, uri_length: usize) -> bool {
    let head = &call.head;
    let is_addressed = match host(&head.headers) {
        Some(host) => is_host(host) && is_single(&head.headers),
        None => !(call.peer.is_remote && head.version == Version::HTTP_11),
    };
    let has_body = || matches!(&call.payload, Payload::Stream(body) if !body.is_end_stream());
    is_addressed && target_length(head) <= uri_length && (!has_body() || is_readable(&head.headers))
}

fn target_length(head: &RequestParts) -> usize {
    let target = head.uri.path_and_query();
    target.map_or(0, |target| target.as_str().len())
}

/// Most clients send it first, as RFC 9110, section 7.2, recommends; then nothing is looked up.
fn host(headers: &HeaderMap) -> Option<&HeaderValue> {
    match headers.iter().next() {
        Some((name, value)) if name == HOST => Some(value),
        _ => look_up(headers),
    }
}

#[inline(never)]
fn look_up(headers: &HeaderMap) -> Option<&HeaderValue> {
    headers.get(HOST)
}

/// Where no header comes twice, this one does not either.
fn is_single(headers: &HeaderMap) -> bool {
    headers.len() == headers.keys_len() || has_one(headers)
}

#[inline(never)]
fn has_one(headers: &HeaderMap) -> bool {
    headers.get_all(HOST).iter().nth(1).is_none()
}

#[inline(never)]
fn is_readable(headers: &HeaderMap) -> bool {
    let mut encodings = headers.get_all(TRANSFER_ENCODING).iter();
    encodings.next().is_none_or(is_chunked) && encodings.next().is_none()
}

/// What is wrong with the head of a request that is not fit.
pub fn fault(head: &RequestParts, uri_length: usize) -> HttpException {
    if target_length(head) > uri_length {
        return HttpException::of(HTTP_414_URI_TOO_LONG);
    }
    let refused = if is_readable(&head.headers) {
        HttpException::new(HTTP_400_BAD_REQUEST, "Invalid host header")
    } else {
        HttpException::new(HTTP_501_NOT_IMPLEMENTED, "Unknown transfer encoding")
    };
    refused.header(CONNECTION.as_str(), "close")
}

/// Whether these are characters of a host and its port, with all that RFC 3986, section 3.2.2, lets a name have. All of them
/// are looked at together.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "a branch would keep the compiler from looking at all together"
)]
fn all_fit(bytes: &[u8]) -> bool {
    bytes.iter().fold(true, |all, &byte| {
        let letter = byte | 0x20;
        let is_letter = letter.is_ascii_lowercase();
        let is_digit_or_mark = (b'$'..=b';').contains(&byte) & (byte != b'/');
        let is_other_mark = (byte == b'!')
            | (byte == b'=')
            | (byte == b'[')
            | (byte == b']')
            | (byte == b'_')
            | (byte == b'~');
        all & (is_letter | is_digit_or_mark | is_other_mark)
    })
}

/// Most hosts are the two ends of one with eight to sixteen characters, which may overlap.
fn is_host(value: &HeaderValue) -> bool {
    let bytes = value.as_bytes();
    match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) if bytes.len() <= 16 => all_fit([*first, *last].as_flattened()),
        _ => is_other_host(bytes),
    }
}

#[inline(never)]
fn is_other_host(bytes: &[u8]) -> bool {
    all_fit(bytes)
}

fn is_chunked(value: &HeaderValue) -> bool {
    value.as_bytes().trim_ascii().eq_ignore_ascii_case(b"chunked")
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::super::Peer;
    use super::*;
    use crate::body::Body;

    const REMOTE: Peer = Peer {
        address: None,
        is_secure: false,
        is_remote: true,
        is_last: false,
        has_body: true,
    };

    #[test]
    fn a_host_has_the_characters_of_names_and_addresses() {
        let marks = b"-._~!$&'()*+,;=%:[]";
        for byte in 0..=u8::MAX {
            let fits = byte.is_ascii_alphanumeric() || marks.contains(&byte);
            assert_eq!(all_fit(&[byte]), fits, "{byte:#x}");
            for length in [1, 8, 9, 16, 17, 40] {
                for at in 0..length {
                    let mut host = vec![b'a'; length];
                    host[at] = byte;
                    if let Ok(value) = HeaderValue::from_bytes(&host) {
                        assert_eq!(is_host(&value), fits, "{value:?}");
                    }
                }
            }
        }
    }

    /// The status with which a request is refused that has a body and came over a connection, if it is.
    fn refused(request: http::Request<()>) -> Option<u16> {
        let body = Body::from(Bytes::from_static(b"a body"));
        let common = Box::leak(Box::default());
        let call = Call::new(request.into_parts().0, REMOTE, Payload::Stream(body), common);
        (!is_fit(&call, 10)).then(|| fault(&call.head, 10).status())
    }

    fn status(version: Version, headers: &[(&str, &str)]) -> Option<u16> {
        let mut request = http::Request::get("/").version(version);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        refused(request.body(()).unwrap_or_default())
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
            (&[("host", "example.com:8000")], None),
            (&[("host", "/xample.com:8000")], Some(400)),
            (&[("host", "example /com:8000")], Some(400)),
            (&[("host", "an.example.com:80/")], Some(400)),
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
            assert_eq!(refused(request.unwrap_or_default()), expected, "{target}");
        }
    }
}
