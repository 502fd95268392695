use std::collections::BTreeMap;

use fastr::model;

#[model]
struct Item {
    name: String,
    #[serde(flatten)]
    others: BTreeMap<String, String>,
}

fn main() {}
