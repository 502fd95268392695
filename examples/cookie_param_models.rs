//! All cookies as a model, and one that allows no other cookie.
//!
//! Follows FastAPI's page "Cookie Parameter Models". `cargo run --example cookie_param_models`, then
//! `curl -b 'session=s1; tracker=none' localhost:8000/desk`, `curl localhost:8000/desk` and
//! `curl -b 'session=s1; biscuit=oat' localhost:8000/vault`.

use fastr::{App, get, model};

/// The cookies of a visitor.
#[model]
struct Cookies {
    /// Who it is.
    #[field(min_length = 2)]
    session: String,
    #[field(default = 12, ge = 8, le = 40)]
    font_size: u8,
    #[serde(rename = "fair-ticket")]
    ticket: Option<String>,
}

/// The cookies of those who are let in: any other is a mistake.
#[model]
#[serde(deny_unknown_fields)]
struct OnlyThese {
    session: String,
    floor: Option<i8>,
}

/// Show the desk.
#[get("/desk")]
async fn show_desk(#[cookie] cookies: Cookies) -> Cookies {
    cookies
}

/// Show the vault.
#[get("/vault")]
async fn show_vault(#[cookie] cookies: OnlyThese) -> OnlyThese {
    cookies
}

fn main() -> fastr::Result {
    App::new().title("Cookie Parameter Models").run()
}
