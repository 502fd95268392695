//! Cookies of several hands on one response: each is sent.

use fastr::{App, Body, Cookie, HttpException, JsonResponse, Response, ResponseParts, WithHeaders, get};

use crate::support::{Server, bare};

fn cookie(name: &str) -> Cookie {
    Cookie::new(name, "1").path(None).same_site(None)
}

fn set(response: &mut ResponseParts) {
    response.set_cookie(&cookie("a"));
    response.set_cookie(&cookie("b"));
    response.set_header("x-who", "the parts");
}

#[get("/value")]
async fn value(response: &mut ResponseParts) -> WithHeaders<bool> {
    set(response);
    WithHeaders::new(true)
        .cookie(&cookie("c"))
        .header("x-who", "the value")
}

#[get("/json", responses(200))]
async fn json(response: &mut ResponseParts) -> JsonResponse<bool> {
    set(response);
    JsonResponse::new(true)
        .cookie(&cookie("c"))
        .header("x-who", "the value")
}

#[get("/raw", responses(200))]
async fn raw(response: &mut ResponseParts) -> Response {
    set(response);
    let mut response = Response::new(Body::empty());
    let headers = response.headers_mut();
    headers.insert("set-cookie", (&cookie("c")).into());
    headers.insert("x-who", "the value".parse().expect("a value"));
    response
}

#[get("/raised", raises(404))]
async fn raised(response: &mut ResponseParts) -> Result<bool, HttpException> {
    set(response);
    Err(HttpException::of(404))
}

#[get("/nothing", status_code = 204)]
async fn nothing() -> WithHeaders<()> {
    WithHeaders::new(())
}

/// What an answer says in `set-cookie` and `x-who`.
fn said(answer: &str) -> Vec<&str> {
    let ours = |line: &&str| line.starts_with("set-cookie: ") || line.starts_with("x-who: ");
    let mut lines: Vec<_> = answer.lines().filter(ours).collect();
    lines.sort_unstable();
    lines
}

#[test]
fn every_cookie_is_sent_and_of_other_headers_the_nearest() {
    let server = Server::start(App::of(module_path!()));
    for path in ["/value", "/json", "/raw"] {
        assert_eq!(
            said(&server.ask(&format!("GET {path}"), "")),
            [
                "set-cookie: a=1",
                "set-cookie: b=1",
                "set-cookie: c=1",
                "x-who: the value"
            ],
            "{path}"
        );
    }
}

#[test]
fn a_raised_error_leaves_them_out() {
    let server = Server::start(App::of(module_path!()));
    let answer = server.ask("GET /raised", "");
    assert_eq!(said(&answer), [""; 0], "{answer}");
}

#[test]
fn headers_beside_nothing_add_no_body() {
    let server = Server::start(App::of(module_path!()));
    assert_eq!(server.ask("GET /nothing", ""), bare("204 No Content"));
}
