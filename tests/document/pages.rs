//! The pages that show the document: where they are, what is said of them, what they may load.

use fastr::openapi::Server;
use fastr::{App, TestClient, TestResponse};
use serde_json::{Value, json};

fn app() -> App {
    App::of("nowhere").title("A & B")
}

fn get(app: App, path: &str) -> TestResponse {
    TestClient::new(app).get(path).send()
}

/// The paths that a page names in `src` and `href`.
fn named(html: &str) -> Vec<String> {
    ["src=\"", "href=\""]
        .into_iter()
        .flat_map(|attribute| html.split(attribute).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .filter(|path| path.starts_with('/'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_page_has_its_files_and_a_policy() {
    for (path, title) in [
        ("/docs", "Swagger UI"),
        ("/redoc", "ReDoc"),
        ("/scalar", "Scalar"),
    ] {
        let page = get(app(), path);
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
        let html = page.text();
        assert!(
            html.contains(&format!("<title>A &amp; B - {title}</title>")),
            "{html}"
        );
        let policy = page.header("content-security-policy").expect("a policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self';"),
            "{policy}"
        );
        assert!(!policy.contains("http"), "{policy}");
        assert!(!html.contains("http") && !html.contains("<script>"), "{html}");
        let files = named(html);
        assert!(files.len() >= 2, "{files:?}");
        for file in files {
            let asset = get(app(), &file);
            assert_eq!(asset.status(), 200, "{file}");
            assert_eq!(asset.header("x-content-type-options"), Some("nosniff"), "{file}");
            assert!(asset.header("etag").is_some(), "{file}");
        }
    }
}

#[test]
fn a_page_may_ask_the_servers_that_the_document_names() {
    let app = app()
        .server(Server::new("https://api.example.com/v1"))
        .server(Server::new("/v2"));
    let page = get(app, "/docs");
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(
        policy.contains("connect-src 'self' https://api.example.com;"),
        "{policy}"
    );
}

#[test]
fn each_page_can_be_elsewhere_or_nowhere() {
    let moved = || {
        app()
            .docs_url(Some("/"))
            .redoc_url(Some("/help/"))
            .scalar_url(None)
    };
    assert_eq!(get(moved(), "/").status(), 200);
    assert_eq!(get(moved(), "/swagger-ui.css").status(), 200);
    assert_eq!(get(moved(), "/help/").status(), 200);
    assert_eq!(get(moved(), "/help/redoc.standalone.js").status(), 200);
    for path in ["/docs", "/redoc", "/scalar", "/scalar/initialize.js"] {
        assert_eq!(get(moved(), path).status(), 404, "{path}");
    }
    for path in ["/docs", "/redoc", "/scalar"] {
        assert_eq!(get(app().openapi_url(None), path).status(), 404, "{path}");
    }
}

#[test]
fn two_pages_do_not_share_a_path() {
    for (app, path) in [
        (app().redoc_url(Some("/docs")), "/docs"),
        (app().openapi_url(Some("/redoc")), "/redoc"),
        (app().metrics("/docs/statuses"), "/docs/statuses"),
    ] {
        let Err(error) = app.service() else {
            panic!("there are two pages at `{path}`")
        };
        assert_eq!(
            error.to_string(),
            format!(
                "two pages are asked for at {path}, of the document or the counters; give one of them another path"
            )
        );
    }
}

#[test]
fn a_page_has_a_path_without_parameters() {
    for (app, path) in [
        (app().docs_url(Some("docs")), "docs"),
        (app().redoc_url(Some("/{page}")), "/{page}"),
        (
            app().openapi_url(Some("https://example.com/openapi.json")),
            "https://example.com/openapi.json",
        ),
        (app().openapi_url(Some("")), ""),
    ] {
        let Err(error) = app.service() else {
            panic!("`{path}` is no path")
        };
        assert_eq!(
            error.to_string(),
            format!(
                "a page cannot be at `{path}`; give it a path that begins with a slash and has no parameters, such as `/docs`"
            )
        );
    }
}

#[test]
fn the_scripts_are_told_what_the_user_says() {
    let app = || {
        app()
            .openapi_url(Some("/api/v1/openapi.json"))
            .swagger_ui_parameter("docExpansion", "none")
            .swagger_ui_init_oauth("clientId", "shop")
            .redoc_option("hideDownloadButtons", true)
            .scalar_option("theme", "moon")
    };
    for (path, said) in [
        (
            "/docs/initialize.js",
            &[r#""docExpansion":"none""#, r#"initOAuth({"clientId":"shop"})"#][..],
        ),
        ("/redoc/initialize.js", &[r#"{"hideDownloadButtons":true}"#]),
        (
            "/scalar/initialize.js",
            &[r#""theme":"moon""#, r#""telemetry":false"#],
        ),
    ] {
        let answer = get(app(), path);
        let script = answer.text();
        assert!(script.contains(r#""/api/v1/openapi.json""#), "{script}");
        for said in said {
            assert!(script.contains(said), "{said} is not in {script}");
        }
    }
}

#[test]
fn a_login_comes_back_where_it_should() {
    let at = |app: App, path: &str| get(app, path).status();
    assert_eq!(at(app(), "/docs/oauth2-redirect"), 200);
    assert!(
        get(app(), "/docs/oauth2-redirect")
            .text()
            .contains("src=\"/docs/oauth2-redirect.js\"")
    );
    let moved = || app().swagger_ui_oauth2_redirect_url(Some("/login"));
    assert_eq!(at(moved(), "/login"), 200);
    assert_eq!(at(moved(), "/docs/oauth2-redirect"), 404);
    assert!(
        get(moved(), "/docs/initialize.js")
            .text()
            .contains(r#"new URL("/login","#)
    );
    let nowhere = app().swagger_ui_oauth2_redirect_url(None);
    assert_eq!(at(nowhere, "/docs/oauth2-redirect"), 404);
}

#[test]
fn what_the_client_has_is_not_sent_again() {
    let client = TestClient::new(app());
    for path in [
        "/openapi.json",
        "/docs",
        "/docs/swagger-ui-bundle.js",
        "/scalar/scalar.standalone.js",
    ] {
        let whole = client.get(path).send();
        let tag = whole.header("etag").expect("a tag").to_owned();
        assert_eq!(whole.header("cache-control"), Some("no-cache"));
        for known in [
            tag.clone(),
            format!("W/{tag}"),
            format!("\"other\" , {tag}"),
            "*".to_owned(),
        ] {
            for method in ["GET", "HEAD"] {
                let answer = client
                    .request(method, path)
                    .header("if-none-match", &known)
                    .send();
                assert_eq!(answer.status(), 304, "{method} {path} {known}");
                assert_eq!(answer.header("etag"), Some(tag.as_str()));
                assert_eq!(answer.header("content-type"), None);
                assert_eq!(answer.text(), "");
            }
        }
        for unknown in ["\"other\"", "", tag.trim_matches('"')] {
            let answer = client.get(path).header("if-none-match", unknown).send();
            assert_eq!(answer.status(), 200, "{path} {unknown}");
        }
    }
}

#[test]
fn another_document_has_another_tag() {
    let tag = |title: &str| {
        let answer = get(App::of("nowhere").title(title), "/openapi.json");
        answer.header("etag").map(str::to_owned)
    };
    assert_eq!(tag("A"), tag("A"));
    assert_ne!(tag("A"), tag("B"));
}

#[test]
fn a_program_without_a_document_does_not_make_it() {
    let made = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let counted = std::sync::Arc::clone(&made);
    let app = app().openapi_with(move |document: &mut Value| {
        counted.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        document["x-made"] = json!(true);
    });
    assert_eq!(get(app.clone().openapi_url(None), "/docs").status(), 404);
    assert_eq!(made.load(std::sync::atomic::Ordering::Relaxed), 0);
    assert_eq!(get(app, "/openapi.json").status(), 200);
    assert_eq!(made.load(std::sync::atomic::Ordering::Relaxed), 1);
}
