//! `program openapi`: the document without a server.

use std::path::PathBuf;
use std::process::Output;

use serde_json::Value;

use crate::support::Program;

fn kept() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/openapi/shop.json");
    std::fs::read_to_string(path).expect("the document of the shop")
}

fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = Program::output("shop", arguments);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code(), text(stdout), text(stderr))
}

/// A file that goes when the test ends.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, content: &str) -> Self {
        let path = std::env::temp_dir().join(format!("fastr-{}-{name}", std::process::id()));
        std::fs::write(&path, content).expect("a file can be written");
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("a path in UTF-8")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn the_document_is_written_without_a_server() {
    let (status, json, said) = run(&["openapi"]);
    assert_eq!((status, said.as_str()), (Some(0), ""));
    assert!(json == kept(), "what is kept is told by the test `openapi`");
    let (status, yaml, said) = run(&["openapi", "--yaml"]);
    assert_eq!((status, said.as_str()), (Some(0), ""));
    let read: Value = serde_saphyr::from_str(&yaml).expect("YAML");
    assert_eq!(read, serde_json::from_str::<Value>(&kept()).expect("JSON"));
    let file = Scratch::new("written.json", "");
    assert_eq!(
        run(&["openapi", "-o", file.path()]),
        (Some(0), String::new(), String::new())
    );
    assert_eq!(std::fs::read_to_string(file.path()).expect("the file"), kept());
}

#[test]
fn what_breaks_clients_fails() {
    let same = Scratch::new("same.json", &kept());
    assert_eq!(
        run(&["openapi", "--diff", same.path()]),
        (Some(0), String::new(), String::new())
    );
    let mut older: Value = serde_json::from_str(&kept()).expect("JSON");
    older["paths"]["/items"]["post"]["responses"]["200"] =
        older["paths"]["/items"]["post"]["responses"]["201"].take();
    older["paths"]["/orders"] = older["paths"]["/items/{item_id}"].take();
    let older = Scratch::new("older.json", &older.to_string());
    let (status, changes, said) = run(&["openapi", "--diff", older.path()]);
    assert_eq!(status, Some(1));
    assert!(
        changes.contains("breaking: POST /items: it no longer answers 200 OK\n"),
        "{changes}"
    );
    assert!(
        changes.contains("breaking: GET /orders: it is gone\n"),
        "{changes}"
    );
    assert!(
        said.starts_with("Error: ") && said.contains(" changes break clients of "),
        "{said}"
    );
}

#[test]
fn what_cannot_be_is_said() {
    let broken = Scratch::new("broken.json", "{");
    for (arguments, expected) in [
        (
            &["opneapi"][..],
            "there is no command `opneapi`; `--help` lists what can be said",
        ),
        (
            &["--port", "0", "openapi"],
            "unexpected argument \"openapi\"; `--help` lists what can be said",
        ),
        (
            &["openapi", "--port", "0"],
            "invalid option '--port'; `--help` lists what can be said",
        ),
        (
            &["openapi", "--output"],
            "missing argument for option '--output'; `--help` lists what can be said",
        ),
        (
            &["openapi", "--yaml", "--diff", "x"],
            "`--diff` writes changes and no document; leave out `--yaml`",
        ),
        (
            &["openapi", "--output", "/nowhere/x.json"],
            "writing /nowhere/x.json: No such file or directory (os error 2)",
        ),
        (
            &["openapi", "--diff", "/nowhere/x.json"],
            "reading /nowhere/x.json: No such file or directory (os error 2)",
        ),
        (
            &["openapi", "--diff", broken.path()],
            " is no document in JSON (EOF while parsing an object at line 1 column 1)",
        ),
    ] {
        let (status, written, said) = run(arguments);
        assert_eq!((status, written.as_str()), (Some(1), ""), "{arguments:?}");
        assert!(
            said.starts_with("Error: ") && said.contains(expected),
            "{arguments:?}: {said}"
        );
    }
    for arguments in [&["--help"][..], &["openapi", "--help"]] {
        let (status, written, _) = run(arguments);
        assert!(status == Some(0) && written.contains("Options:"), "{written}");
    }
}
