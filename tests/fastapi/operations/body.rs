//! Tutorial: Request Body; Body - Fields.

use std::collections::HashMap;

use fastr::{model, post, put};

#[model]
pub struct Item {
    #[field(min_length = 1, max_length = 50)]
    name: String,
    #[field(gt = 0)]
    price: f64,
    description: Option<String>,
    #[field(default)]
    tags: Vec<String>,
}

#[model]
#[serde(deny_unknown_fields)]
struct StrictItem {
    #[field(min_length = 1, max_length = 50)]
    name: String,
    #[field(gt = 0)]
    price: f64,
    description: Option<String>,
    #[field(default)]
    tags: Vec<String>,
}

#[model]
struct OptionalItem {
    item: Option<Item>,
}

#[model]
struct Replaced {
    item_id: i64,
    item: Item,
    q: Option<String>,
}

#[post("/items")]
fn items_create(item: Item) -> Item {
    item
}

#[post("/items/optional")]
fn items_optional(item: Option<Item>) -> OptionalItem {
    OptionalItem { item }
}

#[post("/items/strict")]
fn items_strict(item: StrictItem) -> StrictItem {
    item
}

#[post("/items/many")]
fn items_many(items: Vec<Item>) -> Vec<Item> {
    items
}

#[put("/items/{item_id}")]
fn items_put(item_id: i64, item: Item, q: Option<String>) -> Replaced {
    Replaced { item_id, item, q }
}

/// FastAPI's `amount` is a `Decimal`; its text stands here in its place.
#[model]
struct Bounds {
    #[field(min_length = 2, max_length = 4, default = "abc")]
    code: String,
    #[field(pattern = "^[a-z]+-[0-9]+$", default = "a-1")]
    slug: String,
    #[field(gt = 3, default = 4)]
    gt: i64,
    #[field(ge = 3, default = 3)]
    ge: i64,
    #[field(lt = 3, default = 2)]
    lt: i64,
    #[field(le = 3, default = 3)]
    le: i64,
    #[field(multiple_of = 5, default = 5)]
    multiple: i64,
    #[field(ge = 0, le = 1, default = 0.5)]
    ratio: f64,
    #[field(multiple_of = 0.25, default = 0.5)]
    step: f64,
    #[field(default = "1.50")]
    amount: String,
}

#[post("/body/bounds")]
fn body_bounds(bounds: Bounds) -> Bounds {
    bounds
}

#[post("/top/dict-str-float")]
fn top_dict_str_float(scores: HashMap<String, f64>) -> HashMap<String, f64> {
    scores
}

#[post("/top/list-int")]
fn top_list_int(numbers: Vec<i64>) -> Vec<i64> {
    numbers
}

#[model]
struct Number {
    number: i64,
}

#[post("/top/int")]
fn top_int(#[body] number: i64) -> Number {
    Number { number }
}

#[model]
struct Text {
    text: String,
}

#[post("/top/str")]
fn top_str(#[body(min_length = 2)] text: String) -> Text {
    Text { text }
}
