//! FastAPI's page "OpenAPI Webhooks": requests that the program sends to whoever wants to be told.
//!
//! `cargo run --example openapi_webhooks`, then open the address that it prints.

use fastr::{App, get, model, webhook};

/// What is told of a new subscription.
#[model]
struct Subscription {
    username: String,
    monthly_fee: f64,
    /// How often this was tried before.
    #[field(default)]
    retries: u8,
}

/// When a new user subscribes to your service we'll send you a POST request with this data to the URL that you register
/// for the event `new-subscription` in the dashboard.
#[webhook("new-subscription", responses(410 = "You are not told any more"))]
fn new_subscription(subscription: Subscription, #[header] x_signature: String);

#[get("/users/")]
async fn read_users() -> Vec<String> {
    vec!["Rick".to_owned(), "Morty".to_owned()]
}

fn main() -> fastr::Result {
    App::new().title("Webhooks").run()
}
