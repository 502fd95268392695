//! Kinds of field, one each: what a body's `value` may be. Tutorial: Body - Nested Models.

use fastr::model;

#[model]
struct Point {
    x: i64,
    #[field(default)]
    y: i64,
}

macro_rules! container {
    ($name:ident: $(#[$constraint:meta])* $type:ty, $path:literal) => {
        mod $name {
            use fastr::{model, post};

            #[model]
            struct Holder {
                $(#[$constraint])*
                value: $type,
            }

            #[post($path)]
            fn in_body(body: Holder) -> Holder {
                body
            }
        }
    };
}

container!(optional_int: Option<i64>, "/body/optional-int");
container!(optional_str: Option<String>, "/body/optional-str");
container!(optional_point: Option<super::Point>, "/body/optional-point");
container!(point: super::Point, "/body/point");
container!(list_int: Vec<i64>, "/body/list-int");
container!(list_str: Vec<String>, "/body/list-str");
container!(list_point: Vec<super::Point>, "/body/list-point");
container!(list_bounded: #[field(min_items = 2, max_items = 3)] Vec<i64>, "/body/list-bounded");
container!(set_int: std::collections::BTreeSet<i64>, "/body/set-int");
container!(
    set_bounded: #[field(min_items = 2, max_items = 3)] std::collections::BTreeSet<i64>,
    "/body/set-bounded"
);
container!(dict_str_int: std::collections::HashMap<String, i64>, "/body/dict-str-int");
container!(dict_str_point: std::collections::HashMap<String, super::Point>, "/body/dict-str-point");
container!(any: serde_json::Value, "/body/any");
