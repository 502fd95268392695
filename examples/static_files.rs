//! The files of a directory.
//!
//! Follows FastAPI's page "Static Files". `cargo run --example static_files --features files`, then open
//! <http://localhost:8000/site/>.

use fastr::{App, StaticFiles, get};

const DIRECTORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/static");

/// An operation goes before a file of its path.
#[get("/static/made")]
async fn made() -> &'static str {
    "this is no file"
}

fn main() -> fastr::Result {
    App::new()
        .title("Static Files")
        .static_files("/static", DIRECTORY)
        .static_files("/site", StaticFiles::new(DIRECTORY).html())
        .static_files("/app", StaticFiles::new(DIRECTORY).fallback("index.html"))
        .run()
}
