//! The usual middleware, as its clients see it.

use std::time::Duration;

use fastr::{
    App, CorsMiddleware, GZipMiddleware, HttpsRedirectMiddleware, Layered, RateLimitMiddleware, Request,
    RequestId, RequestIdMiddleware, TestClient, TimeoutMiddleware, TrustedHostMiddleware, get,
};

use crate::support::{Server, with};

#[get("/")]
async fn root() -> bool {
    true
}

#[get("/large")]
async fn large() -> String {
    "a".repeat(2000)
}

#[get("/never")]
async fn never() -> bool {
    std::future::pending().await
}

#[get("/id")]
async fn id(request: Request) -> String {
    let id = request.extensions().get::<RequestId>();
    id.map(ToString::to_string).unwrap_or_default()
}

fn app() -> App {
    App::of(module_path!())
}

fn ask(app: App, line: &str, headers: &[&str]) -> String {
    let server = Server::start(app);
    let mut connection = server.connect();
    connection.send(crate::support::request_with(line, headers, ""));
    if line.starts_with("HEAD") {
        connection.head()
    } else {
        connection.answer()
    }
}

fn cors() -> CorsMiddleware {
    CorsMiddleware::new()
        .allow_origins(["http://a.example", "http://b.example"])
        .allow_headers(["X-Key"])
        .expose_headers(["x-one", "x-two"])
}

#[test]
fn a_preflight_says_what_is_allowed() {
    let answer = ask(
        app().add_middleware(cors()),
        "OPTIONS /",
        &[
            "origin: http://b.example",
            "access-control-request-method: GET",
            "access-control-request-headers: x-key, Accept",
        ],
    );
    assert_eq!(
        answer,
        with(
            "200 OK",
            &[
                "access-control-allow-origin: http://b.example",
                "vary: Origin",
                "access-control-allow-methods: GET",
                "access-control-max-age: 600",
                "access-control-allow-headers: accept, accept-language, content-language, content-type, x-key",
                "content-type: text/plain; charset=utf-8",
                "content-length: 2",
            ],
            "OK"
        )
    );
}

#[test]
fn a_preflight_that_asks_too_much_says_what_is_wrong() {
    let answer = ask(
        app().add_middleware(cors()),
        "OPTIONS /nowhere",
        &[
            "origin: http://evil.example",
            "access-control-request-method: PUT",
            "access-control-request-headers: x-other",
        ],
    );
    assert!(answer.starts_with("HTTP/1.1 400 Bad Request\n"), "{answer}");
    assert!(!answer.contains("access-control-allow-origin"), "{answer}");
    assert!(
        answer.ends_with("\n\nDisallowed CORS origin, method, headers"),
        "{answer}"
    );
}

#[test]
fn an_options_that_is_no_preflight_is_answered_by_the_routes() {
    let answer = ask(
        app().add_middleware(cors()),
        "OPTIONS /",
        &["origin: http://a.example"],
    );
    assert!(
        answer.starts_with("HTTP/1.1 204 No Content\nallow: GET, HEAD, OPTIONS\n"),
        "{answer}"
    );
    assert!(
        answer.contains("access-control-allow-origin: http://a.example\n"),
        "{answer}"
    );
}

#[test]
fn an_answer_names_the_origin_that_may_read_it() {
    let of = |app: App, headers: &[&str]| ask(app, "GET /", headers);
    let named = of(app().add_middleware(cors()), &["origin: http://a.example"]);
    assert!(named.contains("access-control-allow-origin: http://a.example\nvary: Origin\naccess-control-expose-headers: x-one, x-two\n"), "{named}");
    let stranger = of(app().add_middleware(cors()), &["origin: http://c.example"]);
    assert!(
        stranger.starts_with("HTTP/1.1 200") && !stranger.contains("allow-origin"),
        "{stranger}"
    );
    assert!(stranger.contains("vary: Origin\n"), "{stranger}");
    let nobody = of(app().add_middleware(cors()), &[]);
    assert!(!nobody.contains("access-control"), "{nobody}");
    let every = CorsMiddleware::new().allow_origins(["*"]);
    assert!(
        of(app().add_middleware(every.clone()), &["origin: null"])
            .contains("access-control-allow-origin: *\n")
    );
    let with_cookie = of(
        app().add_middleware(every.allow_credentials(true)),
        &["origin: http://x.example"],
    );
    assert!(with_cookie.contains("access-control-allow-origin: http://x.example\nvary: Origin\naccess-control-allow-credentials: true\n"), "{with_cookie}");
}

#[test]
fn only_large_answers_are_compressed_and_only_for_those_who_take_it() {
    let app = || app().add_middleware(GZipMiddleware::new());
    let server = Server::start(app());
    let mut connection = server.connect();
    connection.send("GET /large HTTP/1.1\r\nhost: a\r\naccept-encoding: gzip\r\n\r\n");
    let head = connection.head();
    assert!(
        head.contains("content-encoding: gzip\n") && head.contains("transfer-encoding: chunked\n"),
        "{head}"
    );
    let small = ask(app(), "GET /", &["accept-encoding: gzip"]);
    assert!(!small.contains("content-encoding"), "{small}");
    let plain = ask(app(), "GET /large", &[]);
    assert!(plain.contains("content-length: 2002\n"), "{plain}");
    // The client looks at nothing that is compressed, and does not complain.
    let client = TestClient::new(app());
    let answer = client.get("/large").header("accept-encoding", "gzip").send();
    assert_eq!(&answer.bytes()[..2], [0x1f, 0x8b]);
}

#[test]
fn unknown_hosts_are_refused() {
    let app = || {
        app().add_middleware(TrustedHostMiddleware::new([
            "example.com",
            "*.example.org",
            "www.example.net",
            "[::1]",
        ]))
    };
    let status = |host: &str| {
        let server = Server::start(app());
        let mut connection = server.connect();
        connection.send(format!("GET /?a=b HTTP/1.1\r\nhost: {host}\r\n\r\n"));
        connection.answer()
    };
    for host in ["example.com", "EXAMPLE.com:80", "a.b.example.org", "[::1]:8000"] {
        assert!(status(host).starts_with("HTTP/1.1 200"), "{host}");
    }
    for host in ["evil.com", "example.org", "example.com.evil.com", "", "[::1]x"] {
        let answer = status(host);
        assert!(answer.starts_with("HTTP/1.1 400"), "{host}: {answer}");
        assert!(
            answer.ends_with(r#"{"detail":"Invalid host header"}"#),
            "{answer}"
        );
    }
    let redirected = status("example.net");
    assert!(
        redirected.starts_with("HTTP/1.1 307") && redirected.contains("location: //www.example.net/?a=b\n"),
        "{redirected}"
    );
    let document = app().openapi().expect("a document");
    let responses = document["paths"]["/"]["get"]["responses"]
        .as_object()
        .expect("responses");
    assert_eq!(responses.keys().collect::<Vec<_>>(), ["200", "307", "400", "500"]);
}

#[test]
fn everything_goes_over_tls() {
    let app = || app().add_middleware(HttpsRedirectMiddleware);
    let answer = ask(app(), "GET /a%20b?c=d", &[]);
    assert_eq!(
        answer,
        with(
            "307 Temporary Redirect",
            &["location: https://localhost/a%20b?c=d", "content-length: 0"],
            ""
        )
    );
    let app = app().trusted_proxies(["127.0.0.1"]);
    assert!(ask(app, "GET /", &["x-forwarded-proto: https"]).starts_with("HTTP/1.1 200"));
}

#[test]
fn waiting_has_an_end() {
    let app =
        app().add_middleware(Layered::of(TimeoutMiddleware::new(Duration::from_millis(20))).only::<never>());
    let client = TestClient::new(app);
    let answer = client.get("/never").send();
    assert_eq!(
        (answer.status(), answer.text()),
        (504, r#"{"detail":"The answer took too long"}"#)
    );
    assert_eq!(client.get("/").send().status(), 200);
}

#[test]
fn every_request_has_an_id() {
    let client = TestClient::new(app().add_middleware(RequestIdMiddleware));
    let given = client.get("/id").header("x-request-id", "abc-1").send();
    assert_eq!(
        (given.header("x-request-id"), given.text()),
        (Some("abc-1"), "\"abc-1\"")
    );
    let made: Vec<String> = (0..2)
        .map(|_| {
            client
                .get("/id")
                .header("x-request-id", "not one")
                .send()
                .text()
                .to_owned()
        })
        .collect();
    assert!(
        made[0] != made[1] && made.iter().all(|id| id.len() == 34),
        "{made:?}"
    );
    let lost = client.get("/nowhere").send();
    assert_eq!(lost.header("x-request-id").map(str::len), Some(32));
}

#[test]
fn who_asks_too_often_waits() {
    fn key(request: &Request) -> String {
        request.uri().query().unwrap_or_default().to_owned()
    }
    let limit = RateLimitMiddleware::new(2, Duration::from_hours(1)).by(key);
    let client = TestClient::new(app().add_middleware(limit));
    let statuses = |path: &str| {
        (0..3)
            .map(|_| client.get(path).send().status())
            .collect::<Vec<_>>()
    };
    assert_eq!(statuses("/?a"), [200, 200, 429]);
    assert_eq!(statuses("/?b"), [200, 200, 429]);
    let refused = client.get("/?a").send();
    let wait: u32 = refused
        .header("retry-after")
        .and_then(|wait| wait.parse().ok())
        .expect("a time to wait");
    assert!((1700..=1800).contains(&wait), "{wait}");
}
