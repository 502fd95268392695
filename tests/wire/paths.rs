//! Paths: percent-encoded, not ASCII, with the rest of the path as a parameter.

use fastr::{App, get};

use crate::support::{Server, json};

#[get("/item/{name}")]
async fn item(name: String) -> String {
    name
}

#[get("/item/me")]
async fn me() -> String {
    "the literal".to_owned()
}

#[get("/two/{first}/and/{second}")]
async fn two(second: u32, first: String) -> String {
    format!("{first} {second}")
}

#[get("/image/{name}.png")]
async fn image(name: String) -> String {
    name
}

#[get("/café/menü")]
async fn not_ascii() -> String {
    "Guten Appetit".to_owned()
}

#[get("/a b/{x}/c:d@e^f|g")]
async fn unusual(x: String) -> String {
    x
}

#[get("/files/{file_path:path}")]
async fn file(file_path: String) -> String {
    file_path
}

#[get("/shelf/{rest:path}")]
async fn rest(rest: String) -> String {
    format!("all of {rest}")
}

#[get("/shelf/{name}")]
async fn piece(name: String) -> String {
    format!("the piece {name}")
}

#[get("/shelf/{name}.txt")]
async fn with_an_end(name: String) -> String {
    format!("the text {name}")
}

#[get("/shelf/a{name}")]
async fn with_a_beginning(name: String) -> String {
    format!("behind a: {name}")
}

#[get("/shelf/{name}/label")]
async fn with_more_behind(name: String) -> String {
    format!("the label of {name}")
}

fn server() -> Server {
    Server::start(App::of(module_path!()))
}

fn text(text: &str) -> String {
    json("200 OK", &format!("\"{text}\""))
}

fn not_found() -> String {
    json("404 Not Found", r#"{"detail":"Not Found"}"#)
}

#[track_caller]
fn check(cases: &[(&str, String)]) {
    let server = server();
    let mut connection = server.connect();
    for (target, expected) in cases {
        assert_eq!(
            &connection.ask(&format!("GET {target}"), ""),
            expected,
            "{target}"
        );
    }
}

#[test]
fn a_parameter_is_percent_decoded_once() {
    check(&[
        ("/item/caf%C3%A9", text("café")),
        ("/item/caf%c3%a9", text("café")),
        ("/item/café", text("café")),
        ("/item/a%20b+c", text("a b+c")),
        ("/item/a%2Fb", text("a/b")),
        ("/item/a%2fb", text("a/b")),
        ("/item/100%25", text("100%")),
        ("/item/%2541", text("%41")),
        ("/item/%%34%31", text("%41")),
        ("/item/%zz", text("%zz")),
        ("/item/%FF", text("\u{fffd}")),
        ("/item/..", text("..")),
        ("/item/a;b,c=d", text("a;b,c=d")),
        ("/item/{x}", text("{x}")),
        ("/item/%3Fq%23f", text("?q#f")),
        ("/item/x?name=y", text("x")),
        ("/item/", not_found()),
        ("/item/a/b", not_found()),
    ]);
}

#[test]
fn several_parameters_find_their_places() {
    check(&[
        ("/two/a/and/2", text("a 2")),
        ("/two/%C3%A9%C3%A9/and/%32", text("éé 2")),
        ("/image/cat.png", text("cat")),
        ("/image/c%61t%2Epng", text("cat")),
        ("/image/cat.jpg", not_found()),
    ]);
}

/// Two ways to write one path are one path (RFC 3986, section 6.2.2).
#[test]
fn a_literal_matches_however_it_is_encoded() {
    check(&[
        ("/caf%C3%A9/men%C3%BC", text("Guten Appetit")),
        ("/caf%c3%a9/men%c3%bc", text("Guten Appetit")),
        ("/café/menü", text("Guten Appetit")),
        ("/%63af%C3%A9/menü", text("Guten Appetit")),
        ("/café%2Fmenü", not_found()),
        ("/item/me", text("the literal")),
        ("/item/%6De", text("the literal")),
        ("/item/m%2565", text("m%65")),
        ("/a%20b/1/c:d@e^f|g", text("1")),
        ("/a%20b/1/c%3Ad%40e%5Ef%7Cg", text("1")),
    ]);
}

#[test]
fn a_catch_all_takes_the_rest_of_the_path() {
    check(&[
        ("/files/a", text("a")),
        ("/files/a/b/c.txt", text("a/b/c.txt")),
        ("/files/a/", text("a/")),
        ("/files//a", text("/a")),
        ("/files/a%20b/%C3%A9", text("a b/é")),
        ("/files/", text("")),
    ]);
}

/// What is written goes before what is caught, a piece before the rest, and what leads nowhere is tried in the next way.
#[test]
fn templates_may_overlap() {
    check(&[
        ("/shelf/b", text("the piece b")),
        ("/shelf/b.txt", text("the text b")),
        ("/shelf/.txt", text("the piece .txt")),
        ("/shelf/ab.txt", text("behind a: b.txt")),
        ("/shelf/a", text("the piece a")),
        ("/shelf/%61b", text("behind a: b")),
        ("/shelf/b/label", text("the label of b")),
        ("/shelf/ab/label", text("the label of ab")),
        ("/shelf/b/labels", text("all of b/labels")),
        ("/shelf/c%C3%A9/label", text("the label of cé")),
        ("/shelf/", text("all of ")),
    ]);
}
