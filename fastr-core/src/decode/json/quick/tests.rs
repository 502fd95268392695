//! What is read, and what is said of what is not. That `serde_json` does the same is for `tests/properties/reader.rs`.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::from_str;

#[track_caller]
fn reads<'text, T: Deserialize<'text> + Debug + PartialEq>(json: &'text str, value: &T) {
    assert_eq!(from_str::<T>(json).ok().as_ref(), Some(value), "{json}");
}

#[track_caller]
fn refuses<T: DeserializeOwned + Debug>(json: &str, reason: &str) {
    let said = from_str::<T>(json).map_err(|error| error.to_string());
    assert_eq!(said.err().as_deref(), Some(reason), "{json}");
}

#[test]
fn numbers_are_the_ones_that_are_written() {
    for (json, number) in [
        ("0", json!(0)),
        (" 12\n", json!(12)),
        ("-7", json!(-7)),
        ("-0", json!(-0.0)),
        ("9999999999999999999", json!(9_999_999_999_999_999_999_u64)),
        ("18446744073709551615", json!(u64::MAX)),
        ("18446744073709551616", json!(18_446_744_073_709_551_616_f64)),
        ("-9223372036854775808", json!(i64::MIN)),
        ("-9223372036854775809", json!(-9_223_372_036_854_775_809_f64)),
        ("0.1", json!(0.1)),
        ("-12.50", json!(-12.5)),
        ("9007199254740992.0", json!(9_007_199_254_740_992_f64)),
        ("9007199254740993.5", json!(9_007_199_254_740_994_f64)),
        ("0.0000000000000000000000001", json!(1e-25)),
        ("1E+2", json!(100.0)),
        ("1.7976931348623157e308", json!(f64::MAX)),
        ("5e-324", json!(5e-324)),
        ("1e-400", json!(0.0)),
    ] {
        reads(json, &number);
    }
    reads("1.00000017881393432617187499", &1.000_000_1_f32);
    reads("340282366920938463463374607431768211455", &u128::MAX);
}

#[test]
fn what_is_no_number_is_refused() {
    for json in [
        "", "-", "+1", "01", "-01", "1.", ".5", "1.e1", "1e", "1e+", "0x1", "1e400", "1_0", "NaN",
    ] {
        assert!(from_str::<Value>(json).is_err(), "{json}");
        assert!(from_str::<f64>(json).is_err(), "{json}");
    }
    refuses::<f32>("1e39", "number out of range");
    refuses::<u128>("-1", "number out of range");
}

#[test]
fn texts_are_what_they_mean() {
    for (json, text) in [
        (r#""""#, ""),
        (r#""a \n\t\r\b\f\/\"\\""#, "a \n\t\r\u{8}\u{c}/\"\\"),
        (r#""\u00e9\ud83d\udca1é💡""#, "é💡é💡"),
        (r#""long enough for two words""#, "long enough for two words"),
    ] {
        reads(json, &text.to_owned());
    }
    reads(r#""borrowed""#, &"borrowed");
    for json in [
        r#""\ud83d""#,
        r#""\udca1""#,
        r#""\ud83d\u0041""#,
        "\"\n\"",
        r#""\x""#,
        r#""\u12g4""#,
        "\"a",
        "\"\\",
    ] {
        assert!(from_str::<String>(json).is_err(), "{json}");
    }
}

#[derive(Debug, Default, Deserialize, PartialEq)]
struct Names {
    a: Option<u8>,
    ab: Option<u8>,
    abcdefgh: Option<u8>,
    abcdefghi: Option<u8>,
    abcdefghijklmnopq: Option<u8>,
}

#[test]
fn names_are_found_in_any_order() {
    let all = Names {
        a: Some(1),
        ab: Some(2),
        abcdefgh: Some(3),
        abcdefghi: Some(4),
        abcdefghijklmnopq: Some(5),
    };
    let mut entries = [
        r#""a":1"#,
        r#""ab":2"#,
        r#""abcdefgh":3"#,
        r#""abcdefghi":4"#,
        r#""\u0061bcdefghijklmnopq" : 5"#,
    ];
    for _ in 0..entries.len() {
        reads(&format!("{{{}}}", entries.join(",")), &all);
        entries.rotate_left(1);
        reads(&format!(r#"{{"x":[{{}}],{}}}"#, entries.join(" , ")), &all);
        entries[1..].reverse();
    }
    let last = Names {
        abcdefghijklmnopq: Some(5),
        ..Names::default()
    };
    reads(
        r#"{"abcdefghijklmnopq":5,"abcdefghijklmnop":1,"abcdefgi":2}"#,
        &last,
    );
    refuses::<Names>(r#"{"a":1,"a":1}"#, "duplicate field `a`");
}

#[test]
fn keys_are_read_in_their_quotes() {
    reads(r#"{"-1":1,"7":2}"#, &BTreeMap::from([(-1, 1), (7, 2)]));
    reads(r#"{"true":1}"#, &BTreeMap::from([(true, 1)]));
    refuses::<BTreeMap<u8, u8>>(
        r#"{"x":1}"#,
        "invalid value: expected key to be a number in quotes",
    );
    refuses::<BTreeMap<u8, u8>>(r#"{"1x":1}"#, "expected `\"`");
    refuses::<BTreeMap<bool, u8>>(r#"{"é":1}"#, "invalid type: string \"é\", expected a boolean");
}

#[test]
fn what_is_wanted_as_it_is_written_is_handed_over_so() {
    let json = r#"{"a" : [1e400, {"\u0061":"]"}] ,"b":-0}"#;
    let parts = from_str::<BTreeMap<String, &RawValue>>(json).unwrap_or_default();
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, part)| (name.as_str(), part.get()))
        .collect();
    assert_eq!(parts, [("a", r#"[1e400, {"\u0061":"]"}]"#), ("b", "-0")]);
}

#[test]
fn a_type_has_its_own_words() {
    refuses::<u8>("\"a\"", "invalid type: string \"a\", expected u8");
    refuses::<u8>("null", "invalid type: null, expected u8");
    refuses::<u8>("1.0", "invalid type: floating point `1.0`, expected u8");
    refuses::<u8>("256", "invalid value: integer `256`, expected u8");
    refuses::<(u8, u8)>("[1,2,3]", "trailing characters");
    refuses::<Vec<u8>>("{}", "invalid type: map, expected a sequence");
    refuses::<String>("[]", "invalid type: sequence, expected a string");
    refuses::<bool>("0", "invalid type: integer `0`, expected a boolean");
    refuses::<()>("true", "invalid type: boolean `true`, expected unit");
}

#[test]
fn brackets_that_are_wanted_are_counted() {
    let lists = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(from_str::<Value>(&lists(127)).is_ok());
    refuses::<Value>(&lists(128), "recursion limit exceeded");
    reads(&format!("{{\"x\":{}}}", lists(100_000)), &Names::default());
}

/// A value, if it is one.
#[derive(Debug, PartialEq)]
struct Forgiven<T>(Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Forgiven<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(T::deserialize(deserializer).ok()))
    }
}

#[test]
fn what_follows_a_value_that_is_made_do_without_is_read() {
    let reads_as = |json: &str, values: [Option<Vec<u8>>; 2]| {
        let [a, b] = values.map(Forgiven);
        reads(json, &BTreeMap::from([("a".to_owned(), a), ("b".to_owned(), b)]));
    };
    reads_as(r#"{"a":["x"],"b":[1]}"#, [None, Some(vec![1])]);
    reads_as(r#"{"a":256,"b":"\n"}"#, [None, None]);
    // The list is open where the next name would stand.
    refuses::<BTreeMap<String, Forgiven<Vec<u8>>>>(r#"{"a":["x","b":[1]}"#, "expected `,` or `}`");
}
