//! The seeds as a test, so that the targets stay true without a fuzzer.

use std::fs;
use std::path::Path;

#[track_caller]
fn run(target: fn(&[u8]), name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("there are seeds") {
        let path = entry.expect("a seed").path();
        println!("{}", path.display());
        target(&fs::read(path).expect("a seed can be read"));
        count += 1;
    }
    assert!(count > 0, "{name} has no seed");
}

#[test]
fn query() {
    run(crate::query, "query");
}

#[test]
fn form() {
    run(crate::form, "form");
}

#[test]
fn multipart() {
    run(crate::multipart, "multipart");
}

#[test]
fn json_body() {
    run(crate::json_body, "json_body");
}

#[test]
fn json_reader() {
    run(crate::json_reader, "json_reader");
}

#[test]
fn service() {
    run(crate::service, "service");
}

#[cfg(unix)]
#[test]
fn connection() {
    run(crate::connection, "connection");
}

#[test]
fn headers_and_cookies() {
    run(crate::headers_and_cookies, "headers_and_cookies");
}
