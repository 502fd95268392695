//! Tutorial: Query Parameter Models.

use fastr::{get, model};

#[model]
#[serde(rename_all = "snake_case")]
enum OrderBy {
    CreatedAt,
    UpdatedAt,
}

#[model]
struct Filter {
    #[field(gt = 0, le = 100, default = 100)]
    limit: i64,
    #[field(ge = 0, default = 0)]
    offset: i64,
    #[field(default = OrderBy::CreatedAt)]
    order_by: OrderBy,
    #[field(default)]
    tags: Vec<String>,
}

#[model]
#[serde(deny_unknown_fields)]
struct StrictFilter {
    #[field(gt = 0, le = 100, default = 100)]
    limit: i64,
    #[field(ge = 0, default = 0)]
    offset: i64,
    #[field(default = OrderBy::CreatedAt)]
    order_by: OrderBy,
    #[field(default)]
    tags: Vec<String>,
}

#[model]
struct Search {
    #[field(min_length = 1)]
    term: String,
    page: i64,
    exact: Option<bool>,
}

#[get("/query/model")]
fn query_model(#[query] filter: Filter) -> Filter {
    filter
}

#[get("/query/model/strict")]
fn query_model_strict(#[query] filter: StrictFilter) -> StrictFilter {
    filter
}

#[get("/query/model/required")]
fn query_model_required(#[query] search: Search) -> Search {
    search
}
