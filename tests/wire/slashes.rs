//! A path that is known with the other slash at its end, and the addresses that must never come of it.

use fastr::App;

use crate::support::{Server, json, with};

mod known {
    //! Paths with and without a slash at their end.

    use fastr::{get, post};

    #[get("/")]
    async fn root() -> bool {
        true
    }

    #[get("/without")]
    async fn without() -> bool {
        true
    }

    #[post("/with/")]
    async fn with_slash() -> bool {
        true
    }

    #[get("/one/{name}")]
    async fn one(name: String) -> String {
        name
    }
}

fn app() -> App {
    App::of(concat!(module_path!(), "::known"))
}

fn ask(line: &str) -> String {
    Server::start(app()).ask(line, "")
}

fn redirect(location: &str) -> String {
    let headers = [&format!("location: {location}"), "content-length: 0"];
    with("307 Temporary Redirect", &headers, "")
}

fn not_found() -> String {
    json("404 Not Found", r#"{"detail":"Not Found"}"#)
}

#[test]
fn the_other_slash_is_a_redirect_that_keeps_method_and_query() {
    assert_eq!(ask("GET /without/"), redirect("/without"));
    assert_eq!(ask("GET /without/?q=a%20b&r="), redirect("/without?q=a%20b&r="));
    assert_eq!(ask("POST /with"), redirect("/with/"));
    assert_eq!(ask("POST /with?q=1"), redirect("/with/?q=1"));
    assert_eq!(ask("GET /one/caf%C3%A9/"), redirect("/one/caf%C3%A9"));
    assert_eq!(ask("GET http://localhost/without/?q=1"), redirect("/without?q=1"));
}

#[test]
fn it_can_be_left_out() {
    let server = Server::start(app().redirect_slashes(false));
    assert_eq!(server.ask("GET /without/", ""), not_found());
    assert_eq!(server.ask("GET /without", ""), json("200 OK", "true"));
}

mod any {
    //! Paths of parameters alone, which whatever a client sends could match.

    use fastr::get;

    #[get("/{name}")]
    async fn one(name: String) -> String {
        name
    }

    #[get("/{first}/{second}")]
    async fn two(first: String, second: String) -> String {
        first + &second
    }

    #[get("/{first}/{second}/{third}/")]
    async fn three(first: String, second: String, third: String) -> String {
        first + &second + &third
    }
}

/// A location that begins with two slashes, or with a slash and a backslash, is another host's (WHATWG URL).
#[test]
fn no_redirect_leads_to_another_host() {
    let server = Server::start(App::of(concat!(module_path!(), "::any")));
    for target in [
        "//evil.com",
        "//evil.com/",
        "//evil.com//",
        "///evil.com",
        "///evil.com/",
        "//evil.com/a/b",
        "/\\evil.com/",
        "/\\/evil.com/a",
        "/%5Cevil.com/",
        "/%5C/evil.com/a",
        "/%2Fevil.com/",
        "/%2f%2fevil.com/",
        "/%09/evil.com/a",
        "http:evil.com/",
    ] {
        let mut connection = server.connect();
        connection.send(format!("GET {target} HTTP/1.1\r\nhost: localhost\r\n\r\n"));
        let answer = connection.answer();
        for line in answer.lines().filter_map(|line| line.strip_prefix("location: ")) {
            let other = line.starts_with('/') && !line.starts_with("//") && !line.contains('\\');
            assert!(other, "{target} leads to {line}");
        }
    }
}
