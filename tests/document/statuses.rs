//! The page of statuses: every operation against every status, and who sends it.

use fastr::{ApiError, App, HttpException, TestClient, TestResponse, delete, get, model, post};

#[model]
struct Item {
    name: String,
}

/// What can go wrong.
#[derive(Debug, ApiError)]
enum ItemError {
    #[status(404, "No such item")]
    NotFound,
}

mod shop {
    //! Operations that show each kind of cause.

    use super::{HttpException, Item, ItemError, delete, get, post};

    #[post("/items/{shelf}", status_code = 201, summary = "Create <an> item")]
    fn create_item(shelf: u8, item: Item) -> Result<Item, ItemError> {
        if shelf == 0 {
            Err(ItemError::NotFound)
        } else {
            Ok(item)
        }
    }

    #[delete("/items", status_code = 204)]
    fn remove_items() {}

    #[get("/anything", raises(409, 4XX))]
    fn anything() -> Result<String, HttpException> {
        Err(HttpException::of(409))
    }

    #[get("/hidden", include_in_schema = false, raises(418))]
    fn hidden() -> Result<String, HttpException> {
        Err(HttpException::of(418))
    }
}

fn app() -> App {
    App::of(concat!(module_path!(), "::shop")).title("A & B")
}

fn get_page(app: App, path: &str) -> TestResponse {
    TestClient::new(app).get(path).send()
}

fn page() -> String {
    get_page(app(), "/docs/statuses").text().to_owned()
}

/// The part of the page that is about an operation.
fn section<'a>(html: &'a str, method: &str, path: &str) -> &'a str {
    let begin = format!("\n<h2><b>{method}</b> <code>{path}</code></h2>");
    let mut sections = html.split("<section>").skip(1);
    let found = sections.find(|section| section.starts_with(&begin));
    found.unwrap_or_else(|| panic!("{method} {path} is not in {html}"))
}

/// The statuses of an operation, each with those who send it: without their places, and without marks.
fn said(section: &str) -> Vec<(String, Vec<String>)> {
    let entries = section.split("<dt").skip(1);
    let of_entry = |entry: &str| {
        let mut lines = entry.lines();
        let status = plain(
            lines
                .next()
                .and_then(|line| line.split_once('>'))
                .expect("a status")
                .1,
        );
        let who = lines.filter(|line| line.starts_with("<dd>"));
        let who = who.map(|line| plain(line.split(" <span>").next().unwrap_or(line)));
        (status, who.collect())
    };
    entries.map(of_entry).collect()
}

/// A text without its tags.
fn plain(html: &str) -> String {
    let pieces = html
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    pieces.collect()
}

#[test]
fn every_operation_has_its_statuses_and_who_sends_them() {
    let html = page();
    let of = |status: &str, who: &[&str]| {
        (
            status.to_owned(),
            who.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>(),
        )
    };
    assert_eq!(
        said(section(&html, "POST", "/items/{shelf}")),
        [
            of("201 Created", &["what create_item returns"]),
            of("404 Not Found", &["ItemError::NotFound"]),
            of("413 Content Too Large", &["the parameter item (body)"]),
            of("415 Unsupported Media Type", &["the parameter item (body)"]),
            of(
                "422 Unprocessable Content",
                &["the parameter shelf (path)", "the parameter item (body)"]
            ),
            of("500 Internal Server Error", &["a panic of create_item"]),
        ]
    );
    assert_eq!(
        said(section(&html, "DELETE", "/items")),
        [
            of("204 No Content", &["what remove_items returns"]),
            of("500 Internal Server Error", &["a panic of remove_items"]),
        ]
    );
    let anything = said(section(&html, "GET", "/anything"));
    let statuses: Vec<_> = anything.iter().map(|(status, _)| status.as_str()).collect();
    assert_eq!(
        statuses,
        ["200 OK", "409 Conflict", "500 Internal Server Error", "4XX"]
    );
    assert!(
        !html.contains("/hidden"),
        "it is not in the document either: {html}"
    );
}

/// The page and the document are two views of one contract.
#[test]
fn the_page_has_what_the_document_has() {
    let html = page();
    let document = app().openapi().expect("a document");
    let mut compared = 0;
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("an item") {
            let mut documented: Vec<&str> = operation["responses"]
                .as_object()
                .expect("responses")
                .keys()
                .map(String::as_str)
                .collect();
            documented.sort_unstable();
            let shown = said(section(&html, &method.to_uppercase(), path));
            let mut shown: Vec<&str> = shown
                .iter()
                .filter_map(|(status, _)| status.split(' ').next())
                .collect();
            shown.sort_unstable();
            assert_eq!(shown, documented, "{method} {path}");
            compared += 1;
        }
    }
    assert_eq!(compared, 3);
}

#[test]
fn every_dot_leads_to_its_status() {
    let html = page();
    let dots: Vec<&str> = html
        .split("<a href=\"#")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(dots.len(), 6 + 2 + 4, "{dots:?}");
    for dot in dots {
        assert_eq!(html.matches(&format!(" id=\"{dot}\"")).count(), 1, "{dot}");
    }
}

#[test]
fn what_the_user_wrote_is_text() {
    let html = page();
    assert!(html.contains("<title>A &amp; B - Statuses</title>"), "{html}");
    assert!(html.contains("Create &lt;an&gt; item"), "{html}");
    assert!(!html.contains("<an>") && !html.contains("<script"), "{html}");
}

#[test]
fn a_moved_status_of_validation_is_moved_here_too() {
    let html = get_page(app().validation_status(400), "/docs/statuses")
        .text()
        .to_owned();
    let shown = said(section(&html, "POST", "/items/{shelf}"));
    assert!(
        shown.iter().any(|(status, _)| status == "400 Bad Request"),
        "{shown:?}"
    );
    assert!(!html.contains("422"), "{html}");
}

#[test]
fn the_page_needs_no_script_and_is_not_sent_twice() {
    let client = TestClient::new(app());
    let page = client.get("/docs/statuses").send();
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(
        page.header("content-security-policy"),
        Some(
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
        )
    );
    let tag = page.header("etag").expect("a tag");
    let again = client.get("/docs/statuses").header("if-none-match", tag).send();
    assert_eq!((again.status(), again.text()), (304, ""));
    let style = client.get("/docs/statuses.css").send();
    assert_eq!(style.header("content-type"), Some("text/css; charset=utf-8"));
    assert!(style.header("etag").is_some());
}

#[test]
fn it_is_beside_the_documentation_page_and_goes_with_it() {
    let moved = get_page(app().docs_url(Some("/help/")), "/help/statuses");
    assert!(
        moved.text().contains("href=\"/help/statuses.css\""),
        "{}",
        moved.text()
    );
    assert!(moved.text().contains("href=\"/help/\""), "{}", moved.text());
    let docs = get_page(app(), "/docs");
    assert!(docs.text().contains("href=\"/docs/statuses\""), "{}", docs.text());
    assert_eq!(get_page(app().docs_url(None), "/docs/statuses").status(), 404);
    assert_eq!(get_page(app().openapi_url(None), "/docs/statuses").status(), 404);
}
