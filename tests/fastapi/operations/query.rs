//! Tutorial: Query Parameters; Query Parameters and String Validations; bounds of numbers in the query.

use fastr::{get, model};

#[model]
struct Q {
    q: String,
}

#[model]
struct OptionalQ {
    q: Option<String>,
}

#[get("/query/required")]
fn query_required(q: String) -> Q {
    Q { q }
}

#[get("/query/optional")]
fn query_optional(q: Option<String>) -> OptionalQ {
    OptionalQ { q }
}

#[model]
struct Defaults {
    skip: i64,
    limit: i64,
    short: bool,
}

#[get("/query/defaults")]
fn query_defaults(
    #[query(default = 0)] skip: i64,
    #[query(default = 10)] limit: i64,
    #[query(default = false)] short: bool,
) -> Defaults {
    Defaults { skip, limit, short }
}

#[model]
struct Two {
    first: i64,
    second: i64,
}

#[get("/query/two")]
fn query_two(first: i64, second: i64) -> Two {
    Two { first, second }
}

#[get("/query/alias")]
fn query_alias(#[query(alias = "item-query")] q: String) -> Q {
    Q { q }
}

#[model]
struct Old {
    old: Option<String>,
}

#[get("/query/deprecated")]
fn query_deprecated(#[query(deprecated)] old: Option<String>) -> Old {
    Old { old }
}

#[get("/query/length")]
fn query_length(#[query(min_length = 3, max_length = 8)] q: String) -> Q {
    Q { q }
}

#[get("/query/length/optional")]
fn query_length_optional(#[query(min_length = 3, max_length = 8)] q: Option<String>) -> OptionalQ {
    OptionalQ { q }
}

#[get("/query/pattern")]
fn query_pattern(#[query(pattern = "^[a-z]{2}-[0-9]+$")] q: String) -> Q {
    Q { q }
}

#[get("/query/length-and-pattern")]
fn query_length_and_pattern(#[query(min_length = 3, max_length = 8, pattern = "^[a-z]+$")] q: String) -> Q {
    Q { q }
}

#[model]
struct IntBounds {
    gt: Option<i64>,
    ge: Option<i64>,
    lt: Option<i64>,
    le: Option<i64>,
    multiple: Option<i64>,
    window: Option<i64>,
}

#[get("/query/bounds/int")]
fn query_bounds_int(
    #[query(gt = 3)] gt: Option<i64>,
    #[query(ge = 3)] ge: Option<i64>,
    #[query(lt = 3)] lt: Option<i64>,
    #[query(le = 3)] le: Option<i64>,
    #[query(multiple_of = 5)] multiple: Option<i64>,
    #[query(ge = 10, lt = 20, multiple_of = 2)] window: Option<i64>,
) -> IntBounds {
    IntBounds {
        gt,
        ge,
        lt,
        le,
        multiple,
        window,
    }
}

#[model]
struct FloatBounds {
    gt: Option<f64>,
    ge: Option<f64>,
    lt: Option<f64>,
    le: Option<f64>,
    multiple: Option<f64>,
    whole: Option<f64>,
}

#[get("/query/bounds/float")]
fn query_bounds_float(
    #[query(gt = 1.5)] gt: Option<f64>,
    #[query(ge = 1.5)] ge: Option<f64>,
    #[query(lt = 1.5)] lt: Option<f64>,
    #[query(le = 1.5)] le: Option<f64>,
    #[query(multiple_of = 0.5)] multiple: Option<f64>,
    #[query(gt = 0, lt = 10)] whole: Option<f64>,
) -> FloatBounds {
    FloatBounds {
        gt,
        ge,
        lt,
        le,
        multiple,
        whole,
    }
}
