//! The examples of FastAPI's tutorial on parameters and bodies, started and asked as their users would: raw bytes out,
//! whole answers back, success and refusal.

mod answers;
mod bodies;
mod heads;
mod parameters;
mod shapes;
#[path = "../support/mod.rs"]
mod support;

use support::{Program, json, request, request_with};

/// The bytes of a request, and the answer that is expected.
type Exchange = (String, String);

/// Asks an example one thing after the other, on one connection.
fn drive(example: &str, exchanges: &[Exchange]) {
    let program = Program::start(example);
    let mut connection = program.connect();
    for (asked, expected) in exchanges {
        connection.send(asked);
        assert_eq!(&connection.answer(), expected, "{example}: {asked}");
    }
}

/// A request whose body, if it has one, is JSON.
fn ask(line: &str, body: &str) -> String {
    request(line, body)
}

/// A request with headers and without a body.
fn with_headers(line: &str, headers: &[&str]) -> String {
    request_with(line, headers, "")
}

/// A request whose body is a form.
fn form(line: &str, body: &str) -> String {
    request_with(line, &["content-type: application/x-www-form-urlencoded"], body)
}

/// The answer to a request that is right.
fn ok(body: &str) -> String {
    json("200 OK", body)
}

/// The answer to a request with these mistakes, and no others.
fn refused(mistakes: &[String]) -> String {
    let detail = mistakes.join(",");
    json("422 Unprocessable Entity", &format!(r#"{{"detail":[{detail}]}}"#))
}

/// A mistake: its kind, where it is, what is said of it, and what was given instead of what.
fn mistake(kind: &str, loc: &str, msg: &str, input: &str) -> String {
    format!(r#"{{"type":"{kind}","loc":{loc},"msg":"{msg}",{input}}}"#)
}
