//! The document of every example, compared with the one in `tests/openapi/`, byte by byte.
//!
//! `cargo build --examples && FASTR_BLESS=1 cargo test --test openapi` writes what the examples say now; read the
//! difference before it is kept.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use support::Program;

/// The statuses that have no body (RFC 9110).
const BODILESS: [&str; 3] = ["204", "205", "304"];

fn directory(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The document as an example writes it.
fn document(example: &str) -> Value {
    let output = Program::output(example, &["openapi"]);
    assert!(output.status.success(), "{example}: {output:?}");
    serde_json::from_slice(&output.stdout).expect("the document is JSON")
}

/// The document as a running example gives it.
#[test]
fn what_is_served_is_what_is_written() {
    for (example, path) in [("shop", "/openapi.json"), ("metadata", "/api/v1/openapi.json")] {
        let answer = Program::start(example).connect().ask(&format!("GET {path}"), "");
        let (head, body) = answer.split_once("\n\n").expect("a head and a body");
        assert!(
            head.starts_with("HTTP/1.1 200 OK\ncontent-type: application/json\n"),
            "{head}"
        );
        let served: Value = serde_json::from_str(body).expect("the document is JSON");
        assert_eq!(served, document(example));
    }
}

/// The names of the files of a kind in a directory.
fn names(folder: &str, extension: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(directory(folder)).expect("the directory is there");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let wanted = paths.filter(|path| path.extension().is_some_and(|it| it == extension));
    wanted
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect()
}

/// A new example is not forgotten, and the document of one that is gone does not stay behind.
#[test]
fn every_example_says_what_it_said() {
    let examples = names("examples", "rs");
    for example in &examples {
        let path = directory("tests/openapi").join(format!("{example}.json"));
        let said = format!("{:#}\n", document(example));
        if std::env::var_os("FASTR_BLESS").is_some() {
            fs::write(&path, said).expect("the document is written");
            continue;
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            said == expected,
            "the document of `{example}` is not {}; if it should be what it is now, run with FASTR_BLESS=1:\n{said}",
            path.display()
        );
    }
    assert_eq!(names("tests/openapi", "json"), examples);
}

#[test]
fn a_status_without_a_body_has_no_content_and_a_refusal_has_some() {
    let mut seen = 0;
    for example in &names("examples", "rs") {
        let document = document(example);
        let paths = document["paths"].as_object().expect("paths");
        for operation in paths
            .values()
            .filter_map(Value::as_object)
            .flat_map(|path| path.values())
        {
            for (status, response) in operation["responses"].as_object().expect("responses") {
                let has_content = response.get("content").is_some();
                // A `Response` that is made by hand may hold anything, and so nothing is said of it.
                let by_hand = (example.as_str(), status.as_str()) == ("response_directly", "418");
                assert!(
                    if has_content {
                        !BODILESS.contains(&status.as_str())
                    } else {
                        by_hand || !status.starts_with('4')
                    },
                    "{example}: {status} {response}"
                );
                seen += usize::from(!has_content);
            }
        }
    }
    assert!(seen > 0, "no example has such a status any more");
}
