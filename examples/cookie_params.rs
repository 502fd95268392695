//! Values from cookies: optional, with a default, and with limits.
//!
//! Follows FastAPI's page "Cookie Parameters". `cargo run --example cookie_params`, then
//! `curl -b 'theme=dark; visits=3' localhost:8000/page` and `curl -b 'visits=often' localhost:8000/page`.

use fastr::{App, get, model};

/// What the cookies say.
#[model]
struct Visitor {
    theme: String,
    visits: Option<u32>,
    ticket: Option<String>,
}

/// Show a page as the cookies want it. Without `#[cookie]` these were in the query.
#[get("/page")]
async fn show_page(
    #[cookie(default = "light", pattern = "^(light|dark)$")] theme: String,
    #[cookie(description = "How often the page was opened", ge = 1)] visits: Option<u32>,
    #[cookie(alias = "fair-ticket")] ticket: Option<String>,
) -> Visitor {
    Visitor {
        theme,
        visits,
        ticket,
    }
}

/// Show what only those see who were let in: here the cookie must be there.
#[get("/cellar")]
async fn show_cellar(#[cookie(min_length = 4)] key: String) -> String {
    format!("opened with a key of {} letters", key.len())
}

fn main() -> fastr::Result {
    App::new().title("Cookie Parameters").run()
}
