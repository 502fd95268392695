//! Headers, and the cookies in one of them.

use std::sync::LazyLock;

use fastr::{Body, get};
use http::{HeaderMap, HeaderName, HeaderValue, Request};
use serde_json::Value;

use crate::kinds::{self, Filter, Strict, of_each_kind};
use crate::subject::{Answer, Subject};

of_each_kind! { #[get("/headers/kinds")] header }

#[get("/headers/filter")]
fn filter(#[header] filter: Filter) -> Filter {
    filter
}

#[get("/headers/strict")]
fn strict(#[header] strict: Strict) -> Strict {
    strict
}

mod cookies {
    //! The same from cookies.

    use super::{Filter, Strict, get, of_each_kind};

    of_each_kind! { #[get("/cookies/kinds")] cookie }

    #[get("/cookies/filter")]
    fn filter(#[cookie] filter: Filter) -> Filter {
        filter
    }

    #[get("/cookies/strict")]
    fn strict(#[cookie] strict: Strict) -> Strict {
        strict
    }
}

static SUBJECT: LazyLock<Subject> = LazyLock::new(|| Subject::of(module_path!()));

/// The input is lines with a header each, which every operation is sent.
pub fn headers_and_cookies(data: &[u8]) {
    let mut headers = HeaderMap::new();
    for (name, value) in data.split(|&byte| byte == b'\n').filter_map(header) {
        if headers.try_append(name, value).is_err() {
            return;
        }
    }
    for path in ["/headers/kinds", "/headers/filter", "/headers/strict"] {
        let answer = ask(path, &headers, "header");
        if answer.is_accepted() {
            assert_headers_said_again(path, &answer.json());
        }
    }
    for path in ["/cookies/kinds", "/cookies/filter", "/cookies/strict"] {
        let answer = ask(path, &headers, "cookie");
        if answer.is_accepted() {
            assert_cookies_said_again(path, &answer.json());
        }
    }
}

fn header(line: &[u8]) -> Option<(HeaderName, HeaderValue)> {
    let colon = line.iter().position(|&byte| byte == b':')?;
    let name = HeaderName::from_bytes(&line[..colon]).ok()?;
    let value = HeaderValue::from_bytes(line[colon + 1..].trim_ascii()).ok()?;
    Some((name, value))
}

fn ask(path: &str, headers: &HeaderMap, source: &str) -> Answer {
    let mut request = Request::get(path).body(Body::empty()).expect("a request");
    request.headers_mut().clone_from(headers);
    SUBJECT.ask(request, &[source])
}

fn assert_headers_said_again(path: &str, said: &Value) {
    let mut headers = HeaderMap::new();
    for (name, value) in kinds::pairs(said) {
        let name = HeaderName::try_from(name.replace('_', "-")).expect("a header's name");
        headers.append(name, latin1(&value));
    }
    let again = ask(path, &headers, "header");
    assert!(again.is_accepted(), "{headers:?}: {}", again.shown());
    assert_eq!(again.json(), *said, "{headers:?}");
}

fn assert_cookies_said_again(path: &str, said: &Value) {
    let pairs = kinds::pairs(said)
        .into_iter()
        .map(|(name, value)| format!("{name}=\"{value}\""));
    let cookie = latin1(&pairs.collect::<Vec<_>>().join("; "));
    let headers = HeaderMap::from_iter([(http::header::COOKIE, cookie.clone())]);
    let again = ask(path, &headers, "cookie");
    assert!(again.is_accepted(), "{cookie:?}: {}", again.shown());
    assert_eq!(again.json(), *said, "{cookie:?}");
}

/// The bytes of a text that came from a header: each of its characters was one.
fn latin1(text: &str) -> HeaderValue {
    let bytes: Result<Vec<u8>, _> = text.chars().map(u8::try_from).collect();
    HeaderValue::from_bytes(&bytes.expect("bytes")).expect("what was in a header")
}
