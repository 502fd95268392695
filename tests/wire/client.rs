//! Who asks, and what it calls the program: straight from the connection, or as the proxies in front of it tell.

use fastr::{
    App, BaseUrl, Client, HttpsRedirectMiddleware, Layered, Next, RateLimitMiddleware, Request, Response,
    TestClient, TrustedProxies, WebSocket, WebSocketDisconnect, get, websocket,
};

use super::log;
use crate::support::Server;

#[get("/client")]
async fn client(client: Client) -> String {
    shown(client)
}

#[get("/client-of-request", raises(400))]
async fn of_request(request: Request, client: Client, q: Option<u8>, base: BaseUrl) -> String {
    assert_eq!(Client::of(&request), client);
    format!("{} {base} {q:?}", shown(client))
}

#[get("/base")]
async fn base(base: BaseUrl) -> String {
    base.to_string()
}

fn shown(client: Client) -> String {
    format!("{}://{client}", client.scheme())
}

fn app() -> App {
    App::of(module_path!())
}

/// An application behind proxies of a private network.
fn behind(proxies: impl Into<TrustedProxies>) -> TestClient {
    TestClient::new(app().trusted_proxies(proxies))
}

/// What an application says of a client whose request has these headers.
fn told(client: &TestClient, peer: &str, headers: &[(&str, &str)]) -> String {
    let request = client.get("/client").peer(peer);
    let request = headers
        .iter()
        .fold(request, |request, (name, value)| request.header(name, value));
    let told = request.send().text().to_owned();
    told.trim_matches('"').to_owned()
}

const FOR: &str = "x-forwarded-for";
const PROTO: &str = "x-forwarded-proto";

#[test]
fn a_connection_knows_its_other_end() {
    let server = Server::start(app());
    let answer = server.ask("GET /client", "");
    assert!(answer.contains("\"http://127.0.0.1:"), "{answer}");
    let test = TestClient::new(app());
    assert_eq!(told(&test, "127.0.0.1:50000", &[]), "http://127.0.0.1:50000");
    assert_eq!(told(&test, "unix", &[]), "http://unknown");
    assert_eq!(
        test.get("/client").https().send().text(),
        "\"https://127.0.0.1:50000\""
    );
    assert_eq!(told(&test, "[::ffff:10.1.2.3]:80", &[]), "http://10.1.2.3:80");
}

#[test]
fn nobody_is_believed_who_was_not_named() {
    let said = [
        (FOR, "203.0.113.7"),
        (PROTO, "https"),
        ("x-forwarded-host", "evil.example"),
        ("forwarded", "for=203.0.113.7;proto=https;host=evil.example"),
        ("host", "shop.example"),
    ];
    for client in [
        TestClient::new(app()),
        behind(["10.0.0.0/8"]),
        behind(TrustedProxies::new(["10.0.0.0/8", "unix"]).rfc_7239()),
    ] {
        assert_eq!(told(&client, "198.51.100.9", &said), "http://198.51.100.9:50000");
        let request = said.iter().fold(client.get("/base"), |request, (name, value)| {
            request.header(name, value)
        });
        assert_eq!(request.send().text(), "\"http://shop.example\"");
    }
}

#[test]
fn the_last_address_that_is_no_proxy_counts() {
    let client = behind(["10.0.0.0/8", "fd00::/8"]);
    for (headers, expected) in [
        (&[][..], "http://10.0.0.1:50000"),
        (&[(FOR, "203.0.113.7")], "http://203.0.113.7"),
        (&[(FOR, "203.0.113.7"), (PROTO, "https")], "https://203.0.113.7"),
        // What stands before it is its own word.
        (&[(FOR, "10.6.6.6, 6.6.6.6, 203.0.113.7")], "http://203.0.113.7"),
        (&[(FOR, "6.6.6.6"), (FOR, "203.0.113.7")], "http://203.0.113.7"),
        // A second proxy, and a third.
        (&[(FOR, "6.6.6.6, 203.0.113.7, 10.0.0.2")], "http://203.0.113.7"),
        (
            &[(FOR, "203.0.113.7,fd00::2"), (FOR, "10.0.0.3")],
            "http://203.0.113.7",
        ),
        // One of them asks itself.
        (&[(FOR, "10.0.0.3, 10.0.0.2")], "http://10.0.0.3"),
        (&[(FOR, "[2001:db8::7]:4711")], "http://[2001:db8::7]:4711"),
        (&[(FOR, "203.0.113.7:4711")], "http://203.0.113.7:4711"),
        // Hidden, or not to be understood.
        (&[(FOR, "unknown")], "http://unknown"),
        (&[(FOR, "203.0.113.7, nonsense")], "http://unknown"),
        (&[(FOR, " , ")], "http://10.0.0.1:50000"),
        // The proxy next to the client says how it was asked, and what stands before that is the client's word.
        (
            &[(FOR, "203.0.113.7, 10.0.0.2"), (PROTO, "https, http")],
            "https://203.0.113.7",
        ),
        (
            &[(FOR, "203.0.113.7, 10.0.0.2"), (PROTO, "https")],
            "https://203.0.113.7",
        ),
        (
            &[(FOR, "203.0.113.7"), (PROTO, "https, http")],
            "http://203.0.113.7",
        ),
        (&[(FOR, "203.0.113.7"), (PROTO, "wss")], "https://203.0.113.7"),
        (&[(FOR, "203.0.113.7"), (PROTO, "gopher")], "http://203.0.113.7"),
        // The header of the RFC is not looked at.
        (&[("forwarded", "for=6.6.6.6")], "http://10.0.0.1:50000"),
    ] {
        assert_eq!(told(&client, "10.0.0.1", headers), expected, "{headers:?}");
    }
    // A proxy that speaks TLS with us and says nothing of its client's connection.
    let over_tls = client
        .get("/client")
        .peer("10.0.0.1")
        .https()
        .header(FOR, "203.0.113.7");
    assert_eq!(over_tls.send().text(), "\"https://203.0.113.7\"");
}

#[test]
fn rfc_7239_is_read_where_it_was_asked_for() {
    let client = behind(TrustedProxies::new(["10.0.0.0/8"]).rfc_7239());
    for (lines, expected) in [
        (&["for=203.0.113.7;proto=https"][..], "https://203.0.113.7"),
        (
            &["for=6.6.6.6;proto=https, for=203.0.113.7"],
            "http://203.0.113.7",
        ),
        (
            &[
                "for=\"[2001:db8::7]:4711\";proto=https",
                "for=10.0.0.2;proto=http;by=10.0.0.1",
            ],
            "https://[2001:db8::7]:4711",
        ),
        (&["for=_hidden"], "http://unknown"),
        (&["for=\", for=203.0.113.7"], "http://203.0.113.7"),
        (&["for=6.6.6.6, nonsense"], "http://unknown"),
    ] {
        let headers: Vec<_> = lines.iter().map(|line| ("forwarded", *line)).collect();
        assert_eq!(told(&client, "10.0.0.1", &headers), expected, "{lines:?}");
    }
    let other = [("x-forwarded-for", "6.6.6.6"), ("x-forwarded-proto", "https")];
    assert_eq!(told(&client, "10.0.0.1", &other), "http://10.0.0.1:50000");
}

#[test]
fn a_unix_socket_is_trusted_by_its_word_alone() {
    let said = [(FOR, "203.0.113.7")];
    assert_eq!(told(&behind(["127.0.0.1"]), "unix", &said), "http://unknown");
    for proxies in ["unix", "*"] {
        assert_eq!(
            told(&behind([proxies]), "unix", &said),
            "http://203.0.113.7",
            "{proxies}"
        );
    }
}

#[test]
fn whatever_takes_the_request_leaves_the_client_to_others() {
    for app in [app(), app().add_middleware(pass)] {
        let client = TestClient::new(app.trusted_proxies(["10.0.0.1"]));
        let request = client
            .get("/client-of-request?q=7")
            .peer("10.0.0.1")
            .header(FOR, "203.0.113.7");
        let request = request
            .header("x-forwarded-host", "shop.example:8443")
            .header("host", "inside");
        assert_eq!(
            request.send().text(),
            "\"http://203.0.113.7 http://shop.example:8443 Some(7)\""
        );
    }
}

async fn pass(request: Request, next: Next) -> Response {
    assert_eq!(Client::of(&request).to_string(), "203.0.113.7");
    next.run(request).await
}

#[websocket("/greeting")]
async fn greeting(client: Client, ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    ws.send_text(shown(client)).await
}

#[test]
fn a_handshake_has_a_client_too() {
    let client = behind(["10.0.0.1"]);
    let request = client.websocket("/greeting").peer("10.0.0.1");
    let mut ws = request.header(FOR, "203.0.113.7").header(PROTO, "wss").connect();
    assert_eq!(ws.receive_text(), "https://203.0.113.7");
}

#[test]
fn a_host_that_is_none_is_refused() {
    let client = TestClient::new(app());
    let ask = |host: &str| client.get("/base").header("host", host).send().status();
    assert_eq!(ask("shop.example:8080"), 200);
    for host in ["", "a b", "user@shop.example", "shop.example/path"] {
        assert_eq!(ask(host), 400, "{host}");
    }
    let document = app().openapi().expect("a document");
    let statuses = &document["paths"]["/base"]["get"]["responses"];
    assert!(statuses.get("400").is_some(), "{statuses}");
}

#[test]
fn a_redirect_to_tls_believes_proxies_alone() {
    let app = app()
        .add_middleware(HttpsRedirectMiddleware)
        .trusted_proxies(["10.0.0.1"]);
    let client = TestClient::new(app);
    let ask = |peer: &str| client.get("/client?a=b").peer(peer).header("host", "inside:8000");
    let redirected = ask("198.51.100.9")
        .header(PROTO, "https")
        .header("x-forwarded-host", "evil.example")
        .send();
    assert_eq!(
        (redirected.status(), redirected.header("location")),
        (307, Some("https://inside/client?a=b"))
    );
    let through = ask("10.0.0.1")
        .header(PROTO, "http")
        .header("x-forwarded-host", "shop.example")
        .send();
    assert_eq!(
        through.header("location"),
        Some("https://shop.example/client?a=b")
    );
    assert_eq!(ask("10.0.0.1").header(PROTO, "https").send().status(), 200);
    assert_eq!(ask("198.51.100.9").https().send().status(), 200);
}

#[test]
fn each_client_has_its_own_limit() {
    let limit = RateLimitMiddleware::new(1, std::time::Duration::from_hours(1)).by_client();
    let client = TestClient::new(
        app()
            .add_middleware(Layered::of(limit))
            .trusted_proxies(["10.0.0.1"]),
    );
    let ask = |peer: &str, said: &str| client.get("/client").peer(peer).header(FOR, said).send().status();
    assert_eq!(ask("198.51.100.9", "203.0.113.1"), 200);
    assert_eq!(
        ask("198.51.100.9:7", "203.0.113.2"),
        429,
        "it cannot call itself otherwise"
    );
    assert_eq!(ask("198.51.100.8", ""), 200);
    assert_eq!(
        [ask("10.0.0.1", "203.0.113.3"), ask("10.0.0.1", "203.0.113.4")],
        [200, 200]
    );
    assert_eq!(ask("2001:db8:0:1::1", ""), 200);
    assert_eq!(
        ask("2001:db8:0:1:ffff::2", ""),
        429,
        "one network has many addresses"
    );
    assert_eq!(ask("2001:db8:0:2::1", ""), 200);
}

#[test]
fn the_log_names_the_client() {
    log::begin();
    let client = behind(["10.0.0.1"]);
    let asked = client
        .get("/client?9001")
        .peer("10.0.0.1")
        .header(FOR, "203.0.113.77");
    asked.send();
    let lines = log::lines("client=203.0.113.77");
    assert!(
        lines.len() == 1 && lines[0].starts_with("INFO GET /client 200"),
        "{lines:?}"
    );
}
