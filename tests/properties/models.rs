//! The models that are tried, and the operations that take them.

use std::collections::{BTreeMap, BTreeSet};

use fastr::{model, post};
use serde_json::Value;

#[model]
#[serde(rename_all = "lowercase")]
enum Color {
    Red,
    Green,
}

#[model]
struct Scalars {
    #[field(min_length = 1, max_length = 3)]
    short: String,
    #[field(pattern = "^[a-z]+-[0-9]$")]
    slug: Option<String>,
    #[field(ge = -5, lt = 10, multiple_of = 5)]
    whole: i64,
    byte: u8,
    signed: i8,
    #[field(gt = 0, le = 1.5)]
    ratio: f64,
    #[field(multiple_of = 0.25, default = 0.5)]
    step: f64,
    letter: char,
    #[field(default)]
    flag: bool,
    color: Option<Color>,
}

#[model]
struct Collections {
    #[field(min_items = 1, max_items = 3)]
    numbers: Vec<u8>,
    #[field(unique_items)]
    different: Option<Vec<String>>,
    #[field(max_items = 2, default)]
    set: BTreeSet<i16>,
    #[field(min_items = 1, max_items = 2)]
    map: BTreeMap<String, Color>,
    closed: Option<Box<Closed>>,
    #[field(default)]
    several: Vec<Closed>,
    #[field(default)]
    any: Value,
}

#[model]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Closed {
    first_name: String,
    #[field(ge = 1)]
    its_age: Option<u32>,
}

#[model]
struct Tree {
    #[field(max_length = 2)]
    name: String,
    #[field(default)]
    children: Vec<Tree>,
    parent: Option<Box<Tree>>,
}

#[post("/scalars")]
fn scalars(scalars: Scalars) -> Scalars {
    scalars
}

#[post("/collections")]
fn collections(collections: Collections) -> Collections {
    collections
}

#[post("/closed")]
fn closed(closed: Closed) -> Closed {
    closed
}

#[post("/tree")]
fn tree(tree: Tree) -> Tree {
    tree
}
