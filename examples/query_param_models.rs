//! The whole query as a model, and one in which nothing else may stand.
//!
//! Follows FastAPI's page "Query Parameter Models". `cargo run --example query_param_models`, then
//! `curl 'localhost:8000/photos/?limit=5&order_by=size&tags=sea&tags=sun'`,
//! `curl 'localhost:8000/photos/?limit=0'` and `curl 'localhost:8000/albums/?colour=red'`.

use fastr::{App, get, model};

/// What photos are sorted by.
#[model]
#[serde(rename_all = "lowercase")]
enum Order {
    Taken,
    Size,
}

/// Which photos are wanted.
#[model]
struct Filter {
    /// How many at most.
    #[field(gt = 0, le = 100, default = 100)]
    limit: u32,
    #[field(default = 0)]
    offset: u32,
    #[field(default = Order::Taken)]
    order_by: Order,
    /// One `tags=…` each.
    #[field(default)]
    tags: Vec<String>,
    /// As on the camera.
    #[field(deprecated)]
    #[serde(rename = "camera-name")]
    camera: Option<String>,
}

/// Which albums are wanted. Any other name in the query is a mistake.
#[model]
#[serde(deny_unknown_fields)]
struct AlbumFilter {
    #[field(min_length = 3)]
    title: Option<String>,
    #[field(default = 10, le = 50)]
    limit: u8,
}

/// List photos: each field of the model is a parameter of its own in the document.
#[get("/photos/")]
async fn list_photos(#[query] filter: Filter) -> Filter {
    filter
}

/// List albums.
#[get("/albums/")]
async fn list_albums(#[query] filter: AlbumFilter) -> AlbumFilter {
    filter
}

fn main() -> fastr::Result {
    App::new().title("Query Parameter Models").run()
}
