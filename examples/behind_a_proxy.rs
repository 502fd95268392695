//! A program behind a proxy: which path is the client's, what it calls this program, and who it is.
//!
//! Follows FastAPI's page "Behind a Proxy". `cargo run --example behind_a_proxy`, then `curl localhost:8000/app` and, as a proxy
//! on this machine would ask, `curl -H 'x-forwarded-for: 203.0.113.7' -H 'x-forwarded-proto: https' localhost:8000/api/v1/app`.

use fastr::openapi::Server;
use fastr::{App, BaseUrl, Client, get, model};

/// What a request shows of the way that it came.
#[model]
struct Shown {
    message: String,
    root_path: String,
    url: String,
    client: Option<std::net::IpAddr>,
}

/// Show what is known of the client, and of what it asked.
#[get("/app")]
async fn read_main(base: BaseUrl, client: Client) -> Shown {
    Shown {
        message: "Hello World".to_owned(),
        root_path: base.root_path().to_owned(),
        url: format!("{base}/app"),
        client: client.address(),
    }
}

fn main() -> fastr::Result {
    App::new()
        .title("Behind a Proxy")
        .root_path("/api/v1")
        .trusted_proxies(["127.0.0.1", "::1"])
        .server(Server::new("https://stag.example.com").description("Staging environment"))
        .server(Server::new("https://prod.example.com").description("Production environment"))
        .run()
}
