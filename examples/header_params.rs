//! Values from headers: `_` stands for `-`, a header can come several times, and a name can be taken as it is.
//!
//! Follows FastAPI's page "Header Parameters". `cargo run --example header_params`, then
//! `curl localhost:8000/agent`, `curl -H 'X-Trail: north' -H 'X-Trail: west' localhost:8000/trails` and
//! `curl -H 'x_old_name: 7' localhost:8000/old`.

use fastr::{App, get, model};

/// What the client says of itself.
#[model]
struct Client {
    user_agent: Option<String>,
    accept_language: String,
}

/// Show what asks: `user_agent` is the header `User-Agent`.
#[get("/agent")]
async fn read_agent(
    #[header] user_agent: Option<String>,
    #[header(default = "en", max_length = 35)] accept_language: String,
) -> Client {
    Client {
        user_agent,
        accept_language,
    }
}

/// Follow several trails: the header may come more than once, and each time its value is one of the list.
#[get("/trails")]
async fn follow(
    #[header(max_items = 3, description = "One trail each")] x_trail: Vec<String>,
) -> Vec<String> {
    x_trail
}

/// Take a header whose name has underscores. Many proxies drop such headers.
#[get("/old")]
async fn read_old(#[header(convert_underscores = false, ge = 1, deprecated)] x_old_name: u8) -> f64 {
    f64::from(x_old_name) / 2.0
}

/// Take a header under another name.
#[get("/weight")]
async fn weigh(#[header(alias = "X-Grams")] weight: f64) -> f64 {
    weight / 1000.0
}

fn main() -> fastr::Result {
    App::new().title("Header Parameters").run()
}
