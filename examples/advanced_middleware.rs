//! The usual middleware, a limit for one operation, and a layer of tower.
//!
//! Follows FastAPI's page "Advanced Middleware". `cargo run --example advanced_middleware --features middleware`, then
//! `curl -i --compressed localhost:8000/items`, `curl -i -H 'host: evil.com' localhost:8000/items` and, four times,
//! `curl -i localhost:8000/reports`.

use std::time::Duration;

use fastr::{
    App, GZipMiddleware, Layered, RateLimitMiddleware, RequestIdMiddleware, TimeoutMiddleware,
    TrustedHostMiddleware, get,
};

/// List all items.
#[get("/items")]
async fn list_items() -> Vec<String> {
    (0..200).map(|number| format!("item {number}")).collect()
}

/// Make the report, which nobody needs more than three times in a minute.
#[get("/reports")]
async fn make_report() -> String {
    "done".to_owned()
}

/// Wait for something that never comes.
#[get("/patience")]
async fn wait() -> String {
    std::future::pending().await
}

fn main() -> fastr::Result {
    let three_a_minute = RateLimitMiddleware::new(3, Duration::from_mins(1));
    App::new()
        .title("Advanced Middleware")
        .add_middleware(GZipMiddleware::new().minimum_size(1000).level(5))
        .add_middleware(Layered::of(three_a_minute).only::<make_report>())
        .add_middleware(Layered::of(TimeoutMiddleware::new(Duration::from_millis(200))).only::<wait>())
        .add_middleware(TrustedHostMiddleware::new([
            "localhost",
            "127.0.0.1",
            "*.example.com",
        ]))
        .add_middleware(RequestIdMiddleware)
        .run()
}
