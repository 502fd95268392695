//! What is read, and what is refused, against what `serde_json` says of it.

use serde_json::Value;

use super::{SyntaxMistake, read};

fn agree(bytes: &[u8]) {
    let ours = read(bytes).map(|node| node.to_value());
    let theirs = serde_json::from_slice::<Value>(bytes);
    assert_eq!(
        ours.as_ref().ok(),
        theirs.as_ref().ok(),
        "{:?}: {ours:?}, {theirs:?}",
        String::from_utf8_lossy(bytes)
    );
}

#[test]
fn mistakes_are_told_as_python_tells_them() {
    for (text, offset, reason) in [
        ("", 0, "Expecting value"),
        (" \n ", 3, "Expecting value"),
        ("{", 1, "Expecting property name enclosed in double quotes"),
        ("{\"a\" 1}", 5, "Expecting ':' delimiter"),
        ("{\"é\": 1 2}", 8, "Expecting ',' delimiter"),
        (
            "{\"a\": 1,}",
            8,
            "Expecting property name enclosed in double quotes",
        ),
        ("[1, ]", 4, "Expecting value"),
        ("[1}", 2, "Expecting ',' delimiter"),
        ("[] []", 3, "Extra data"),
        ("01", 1, "Extra data"),
        ("5.", 1, "Extra data"),
        ("[-]", 1, "Expecting value"),
        ("1e400", 0, "Number out of range"),
        ("[\"abc", 1, "Unterminated string starting at"),
        ("[\"a\nb\"]", 3, "Invalid control character at"),
        ("[\"\\x\"]", 2, "Invalid \\escape"),
        ("[\"\\u12g4\"]", 3, "Invalid \\uXXXX escape"),
        ("[\"\\ud800\"]", 3, "Invalid \\uXXXX escape"),
        ("[\"\\udca1\"]", 3, "Invalid \\uXXXX escape"),
        ("[\"\\ud83d\\u0041\"]", 3, "Invalid \\uXXXX escape"),
        ("NaN", 0, "Expecting value"),
    ] {
        assert_eq!(
            read(text.as_bytes()).err(),
            Some(SyntaxMistake { offset, reason }),
            "{text}"
        );
    }
}

#[test]
fn what_is_no_mistake_is_none() {
    for text in [
        "null",
        " [1, -0.5e+3, {\"a\": {}, \"b\": []}] ",
        "\"\\ud83d\\ude00 é\"",
        "0",
        "1E5",
    ] {
        assert_eq!(read(text.as_bytes()).err(), None, "{text}");
        agree(text.as_bytes());
    }
}

#[test]
fn depth_is_refused_where_serde_refuses_it() {
    for depth in [1, 127, 128, 129, 100_000] {
        agree("[".repeat(depth).as_bytes());
        let closed = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        agree(closed.as_bytes());
        let objects = format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
        agree(objects.as_bytes());
    }
}

/// Every text of up to five pieces of JSON, and each cut off within its last one.
#[test]
fn a_mistake_is_found_just_where_serde_refuses() {
    const PIECES: [&str; 20] = [
        "{", "}", "[", "]", ",", ":", " ", "\"a\"", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "00", "-",
        "1.5", "e", "1e9", "true", "é\n",
    ];
    let mut texts = vec![String::new()];
    for _ in 0..4 {
        texts = texts
            .iter()
            .flat_map(|text| PIECES.iter().map(move |piece| format!("{text}{piece}")))
            .collect();
        for text in &texts {
            agree(text.as_bytes());
        }
    }
}

#[test]
fn bytes_are_refused_where_serde_refuses_them() {
    let whole =
        r#"{"name": "L\u00e1mpara \ud83d\udca1é", "price": [-1.25e-3, 0, true, null], "x": {"y": "\n\"\\"}}"#;
    for at in 0..whole.len() {
        agree(&whole.as_bytes()[..at]);
        for byte in [0, b'"', b'\\', b'{', b']', b',', b'0', b'e', 0x80, 0xc3, 0xff] {
            let mut bytes = whole.as_bytes().to_vec();
            bytes[at] = byte;
            agree(&bytes);
            bytes.insert(at, byte);
            agree(&bytes);
        }
    }
}

#[test]
fn a_name_that_comes_again_stands_in_its_first_place_with_its_last_value() {
    agree(br#"{"a": 1, "b": 2, "\u0061": {"c": 3, "c": []}, "d": 4}"#);
    let many: Vec<String> = (0..2000)
        .map(|index| format!("\"{}\":{index}", index % 700))
        .collect();
    agree(format!("{{{}}}", many.join(",")).as_bytes());
}

#[test]
fn whole_numbers_are_said_back_as_they_were_written() {
    for text in [
        "0",
        "-9223372036854775809",
        "18446744073709551616",
        "[1234567890123456789012345678901234567890123,{\"a\":-1}]",
    ] {
        let node = read(text.as_bytes());
        assert_eq!(node.map(|node| node.to_json()).as_deref(), Ok(text));
    }
}
