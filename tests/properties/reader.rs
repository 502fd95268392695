//! What is JSON and what is not, and what each type makes of it: fastr's own reader and `serde_json` agree.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::edges::EDGES;
use super::read_alike::read_alike;
use super::runner;

/// Small enough to find each of its bytes, and with something of everything in it.
const WHOLE: &str = r#"{"id": 12, "name":"L\u00e1mpara \ud83d\udca1é", "tags" :["a","b"], "price":-1.25e-3,"more":{"id":0,"name":"\n\"\\"},"x":[null,true,false,{"y":[]}]}"#;

/// Names and texts, among them those that the types know.
fn words() -> impl Strategy<Value = String> + Clone {
    let known = vec![
        "a",
        "id",
        "name",
        "names",
        "note",
        "description_of_it",
        "é",
        "price",
        "tags",
        "choice",
        "more",
        "Nothing",
        "One",
        "Two",
        "Some",
        "Deep",
        "A",
        "Id",
        "Other",
        "Name",
        "1",
        "-1",
        "2.5",
        "true",
        "false",
        "",
        "1e3",
        "\\n",
        "\\u0061",
        "\\ud83d\\udca1",
    ];
    prop_oneof![
        8 => select(known).prop_map(str::to_owned),
        2 => "[a-zé \\-]{0,20}",
        1 => "([a-z]|\\\\u00[0-9a-f]{2}|\\\\[nrtbf/]){0,12}",
    ]
}

fn numbers() -> impl Strategy<Value = String> {
    prop_oneof![
        "-?(0|[1-9][0-9]{0,3})",
        "-?(0|[1-9][0-9]{0,41})",
        "-?(0|[1-9][0-9]{0,3})\\.[0-9]{1,4}",
        "-?(0|[1-9][0-9]{0,25})(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?",
        any::<f64>()
            .prop_filter("JSON has no such", |float| float.is_finite())
            .prop_map(|float| float.to_string()),
        any::<f32>()
            .prop_filter("JSON has no such", |float| float.is_finite())
            .prop_map(|float| format!("{float:e}")),
        any::<i64>().prop_map(|whole| whole.to_string()),
    ]
}

fn space() -> impl Strategy<Value = &'static str> + Clone {
    prop_oneof![9 => Just(""), 1 => select(vec![" ", "\n", "\t ", "\r\n"])]
}

/// Values, as they are written.
fn values() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        words().prop_map(|word| format!("\"{word}\"")),
        numbers(),
        select(vec!["null", "true", "false"]).prop_map(str::to_owned),
    ];
    leaf.prop_recursive(4, 24, 6, |inner| {
        let item = (space(), inner.clone(), space())
            .prop_map(|(before, item, behind)| format!("{before}{item}{behind}"));
        let entry = (space(), words(), space(), item.clone())
            .prop_map(|(before, name, behind, value)| format!("{before}\"{name}\"{behind}:{value}"));
        prop_oneof![
            vec(item, 0..5).prop_map(|items| format!("[{}]", items.join(","))),
            vec(entry, 0..6).prop_map(|entries| format!("{{{}}}", entries.join(","))),
        ]
    })
}

#[test]
fn edges_are_read_alike() {
    for json in EDGES {
        read_alike(json);
    }
}

#[test]
fn edges_in_each_other_are_read_alike() {
    for edge in EDGES {
        for around in [
            "[§]",
            "[1,§]",
            "{\"a\":§}",
            "{\"id\":§,\"name\":\"n\"}",
            "{\"One\":§}",
            "{\"x\":§}",
            "[{\"a\":§}",
        ] {
            read_alike(&around.replace('§', edge));
        }
    }
}

#[test]
fn texts_of_any_length_are_read_alike() {
    for length in 0..40 {
        for special in [
            "\"",
            "\\\"",
            "\\n",
            "\n",
            "é",
            "\u{1f4a1}",
            "\u{7f}",
            "\u{80}",
            "!",
            "#",
            " ",
            "]",
            "",
        ] {
            let plain = "x".repeat(length);
            read_alike(&format!("\"{plain}{special}\""));
            read_alike(&format!("\"{plain}{special}yz\""));
            read_alike(&format!("\"{plain}{special}"));
        }
    }
}

#[test]
fn depth_is_read_alike() {
    for depth in [1, 126, 127, 128, 129, 5_000] {
        let lists = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let objects = format!("{}null{}", "{\"a\":".repeat(depth), "}".repeat(depth));
        let enums = format!("{}\"Nothing\"{}", "{\"Deep\":".repeat(depth), "}".repeat(depth));
        for json in [lists, objects, enums] {
            read_alike(&json);
            read_alike(&format!("{{\"x\":{json}}}"));
            read_alike(&format!("[{json},1]"));
            read_alike(&json[..json.len() - 1]);
        }
    }
}

#[test]
fn a_text_with_a_byte_changed_is_read_alike() {
    for at in (0..WHOLE.len()).filter(|&at| WHOLE.is_char_boundary(at)) {
        let (before, behind) = WHOLE.split_at(at);
        read_alike(before);
        for piece in [
            "", "\0", "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "9", "-", "e", ".", " ", "u", "é", "n",
        ] {
            let mut rest = behind.chars();
            read_alike(&format!("{before}{piece}{behind}"));
            rest.next();
            read_alike(&format!("{before}{piece}{}", rest.as_str()));
        }
    }
}

#[test]
fn any_text_is_read_alike() {
    let outcome = runner().run(&values(), |json| {
        read_alike(&json);
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
}

#[test]
fn any_broken_text_is_read_alike() {
    let damage = (
        any::<prop::sample::Index>(),
        0..4_usize,
        "[\"\\\\{}\\[\\],:0-9eEtfn+. -]{0,2}",
    );
    let outcome = runner().run(&(values(), damage), |(json, (at, without, piece))| {
        let characters: Vec<char> = json.chars().collect();
        let at = at.index(characters.len());
        let (before, behind) = characters.split_at(at);
        let behind = &behind[without.min(behind.len())..];
        let broken: String = before
            .iter()
            .copied()
            .chain(piece.chars())
            .chain(behind.iter().copied())
            .collect();
        read_alike(&broken);
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
}

#[test]
fn numbers_are_read_alike() {
    let outcome = runner().run(&numbers(), |json| {
        read_alike(&json);
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
}
