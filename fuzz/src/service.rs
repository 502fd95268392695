//! The whole service: any request to an application with operations of each kind.

use std::sync::LazyLock;

use fastr::{Body, Bytes, Service};
use http::header::{ALLOW, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri};
use serde_json::Value;
use tokio::runtime::Runtime;

use crate::operations;
use crate::pieces::in_pieces;

/// The greatest body of an answer; none is near it.
const MOST: usize = 1 << 20;

struct Subject {
    services: [Service; 2],
    runtime: Runtime,
}

static SUBJECT: LazyLock<Subject> = LazyLock::new(|| Subject {
    services: [false, true].map(|is_surrounded| {
        let service = operations::app(is_surrounded).service();
        service.expect("the application starts")
    }),
    runtime: tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("there is a runtime"),
});

/// A request that can be made several times.
struct Asked<'data> {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: &'data [u8],
}

/// An answer, read to its end.
#[derive(Debug, PartialEq)]
struct Answer {
    status: u16,
    headers: HeaderMap,
    body: Bytes,
}

/// The input is a line of sizes, one byte each, in which the body comes, and then the request as HTTP/1.1 has it, but for the
/// version: a line with method and target, the headers, an empty line, and the body.
pub fn service(data: &[u8]) {
    let Some((sizes, asked)) = request(data) else {
        return;
    };
    let sizes: Vec<usize> = sizes.iter().map(|&size| size.into()).collect();
    for service in SUBJECT.services {
        let answer = ask(service, &asked, &asked.method, asked.body.to_vec().into());
        assert_sound(&asked, &answer);
        // Whether there is a body is known from the head; a stream of nothing would have been one.
        if !sizes.is_empty() && !asked.body.is_empty() {
            let pieces = ask(service, &asked, &asked.method, in_pieces(asked.body, &sizes));
            // Which is found first, that there is too much of it or that it is wrong, depends on what is there.
            if pieces.status == 413 || answer.status == 413 {
                assert!(
                    pieces.status >= 400 && answer.status >= 400,
                    "{pieces:?}, {answer:?}"
                );
            } else {
                assert_eq!(pieces, answer, "in pieces of {sizes:?}");
            }
        }
        if asked.method == Method::GET && !has_head_alone(&answer) {
            let head = ask(service, &asked, &Method::HEAD, asked.body.to_vec().into());
            assert_sound_head(&head, &answer);
        }
        assert_allowed(service, &asked, &answer);
        assert_eq!(
            service.undeclared(),
            0,
            "{} {}: {answer:?}",
            asked.method,
            asked.uri
        );
    }
}

fn request(data: &[u8]) -> Option<(&[u8], Asked<'_>)> {
    let (sizes, rest) = line(data)?;
    let (first, mut rest) = line(rest)?;
    let space = first.iter().position(|&byte| byte == b' ')?;
    let mut headers = HeaderMap::new();
    while let Some((header, behind)) = line(rest) {
        rest = behind;
        if header.is_empty() {
            break;
        }
        let colon = header.iter().position(|&byte| byte == b':')?;
        let name = HeaderName::from_bytes(&header[..colon]).ok()?;
        let value = HeaderValue::from_bytes(header[colon + 1..].trim_ascii()).ok()?;
        headers.try_append(name, value).ok()?;
    }
    let asked = Asked {
        method: Method::from_bytes(&first[..space]).ok()?,
        uri: Uri::try_from(&first[space + 1..]).ok()?,
        headers,
        body: rest,
    };
    Some((sizes, asked))
}

fn line(data: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = data.iter().position(|&byte| byte == b'\n')?;
    Some((&data[..end], &data[end + 1..]))
}

fn ask(service: Service, asked: &Asked<'_>, method: &Method, body: Body) -> Answer {
    let mut request = Request::new(body);
    *request.method_mut() = method.clone();
    *request.uri_mut() = asked.uri.clone();
    request.headers_mut().clone_from(&asked.headers);
    let (head, body) = SUBJECT.runtime.block_on(async {
        let (head, body) = service.answer(request).await.into_parts();
        (head, body.collect(MOST).await.expect("the answer is whole"))
    });
    Answer {
        status: head.status.as_u16(),
        headers: head.headers,
        body,
    }
}

/// What is true of every answer of this application.
fn assert_sound(asked: &Asked<'_>, answer: &Answer) {
    let status = answer.status;
    // An encoding that nobody here knows (RFC 9112, section 6.1).
    let is_unknown = status == 501 && asked.headers.contains_key(TRANSFER_ENCODING);
    assert!((200..500).contains(&status) || is_unknown, "{answer:?}");
    if matches!(status, 204 | 205 | 304) || asked.method == Method::HEAD {
        assert!(answer.body.is_empty(), "{answer:?}");
    }
    if matches!(status, 204 | 304) {
        for name in [CONTENT_LENGTH, CONTENT_TYPE] {
            assert!(!answer.headers.contains_key(&name), "{answer:?}");
        }
    }
    if let Some(length) = answer.headers.get(CONTENT_LENGTH)
        && asked.method != Method::HEAD
    {
        let told = length.to_str().ok().and_then(|length| length.parse().ok());
        assert_eq!(told, Some(answer.body.len()), "{answer:?}");
    }
    if status >= 400 && asked.method != Method::HEAD {
        let told: Value = serde_json::from_slice(&answer.body).expect("an error is JSON");
        let detail = &told["detail"];
        let is_told = if status == 422 {
            detail.as_array().is_some_and(|mistakes| !mistakes.is_empty())
        } else {
            detail.as_str().is_some_and(|detail| !detail.is_empty())
        };
        assert!(is_told, "{answer:?}");
    }
}

/// Whether an answer to GET says that its path answers HEAD, which is then no GET without the body.
fn has_head_alone(answer: &Answer) -> bool {
    let allowed = answer.headers.get(ALLOW).and_then(|allow| allow.to_str().ok());
    answer.status == 405 && allowed.is_some_and(|allowed| allowed.split(", ").any(|method| method == "HEAD"))
}

/// HEAD is GET without the body (RFC 9110, section 9.3.2).
fn assert_sound_head(head: &Answer, get: &Answer) {
    assert_eq!(head.status, get.status);
    assert!(head.body.is_empty(), "{head:?}");
    let without_length = |answer: &Answer| {
        let mut headers = answer.headers.clone();
        headers.remove(CONTENT_LENGTH);
        headers
    };
    assert_eq!(without_length(head), without_length(get));
    if let Some(length) = head.headers.get(CONTENT_LENGTH) {
        assert_eq!(
            length.to_str().ok(),
            Some(get.body.len().to_string().as_str()),
            "{head:?}"
        );
    }
}

/// 405 says what is allowed (RFC 9110, section 15.5.6), and so it is.
fn assert_allowed(service: Service, asked: &Asked<'_>, answer: &Answer) {
    if answer.status != 405 {
        return;
    }
    let allowed = answer.headers.get(ALLOW).and_then(|allow| allow.to_str().ok());
    let allowed: Vec<&str> = allowed.expect("405 says what is allowed").split(", ").collect();
    assert!(!allowed.contains(&asked.method.as_str()), "{answer:?}");
    for method in allowed {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let other = ask(service, asked, &method, Body::empty());
        assert_ne!(other.status, 405, "{method}: {other:?}");
    }
}
