//! Tutorial: Query Parameters and String Validations, the part on several values of one name.

use std::collections::BTreeSet;

use fastr::{get, model};

#[model]
struct Texts {
    q: Vec<String>,
}

#[model]
struct OptionalTexts {
    q: Option<Vec<String>>,
}

#[model]
struct Numbers {
    q: Vec<i64>,
}

#[model]
struct NumberSet {
    q: BTreeSet<i64>,
}

#[get("/query/list/str")]
fn query_list_str(#[query] q: Vec<String>) -> Texts {
    Texts { q }
}

#[get("/query/list/str/optional")]
fn query_list_str_optional(#[query] q: Option<Vec<String>>) -> OptionalTexts {
    OptionalTexts { q }
}

#[get("/query/list/str/default")]
fn query_list_str_default(#[query(default = vec!["one".into(), "two".into()])] q: Vec<String>) -> Texts {
    Texts { q }
}

#[get("/query/list/int")]
fn query_list_int(#[query] q: Vec<i64>) -> Numbers {
    Numbers { q }
}

#[get("/query/list/bounded")]
fn query_list_bounded(#[query(min_items = 2, max_items = 3)] q: Vec<i64>) -> Numbers {
    Numbers { q }
}

#[get("/query/set/int")]
fn query_set_int(#[query] q: BTreeSet<i64>) -> NumberSet {
    NumberSet { q }
}
