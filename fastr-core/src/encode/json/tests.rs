//! Each value as `serde_json` writes it.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::{bytes, to_string};

#[track_caller]
fn same(value: &(impl Serialize + ?Sized)) {
    let expected = serde_json::to_string(value).unwrap_or_else(|error| panic!("serde_json: {error}"));
    let written = to_string(value).unwrap_or_else(|error| panic!("{expected}: {error}"));
    assert_eq!(written, expected);
}

#[track_caller]
fn refused(value: &impl Serialize) {
    assert!(serde_json::to_vec(value).is_err(), "serde_json takes it");
    assert_eq!(error(value), "key must be a string");
}

fn error(value: &impl Serialize) -> String {
    match bytes(value, 0) {
        Ok(json) => panic!("it is taken: {}", String::from_utf8_lossy(&json)),
        Err(error) => error.to_string(),
    }
}

#[test]
fn each_character_at_each_place_of_texts_of_each_length() {
    let special = (0..=0x80)
        .filter_map(char::from_u32)
        .chain(['é', 'ÿ', '漢', '🦀']);
    for special in special {
        for length in 0..20 {
            for at in 0..=length {
                let mut text = "abcdefghijklmnopqrst"[..length].to_owned();
                text.insert(at, special);
                same(&text);
            }
        }
    }
}

#[test]
fn many_specials_in_one_text() {
    for text in [
        "\"\"\"\"\"\"\"\"\"",
        "\\\\\\\\\\\\\\\\",
        "line one\nline two\r\n\ttabbed \u{0}\u{1f}\u{7f}",
        "!\"#!\"#!\"#!\"#",
        "[\\]^[\\]^[\\]^",
        "é\"ü\\漢\n🦀\u{8}",
    ] {
        same(text);
        same(&text.repeat(9));
    }
}

#[test]
fn numbers() {
    for number in [0, 1, -1, i64::MIN, i64::MAX] {
        same(&number);
        same(&i128::from(number));
    }
    same(&(u64::MAX, u128::MAX, i128::MIN));
    same(&(0_u8, 255_u8, -128_i8, -1_i16, u16::MAX, i32::MIN, u32::MAX));
    for number in [
        0.0,
        -0.0,
        1.0,
        0.1,
        1e21,
        1e-7,
        5e-324,
        f64::MAX,
        f64::NAN,
        f64::INFINITY,
    ] {
        same(&number);
        #[expect(clippy::cast_possible_truncation, reason = "any number will do")]
        same(&(number as f32));
    }
}

#[derive(Serialize)]
struct Empty {}

#[derive(Serialize)]
struct Unit;

#[derive(Serialize)]
struct Wrapped(Option<char>);

#[derive(Serialize)]
struct Pair(u8, &'static str);

#[derive(Serialize)]
enum Kind {
    Unit,
    New(u8),
    Tuple(u8, bool),
    Nothing(),
    Struct { a: u8, b: Option<u8> },
    Void {},
}

#[derive(Serialize)]
struct Whole {
    #[serde(rename = "a \"quoted\" name")]
    renamed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<u8>,
    kinds: Vec<Kind>,
    #[serde(flatten)]
    rest: BTreeMap<&'static str, Value>,
}

#[test]
fn lists_objects_and_variants() {
    same(&());
    same(&[true, false]);
    same(&Vec::<u8>::new());
    same(&(Empty {}, Unit, Wrapped(None), Wrapped(Some('"')), Pair(1, "b")));
    same(&Whole {
        renamed: true,
        left_out: None,
        kinds: vec![
            Kind::Unit,
            Kind::New(1),
            Kind::Tuple(2, false),
            Kind::Nothing(),
            Kind::Struct { a: 3, b: None },
            Kind::Void {},
        ],
        rest: BTreeMap::from([("x", json!([1, {"y": {}}, []])), ("z", Value::Null)]),
    });
    same(&json!({"a": {"b": [[], [{}]]}, "": "", "c": [null, -0.5, "é\n"]}));
}

struct Bytes(&'static [u8]);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

struct Displayed(&'static str);

impl Serialize for Displayed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("<{}|{:>4}>", self.0, self.0))
    }
}

#[test]
fn bytes_and_what_is_displayed() {
    same(&(Bytes(b""), Bytes(b"ab")));
    same(&(Displayed(""), Displayed("a\"b\\\n"), Displayed("plain enough")));
}

#[test]
fn keys_are_texts() {
    same(&BTreeMap::from([(1_u8, 'a'), (2, 'b')]));
    same(&BTreeMap::from([(-1_i64, 1)]));
    same(&BTreeMap::from([(u128::MAX, 1)]));
    same(&BTreeMap::from([(true, 1), (false, 2)]));
    same(&BTreeMap::from([('"', 1)]));
    same(&BTreeMap::from([(Some("x"), 1)]));
    same(&Keyed(1.5));
    same(&Keyed(Kind::Unit));
    same(&Keyed(Displayed("x")));
}

/// A map of one key, which need not be comparable.
struct Keyed<K>(K);

impl<K: Serialize> Serialize for Keyed<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(&self.0, 1)])
    }
}

#[test]
fn other_keys_are_refused() {
    refused(&Keyed(()));
    refused(&Keyed(None::<u8>));
    refused(&Keyed([1]));
    refused(&Keyed(Empty {}));
    refused(&Keyed(Kind::New(1)));
    refused(&Keyed(Bytes(b"a")));
    refused(&Keyed(f64::NAN));
}

#[test]
fn what_is_written_already_is_copied() {
    let raw = |text: &str| RawValue::from_string(text.to_owned()).unwrap_or_else(|error| panic!("{error}"));
    same(&raw("[1,  2 ]"));
    same(&vec![raw("{}"), raw("\"a\\u0062\"")]);
    same(&BTreeMap::from([("a", raw("1.00000000000000000000001"))]));
}

struct Refusing;

impl Serialize for Refusing {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("not today"))
    }
}

#[test]
fn what_a_type_says_is_kept() {
    for said in [error(&Refusing), error(&[Refusing]), error(&Keyed(Refusing))] {
        assert_eq!(said, "not today");
    }
}
