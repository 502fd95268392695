//! A program below a path that is the proxy's: whether the proxy takes it from the path or hands it on, the client sees one site.

use fastr::openapi::Server as Described;
use fastr::{App, Layered, Next, Request, Response, StaticFiles, TestClient, WebSocket, get, websocket};

use crate::support::Server;

#[get("/items/{name}")]
async fn read_item(name: String) -> String {
    name
}

#[get("/slashed/")]
async fn slashed() -> bool {
    true
}

#[get("/")]
async fn root() -> bool {
    true
}

#[websocket("/ws/{name}")]
async fn greeting(name: String, ws: WebSocket) {
    let _ = ws.send_text(name).await;
}

fn app() -> App {
    App::of(module_path!()).root_path("/api/v1/")
}

/// Each path as a proxy hands it on that takes the root path away, and as one that does not.
const PROXIES: [&str; 2] = ["", "/api/v1"];

#[test]
fn operations_are_found_either_way() {
    let client = TestClient::new(app());
    for before in PROXIES {
        for (path, status, text) in [
            ("/items/a", 200, "\"a\""),
            ("/items/caf%C3%A9%2f", 200, "\"café/\""),
            ("/", 200, "true"),
            ("/nowhere", 404, r#"{"detail":"Not Found"}"#),
        ] {
            let answer = client.get(&format!("{before}{path}")).send();
            assert_eq!((answer.status(), answer.text()), (status, text), "{before}{path}");
        }
        let mut ws = client.websocket(&format!("{before}/ws/b")).connect();
        assert_eq!(ws.receive_text(), "b");
    }
    for other in ["/api/v1items/a", "/api/v2/items/a", "/api/v1/api/v1/items/a"] {
        assert_eq!(client.get(other).send().status(), 404, "{other}");
    }
}

#[test]
fn redirects_are_the_clients() {
    let server = Server::start(app());
    for before in PROXIES {
        for (path, location) in [
            ("/slashed?a=b", "/api/v1/slashed/?a=b"),
            ("/items/a/", "/api/v1/items/a"),
        ] {
            let answer = server.ask(&format!("GET {before}{path}"), "");
            assert!(answer.starts_with("HTTP/1.1 307"), "{answer}");
            assert!(answer.contains(&format!("\nlocation: {location}\n")), "{answer}");
        }
    }
}

#[test]
fn directories_redirect_there_too() {
    let app = App::of("nowhere::at::all").root_path("/api/v1");
    let client = TestClient::new(app.static_files("/files", StaticFiles::new("examples").html()));
    for before in PROXIES {
        let answer = client.get(&format!("{before}/files/static?a=b")).send();
        assert_eq!(
            (answer.status(), answer.header("location")),
            (307, Some("/api/v1/files/static/?a=b"))
        );
    }
}

async fn mark(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert("x-marked", 1.into());
    response
}

#[test]
fn a_middleware_finds_its_operation_either_way() {
    let client = TestClient::new(app().add_middleware(Layered::of(mark).only::<read_item>()));
    for before in PROXIES {
        for (path, marked) in [("/items/a", Some("1")), ("/slashed/", None)] {
            let answer = client.get(&format!("{before}{path}")).send();
            assert_eq!(
                (answer.status(), answer.header("x-marked")),
                (200, marked),
                "{before}{path}"
            );
        }
    }
}

#[test]
fn the_pages_name_what_the_client_can_reach() {
    let client = TestClient::new(app());
    for before in PROXIES {
        for (path, named) in [
            ("/docs", "src=\"/api/v1/docs/initialize.js\""),
            ("/docs/initialize.js", "\"url\":\"/api/v1/openapi.json\""),
            ("/docs/initialize.js", "new URL(\"/api/v1/docs/oauth2-redirect\""),
            ("/docs/oauth2-redirect", "\"/api/v1/docs/oauth2-redirect.js\""),
            ("/docs/statuses", "\"/api/v1/docs/statuses.css\""),
            ("/redoc", "src=\"/api/v1/redoc/initialize.js\""),
            ("/redoc/initialize.js", "\"/api/v1/openapi.json\""),
            ("/scalar", "src=\"/api/v1/scalar/initialize.js\""),
            ("/scalar/initialize.js", "\"/api/v1/openapi.json\""),
            ("/openapi.json", "\"servers\":[{\"url\":\"/api/v1\"}]"),
        ] {
            let answer = client.get(&format!("{before}{path}")).send();
            assert_eq!(answer.status(), 200, "{before}{path}");
            assert!(
                answer.text().contains(named),
                "{before}{path} has no {named}: {}",
                answer.text()
            );
        }
    }
}

#[test]
fn it_is_the_first_server_unless_it_is_there() {
    let servers = |app: App| {
        let document = app.openapi().expect("a document");
        let servers = document
            .get("servers")
            .and_then(|servers| servers.as_array().cloned());
        let urls = servers
            .unwrap_or_default()
            .into_iter()
            .map(|server| server["url"].to_string());
        urls.collect::<Vec<_>>().join(" ")
    };
    let elsewhere = || app().server(Described::new("https://stag.example.com"));
    assert_eq!(servers(elsewhere()), "\"/api/v1\" \"https://stag.example.com\"");
    assert_eq!(
        servers(elsewhere().server(Described::new("/api/v1"))),
        "\"https://stag.example.com\" \"/api/v1\""
    );
    assert_eq!(
        servers(elsewhere().root_path_in_servers(false)),
        "\"https://stag.example.com\""
    );
    assert_eq!(servers(App::of(module_path!()).root_path("/")), "");
}

#[test]
fn the_counters_are_where_they_were_put() {
    let client = TestClient::new(app().metrics("/metrics"));
    for before in PROXIES {
        assert_eq!(client.get(&format!("{before}/metrics")).send().status(), 200);
    }
}

#[test]
#[should_panic(expected = "root_path: `api` is no path to stand below; write one such as `/api/v1`")]
fn a_root_path_is_a_path() {
    let _ = App::of(module_path!()).root_path("api");
}
