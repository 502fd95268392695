//! Names that serde is told, at the type and at fields and variants.
#![deny(warnings)]

use fastr::{model, post};

#[model]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Item {
    item_id: u64,
    #[serde(rename = "type")]
    #[field(min_length = 1)]
    kind: String,
    color: Color,
}

#[model]
#[derive(Clone, Copy, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Color {
    DarkBlue,
    #[serde(rename = "rouge")]
    Red,
}

#[post("/items")]
async fn create_item(mut item: Item) -> Item {
    if item.color == Color::Red {
        item.color = Color::DarkBlue;
    }
    item
}

fn main() {}
