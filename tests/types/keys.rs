//! Maps whose keys are no plain texts.

use std::collections::{BTreeMap, HashMap};

use fastr::{model, post};
use jiff::civil::Date;
use serde_json::{Value, json};
use uuid::Uuid;

/// The seasons.
#[model]
#[derive(PartialEq, Eq, Hash)]
enum Season {
    Summer,
    Winter,
}

/// Counts by all kinds of things.
#[model]
struct Counts {
    #[field(default)]
    numbers: BTreeMap<u8, u64>,
    #[field(default, max_items = 1)]
    days: BTreeMap<Date, u64>,
    #[field(default)]
    ids: HashMap<Uuid, u64>,
    #[field(default)]
    seasons: HashMap<Season, u64>,
}

#[post("/counts")]
fn counts(counts: Counts) -> Counts {
    counts
}

#[test]
fn keys_are_read_and_written_as_their_type() {
    let client = crate::client(module_path!());
    let body = json!({
        "numbers": { "7": 1 },
        "days": { "2024-01-02": 2 },
        "ids": { "6f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a11": 3 },
        "seasons": { "Winter": 4 },
    });
    assert_eq!(client.post("/counts").json(&body).send().json::<Value>(), body);
}

#[test]
fn a_wrong_key_is_told_before_its_value() {
    let client = crate::client(module_path!());
    for (field, key, value, mistakes) in [
        ("numbers", "a", json!(1), vec!["int_parsing"]),
        ("numbers", "a", json!("x"), vec!["int_parsing", "int_parsing"]),
        ("numbers", "256", json!(1), vec!["less_than_equal"]),
        ("numbers", " 7", json!(1), vec!["int_parsing"]),
        ("days", "monday", json!(1), vec!["date_from_datetime_parsing"]),
        ("ids", "x", json!(null), vec!["uuid_parsing", "int_type"]),
        ("seasons", "Spring", json!(1), vec!["enum"]),
    ] {
        let body = json!({ field: { key: value } });
        let found = crate::mistakes(&client.post("/counts").json(&body).send());
        let kinds: Vec<&str> = found.iter().map(|(kind, _)| kind.as_str()).collect();
        assert_eq!(kinds, mistakes, "{body}");
        assert_eq!(found[0].1, json!(["body", field, key, "[key]"]).to_string());
    }
}

#[test]
fn the_number_of_entries_is_limited() {
    let client = crate::client(module_path!());
    let body = json!({ "days": { "2024-01-02": 1, "2024-01-03": 1 } });
    let found = crate::mistakes(&client.post("/counts").json(&body).send());
    assert_eq!(found, [("too_long".to_owned(), r#"["body","days"]"#.to_owned())]);
}
