//! Files on the wire: the whole, parts, what a client has already, and what nobody may have.

use std::fs;
use std::path::{Path, PathBuf};

use fastr::{App, FileError, FileResponse, ResponseParts, StaticFiles, get, post};

use crate::support::{Server, header, json, request_with, with};

const LETTERS: &str = "0123456789abcdefghij";

/// A directory of this test alone, emptied, with files in it and one outside.
fn directory(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    let public = root.join("public");
    fs::create_dir_all(public.join("sub")).expect("a directory");
    for (path, content) in [
        ("secret.txt", "a secret"),
        ("public/letters.txt", LETTERS),
        ("public/index.html", "home"),
        ("public/404.html", "nothing"),
        ("public/a b.bin", "bytes"),
        ("public/sub/index.html", "sub"),
    ] {
        fs::write(root.join(path), content).expect("a file");
    }
    public
}

fn letters() -> &'static Path {
    static LETTERS: std::sync::LazyLock<PathBuf> =
        std::sync::LazyLock::new(|| directory("letters").join("letters.txt"));
    &LETTERS
}

#[get("/letters")]
async fn read_letters() -> Result<FileResponse, FileError> {
    FileResponse::open(letters()).await
}

#[post("/letters")]
async fn post_letters(response: &mut ResponseParts) -> Result<FileResponse, FileError> {
    response.set_header("cache-control", "no-store");
    FileResponse::open(letters()).await
}

#[get("/large")]
async fn large() -> Result<FileResponse, FileError> {
    FileResponse::open(Path::new(env!("CARGO_TARGET_TMPDIR")).join("large.txt")).await
}

#[get("/folder")]
async fn folder() -> Result<FileResponse, FileError> {
    FileResponse::open(env!("CARGO_TARGET_TMPDIR")).await
}

/// The answer to a request with these headers, without the two headers that depend on when the file was written.
fn ask(server: &Server, line: &str, headers: &[&str]) -> String {
    let mut connection = server.connect();
    connection.send(request_with(line, headers, ""));
    let answer = if line.starts_with("HEAD ") {
        connection.head()
    } else {
        connection.answer()
    };
    let kept = |line: &&str| !line.starts_with("etag: ") && !line.starts_with("last-modified: ");
    answer.split_inclusive('\n').filter(kept).collect()
}

fn whole(body: &str, length: usize) -> String {
    let length = format!("content-length: {length}");
    let headers = [
        "accept-ranges: bytes",
        "content-type: text/plain; charset=utf-8",
        &length,
    ];
    with("200 OK", &headers, body)
}

fn part(range: &str, body: &str) -> String {
    let (range, length) = (
        format!("content-range: bytes {range}/20"),
        format!("content-length: {}", body.len()),
    );
    let headers = [
        "accept-ranges: bytes",
        &range,
        "content-type: text/plain; charset=utf-8",
        &length,
    ];
    with("206 Partial Content", &headers, body)
}

#[test]
fn a_part_is_sent_where_one_is_wanted() {
    let server = Server::start(App::of(module_path!()));
    let refused = with(
        "416 Range Not Satisfiable",
        &[
            "content-range: bytes */20",
            "content-type: application/json",
            "content-length: 34",
        ],
        r#"{"detail":"Range Not Satisfiable"}"#,
    );
    for (headers, expected) in [
        (&[][..], whole(LETTERS, 20)),
        (&["range: bytes=0-0"], part("0-0", "0")),
        (&["range: bytes=10-"], part("10-19", "abcdefghij")),
        (&["range: bytes=-3"], part("17-19", "hij")),
        (&["range: bytes=18-99"], part("18-19", "ij")),
        (&["range: bytes=20-"], refused.clone()),
        (&["range: bytes=-0"], refused),
        (&["range: bytes=0-1,4-5"], whole(LETTERS, 20)),
        (&["range: bytes=0-1", "range: bytes=4-5"], whole(LETTERS, 20)),
        (&["range: bytes=5-4"], whole(LETTERS, 20)),
        (&["range: lines=1-2"], whole(LETTERS, 20)),
        // What the client has a part of is another file.
        (&["range: bytes=0-0", "if-range: \"other\""], whole(LETTERS, 20)),
    ] {
        assert_eq!(ask(&server, "GET /letters", headers), expected, "{headers:?}");
    }
}

#[test]
fn head_says_what_get_would() {
    let server = Server::start(App::of(module_path!()));
    assert_eq!(ask(&server, "HEAD /letters", &[]), whole("", 20));
    let expected = part("0-4", "01234").replace("01234", "");
    assert_eq!(ask(&server, "HEAD /letters", &["range: bytes=0-4"]), expected);
}

#[test]
fn another_method_gets_the_whole() {
    let server = Server::start(App::of(module_path!()));
    let headers = ["range: bytes=0-4", "if-none-match: *"];
    let expected = whole(LETTERS, 20).replace("accept-ranges", "cache-control: no-store\naccept-ranges");
    assert_eq!(ask(&server, "POST /letters", &headers), expected);
}

#[test]
fn what_the_client_has_is_not_sent_again() {
    let server = Server::start(App::of(module_path!()));
    let answer = server.ask("GET /letters", "");
    let said = |name| header(&answer, name).expect("a validator");
    let (etag, modified) = (said("etag"), said("last-modified"));
    let not_modified = with("304 Not Modified", &["accept-ranges: bytes"], "");
    for (condition, expected) in [
        (format!("if-none-match: {etag}"), &not_modified),
        (format!("if-none-match: \"x\", W/{etag}"), &not_modified),
        (format!("if-modified-since: {modified}"), &not_modified),
        ("if-none-match: \"x\"".to_owned(), &whole(LETTERS, 20)),
    ] {
        assert_eq!(
            ask(&server, "GET /letters", &[&condition]),
            *expected,
            "{condition}"
        );
    }
    for condition in [etag, modified] {
        let headers = [&*format!("if-range: {condition}"), "range: bytes=0-1"];
        assert_eq!(ask(&server, "GET /letters", &headers), part("0-1", "01"));
    }
    // Also the answer to what is not there has its validators, so that the client keeps them.
    let mut connection = server.connect();
    connection.send(request_with("GET /letters", &["if-none-match: *"], ""));
    assert_eq!(header(&connection.answer(), "etag"), Some(etag));
}

#[test]
fn a_large_file_comes_whole_and_in_parts() {
    let lines: Vec<String> = (0..50_000).map(|number| format!("{number:05}\n")).collect();
    let content = lines.concat();
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("large.txt"), &content).expect("a file");
    let server = Server::start(App::of(module_path!()));
    let answer = ask(&server, "GET /large", &[]);
    assert!(answer == whole(&content, 300_000), "{}", &answer[..200]);
    let answer = ask(&server, "GET /large", &["range: bytes=60000-239999"]);
    assert!(answer.ends_with(&format!("\n\n{}", &content[60_000..240_000])));
}

#[test]
fn what_is_no_file_is_not_found() {
    let server = Server::start(App::of(module_path!()));
    let _ = fs::remove_file(Path::new(env!("CARGO_TARGET_TMPDIR")).join("none.txt"));
    assert_eq!(
        server.ask("GET /folder", ""),
        json("404 Not Found", r#"{"detail":"Not Found"}"#)
    );
}

fn site(name: &str, describe: impl Fn(StaticFiles) -> StaticFiles) -> Server {
    let files = describe(StaticFiles::new(directory(name)));
    Server::start(App::of("no operations").static_files("/files", files))
}

/// The status and the body alone.
fn brief(server: &Server, line: &str) -> String {
    let answer = ask(server, line, &[]);
    let (head, body) = answer.split_once("\n\n").expect("a head and a body");
    let status = head.split(' ').nth(1).expect("a status");
    match header(head, "location") {
        Some(location) => format!("{status} to {location}"),
        None => format!("{status} {body}"),
    }
}

const NOT_FOUND: &str = r#"404 {"detail":"Not Found"}"#;

#[test]
fn a_directory_is_served_below_its_path() {
    let server = site("plain", |files| files);
    assert_eq!(ask(&server, "GET /files/letters.txt", &[]), whole(LETTERS, 20));
    assert_eq!(ask(&server, "HEAD /files/letters.txt", &[]), whole("", 20));
    assert_eq!(
        ask(&server, "GET /files/letters.txt", &["range: bytes=0-1"]),
        part("0-1", "01")
    );
    for (line, expected) in [
        ("GET /files/a%20b.bin", "200 bytes"),
        ("GET /files/sub/index.html", "200 sub"),
        ("GET /files/letters.txt/", NOT_FOUND),
        ("GET /files/letters.txt/x", NOT_FOUND),
        ("GET /files/none.txt", NOT_FOUND),
        ("GET /files/sub", NOT_FOUND),
        ("GET /files/", NOT_FOUND),
        ("GET /files", "307 to /files/"),
        ("GET /other", NOT_FOUND),
    ] {
        assert_eq!(brief(&server, line), expected, "{line}");
    }
}

#[test]
fn a_directory_answers_no_other_method() {
    let server = site("methods", |files| files);
    let allow = "allow: GET, HEAD, OPTIONS";
    let refused = with(
        "405 Method Not Allowed",
        &["content-type: application/json", allow, "content-length: 31"],
        r#"{"detail":"Method Not Allowed"}"#,
    );
    assert_eq!(server.ask("POST /files/letters.txt", ""), refused);
    assert_eq!(server.ask("DELETE /files/none.txt", ""), refused);
    assert_eq!(
        server.ask("OPTIONS /files/letters.txt", ""),
        with("204 No Content", &[allow], "")
    );
}

#[test]
fn nothing_outside_the_directory_is_served() {
    let server = site("outside", |files| files);
    for path in [
        "/files/../secret.txt",
        "/files/sub/../../secret.txt",
        "/files/%2e%2e/secret.txt",
        "/files/..%2fsecret.txt",
        "/files/%2e%2e%2fsecret.txt",
        "/files/..%5csecret.txt",
        "/files//etc/passwd",
        "/files/%2fetc/passwd",
        "/files/./letters.txt",
        "/files/letters.txt%00",
        "/files/%ff",
        "/files/%c0%ae%c0%ae/secret.txt",
    ] {
        assert_eq!(brief(&server, &format!("GET {path}")), NOT_FOUND, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_leads_outside_only_where_it_may() {
    use std::os::unix::fs::symlink;
    let link = |name: &str, follow: bool| {
        let public = directory(name);
        symlink("../secret.txt", public.join("link.txt")).expect("a link");
        symlink("letters.txt", public.join("inside.txt")).expect("a link");
        let files = StaticFiles::new(public);
        let files = if follow { files.follow_symlinks() } else { files };
        Server::start(App::of("no operations").static_files("/files", files))
    };
    let strict = link("strict", false);
    assert_eq!(brief(&strict, "GET /files/link.txt"), NOT_FOUND);
    assert_eq!(ask(&strict, "GET /files/inside.txt", &[]), whole(LETTERS, 20));
    assert_eq!(brief(&link("lax", true), "GET /files/link.txt"), "200 a secret");
}

#[test]
fn a_site_has_pages_for_its_directories_and_for_what_is_missing() {
    let server = site("site", StaticFiles::html);
    for (line, expected) in [
        ("GET /files/", "200 home"),
        ("GET /files/sub/", "200 sub"),
        ("GET /files/sub", "307 to /files/sub/"),
        ("GET /files/sub?q=1", "307 to /files/sub/?q=1"),
        ("GET /files/none", "404 nothing"),
        ("GET /files/../secret.txt", "404 nothing"),
    ] {
        assert_eq!(brief(&server, line), expected, "{line}");
    }
    // It is no part of anything, and nobody has it already.
    for headers in [["range: bytes=0-1"], ["if-none-match: *"]] {
        let answer = ask(&server, "GET /files/none", &headers);
        assert!(answer.starts_with("HTTP/1.1 404 Not Found\n"), "{answer}");
        assert!(answer.ends_with("\n\nnothing"), "{answer}");
    }
}

#[test]
fn a_single_page_answers_what_is_missing_and_looks_like_a_page() {
    let server = site("spa", |files| files.fallback("index.html"));
    for (line, expected) in [
        ("GET /files/", "200 home"),
        ("GET /files/users/7", "200 home"),
        ("GET /files/letters.txt", &*format!("200 {LETTERS}")),
        ("GET /files/none.js", NOT_FOUND),
    ] {
        assert_eq!(brief(&server, line), expected, "{line}");
    }
}

#[test]
fn a_directory_can_be_served_at_the_root_beside_operations() {
    let files = StaticFiles::new(directory("root")).html();
    let server = Server::start(App::of(module_path!()).static_files("/", files));
    for (line, expected) in [
        ("GET /", "200 home"),
        ("GET /sub/", "200 sub"),
        ("GET /nothing/at/all", "404 nothing"),
        ("GET //etc/passwd", "404 nothing"),
    ] {
        assert_eq!(brief(&server, line), expected, "{line}");
    }
    assert_eq!(ask(&server, "GET /letters", &[]), whole(LETTERS, 20));
}

#[test]
fn a_directory_that_is_not_there_stops_the_start() {
    let app = App::of("no operations").static_files("/files", "no/such/directory");
    let error = app.service().map(drop).expect_err("it must not start");
    assert_eq!(
        error.to_string(),
        "the files of `no/such/directory` cannot be served: No such file or directory (os error 2); make the directory, or give another (it is looked for from where the program is started)"
    );
}

#[test]
fn a_fallback_that_is_not_there_stops_the_start() {
    let files = StaticFiles::new(directory("fallback")).fallback("none.html");
    let started = App::of("no operations").static_files("/files", files).service();
    assert!(started.is_err());
}

/// A file that loses its end while it is sent: the client is not told that it has it all.
#[test]
fn a_file_that_shrinks_breaks_off() {
    let path = directory("shrinks").join("shrinks.txt");
    fs::write(&path, vec![b'x'; 8 << 20]).expect("a file");
    let files = StaticFiles::new(path.parent().expect("a directory"));
    let server = Server::start(App::of("no operations").static_files("/files", files));
    let mut connection = server.connect();
    connection.send(request_with("GET /files/shrinks.txt", &[], ""));
    let head = connection.head();
    assert_eq!(header(&head, "content-length"), Some("8388608"));
    fs::OpenOptions::new()
        .write(true)
        .open(&path)
        .and_then(|file| file.set_len(0))
        .expect("it is emptied");
    assert!(connection.all_that_comes().len() < 8 << 20);
    assert_eq!(ask(&server, "GET /files/letters.txt", &[]), whole(LETTERS, 20));
}
