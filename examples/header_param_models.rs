//! Headers as a model, and one that allows no other header.
//!
//! Follows FastAPI's page "Header Parameter Models". `cargo run --example header_param_models`, then
//! `curl -H 'Save-Data: true' -H 'X-Tag: a' -H 'X-Tag: b' localhost:8000/probes`, `curl localhost:8000/probes` and
//! `curl -H 'X-Tool: hammer' localhost:8000/strict`.

use fastr::{App, get, model};

/// What a probe sends along. `save_data` is the header `Save-Data`.
#[model]
struct Common {
    host: String,
    /// Whether the answer should be short.
    save_data: bool,
    #[field(max_length = 64)]
    traceparent: Option<String>,
    /// One `X-Tag` each.
    #[field(default)]
    x_tag: Vec<String>,
    #[field(default = 1, ge = 1, le = 9)]
    x_depth: u8,
}

/// What curl sends by itself. Any other header is a mistake.
#[model]
#[serde(deny_unknown_fields)]
struct OnlyThese {
    host: String,
    user_agent: Option<String>,
    accept: Option<String>,
}

/// Take a probe.
#[get("/probes")]
async fn take_probe(#[header] headers: Common) -> Common {
    headers
}

/// Take a probe, but no other header.
#[get("/strict")]
async fn take_strict(#[header] headers: OnlyThese) -> OnlyThese {
    headers
}

fn main() -> fastr::Result {
    App::new().title("Header Parameter Models").run()
}
