//! Pages of other origins may call the operations.
//!
//! Follows FastAPI's page "CORS (Cross-Origin Resource Sharing)". `cargo run --example cors --features middleware`, then
//! `curl -i -H 'origin: http://localhost:8080' localhost:8000/` and
//! `curl -i -X OPTIONS -H 'origin: http://localhost' -H 'access-control-request-method: PUT' localhost:8000/`.

use fastr::{App, CorsMiddleware, get, model};

/// A message.
#[model]
struct Message {
    message: String,
}

/// Say hello.
#[get("/")]
async fn hello() -> Message {
    Message {
        message: "Hello World".to_owned(),
    }
}

fn main() -> fastr::Result {
    let cors = CorsMiddleware::new()
        .allow_origins(["http://localhost", "http://localhost:8080"])
        .allow_methods(["*"])
        .allow_headers(["*"])
        .allow_credentials(true);
    App::new().title("CORS").add_middleware(cors).run()
}
