//! A document as YAML says what it says as JSON, to a reader of YAML that is not ours.

use fastr::openapi::yaml;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn read(text: &str) -> Value {
    serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{error}:\n{text}"))
}

/// Texts that a reader of YAML could take for something else, and any others.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "",
            " ",
            "true",
            "No",
            "null",
            "~",
            "1",
            "1.5",
            "1e3",
            "0x1f",
            "2020-01-01",
            "-",
            "- a",
            "a: b",
            "a #b",
            "#",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "{a}",
            "[a]",
            "'a'",
            "\"a\"",
            "a\\b",
            "a\nb",
            "a\n",
            "\na",
            " a\nb",
            "a\n b",
            "a\n\nb",
            "a\n \nb",
            "a\tb",
            "\ta\nb",
            "a \nb",
            "---",
            "...",
            "---\na",
            "a\n---\nb",
            "=",
            "<<",
            "\u{85}",
            "\u{2028}",
            "\u{feff}a",
            "\u{0}",
            "\u{7f}",
            "ß",
            "🦀",
            "a,b",
            "? a",
            ": a",
            "/items/{id}",
        ])
        .prop_map(str::to_owned),
        "[ -~\n]{0,12}",
        any::<String>(),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1000i32..1000).prop_map(|number| Value::from(f64::from(number) / 8.0)),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((text(), inner), 0..5)
                .prop_map(|entries| Value::from(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #[test]
    fn every_value_is_read_as_it_was_written(value in value()) {
        let document = json!({ "document": value });
        let written = yaml(&document);
        prop_assert_eq!(read(&written), document, "{}", written);
    }
}

#[test]
fn what_people_write_looks_as_they_write_it() {
    let document = json!({
        "openapi": "3.1.0",
        "info": { "title": "Shop", "description": "Two\n\n*lines*: and more" },
        "paths": { "/items/{item_id}": { "get": { "tags": ["items", "yes"], "responses": {} } } },
        "empty": [[], {}, [["a"]], [{ "b": 1, "c": null }]],
    });
    let written = yaml(&document);
    assert_eq!(
        written,
        r#"openapi: "3.1.0"
info:
  title: Shop
  description: |-
    Two

    *lines*: and more
paths:
  /items/{item_id}:
    get:
      tags:
        - items
        - "yes"
      responses: {}
empty:
  - []
  - {}
  - - - a
  - - b: 1
      c: null
"#
    );
    assert_eq!(read(&written), document);
}
