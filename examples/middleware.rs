//! Functions around the operations.
//!
//! Follows FastAPI's page "Middleware". `cargo run --example middleware`, then `curl -i localhost:8000/items/3` and, as often as you
//! can, `curl -i localhost:8000/reports`.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

use fastr::HttpException;
use fastr::{ApiError, App, Layered, Next, Request, Response, get, middleware};

/// Says how long it took, in seconds. Every operation of the program is answered through it.
#[middleware]
async fn add_process_time_header(request: Request, next: Next) -> Response {
    let start = Instant::now();
    let mut response = next.run(request).await;
    let seconds = start.elapsed().as_secs_f64().to_string();
    if let Ok(seconds) = seconds.parse() {
        response.headers_mut().insert("x-process-time", seconds);
    }
    response
}

/// Why nobody comes in.
#[derive(Debug, ApiError)]
enum AgentError {
    #[status(403, "This program does not talk to {0}")]
    Unwanted(String),
}

/// Turns some clients away. Its error is in the document of every operation.
#[middleware]
async fn check_agent(request: Request, next: Next) -> Result<Response, AgentError> {
    let agent = request
        .headers()
        .get("user-agent")
        .and_then(|agent| agent.to_str().ok());
    match agent {
        Some(agent) if agent.starts_with("BadBot") => Err(AgentError::Unwanted(agent.to_owned())),
        _ => Ok(next.run(request).await),
    }
}

/// Read an item.
#[get("/items/{item_id}")]
async fn read_item(item_id: u32) -> String {
    format!("item {item_id}")
}

/// Read all reports, which takes its time.
#[get("/reports")]
async fn read_reports() -> Vec<String> {
    vec!["report".to_owned()]
}

/// Lets three readers in and no more.
async fn three_readers(request: Request, next: Next) -> Response {
    static READERS: AtomicU32 = AtomicU32::new(0);
    if READERS.fetch_add(1, Ordering::Relaxed) < 3 {
        next.run(request).await
    } else {
        next.refuse(HttpException::new(429, "The reading room is full"))
    }
}

fn main() -> fastr::Result {
    App::new()
        .title("Middleware")
        .add_middleware(Layered::of(three_readers).raises([429]).only::<read_reports>())
        .run()
}
