//! HEAD and OPTIONS, derived and declared; 404 and 405; several methods of one function.

use fastr::{App, RequestParts, ResponseParts, get, head, options, post, route};

use crate::support::{Server, bare, json, with};

#[get("/items", responses(200))]
async fn list_items(response: &mut ResponseParts) -> Vec<u32> {
    response.set_header("x-total", "3");
    vec![1, 2, 3]
}

#[post("/items", status_code = 201)]
async fn create_item() -> bool {
    true
}

#[get("/own")]
async fn read_own() -> String {
    "of GET".to_owned()
}

#[head("/own", responses(200))]
async fn head_own(response: &mut ResponseParts) {
    response.set_header("x-from", "head");
}

#[options("/own")]
async fn options_own() -> String {
    "of OPTIONS".to_owned()
}

#[head("/head-only", status_code = 204)]
async fn head_only() {}

#[route("/several", methods("PUT", "PATCH", "DELETE"))]
async fn several(request: &RequestParts) -> String {
    request.method.to_string()
}

#[get("/users/me")]
async fn read_me() -> String {
    "me".to_owned()
}

#[route("/users/{name}", methods("GET", "DELETE"))]
async fn user(name: String) -> String {
    name
}

fn ask(line: &str) -> String {
    Server::start(App::of(module_path!())).ask(line, "")
}

fn not_allowed(allow: &str) -> String {
    let body = r#"{"detail":"Method Not Allowed"}"#;
    let headers = [
        "content-type: application/json",
        &format!("allow: {allow}"),
        "content-length: 31",
    ];
    with("405 Method Not Allowed", &headers, body)
}

#[test]
fn head_is_get_without_its_body() {
    let server = Server::start(App::of(module_path!()));
    let mut connection = server.connect();
    for _ in 0..2 {
        let headers = [
            "x-total: 3",
            "content-type: application/json",
            "content-length: 7",
        ];
        assert_eq!(connection.ask("HEAD /items", ""), with("200 OK", &headers, ""));
        assert_eq!(
            connection.ask("GET /items", ""),
            with("200 OK", &headers, "[1,2,3]")
        );
        assert_eq!(
            connection.ask("HEAD /nowhere", ""),
            json("404 Not Found", r#"{"detail":"Not Found"}"#).replace(r#"{"detail":"Not Found"}"#, "")
        );
    }
}

#[test]
fn a_head_of_its_own_goes_before_the_derived_one() {
    let headers = [
        "x-from: head",
        "content-type: application/json",
        "content-length: 4",
    ];
    assert_eq!(ask("HEAD /own"), with("200 OK", &headers, ""));
    assert_eq!(ask("GET /own"), json("200 OK", r#""of GET""#));
    assert_eq!(ask("HEAD /head-only"), bare("204 No Content"));
    assert_eq!(ask("GET /head-only"), not_allowed("HEAD, OPTIONS"));
}

#[test]
fn options_is_derived_unless_declared() {
    assert_eq!(
        ask("OPTIONS /items"),
        with("204 No Content", &["allow: GET, POST, HEAD, OPTIONS"], "")
    );
    assert_eq!(
        ask("OPTIONS /several"),
        with("204 No Content", &["allow: PUT, DELETE, PATCH, OPTIONS"], "")
    );
    assert_eq!(
        ask("OPTIONS /openapi.json"),
        with("204 No Content", &["allow: GET, HEAD, OPTIONS"], "")
    );
    assert_eq!(ask("OPTIONS /own"), json("200 OK", r#""of OPTIONS""#));
}

#[test]
fn another_method_is_told_which_ones_there_are() {
    for method in ["DELETE", "TRACE", "PROPFIND"] {
        assert_eq!(
            ask(&format!("{method} /items")),
            not_allowed("GET, POST, HEAD, OPTIONS")
        );
    }
    assert_eq!(ask("GET /several"), not_allowed("PUT, DELETE, PATCH, OPTIONS"));
    assert_eq!(ask("POST /docs"), not_allowed("GET, HEAD, OPTIONS"));
}

#[test]
fn an_unknown_path_is_not_found_with_any_method() {
    let not_found = json("404 Not Found", r#"{"detail":"Not Found"}"#);
    for line in [
        "GET /nowhere",
        "PROPFIND /nowhere",
        "OPTIONS /nowhere",
        "GET /items/1",
    ] {
        assert_eq!(ask(line), not_found, "{line}");
    }
}

#[test]
fn one_function_answers_several_methods() {
    for method in ["PUT", "PATCH", "DELETE"] {
        assert_eq!(
            ask(&format!("{method} /several")),
            json("200 OK", &format!("\"{method}\""))
        );
    }
}

/// As in FastAPI, where a path that fits without the method does not keep the request from another that has both.
#[test]
fn a_method_is_looked_for_in_every_template_that_fits() {
    assert_eq!(ask("GET /users/me"), json("200 OK", "\"me\""));
    assert_eq!(ask("DELETE /users/me"), json("200 OK", "\"me\""));
    assert_eq!(ask("DELETE /users/%6De"), json("200 OK", "\"me\""));
    assert_eq!(ask("DELETE /users/you"), json("200 OK", "\"you\""));
    let allowed = not_allowed("GET, DELETE, HEAD, OPTIONS");
    assert_eq!(ask("PUT /users/me"), allowed);
    assert_eq!(ask("PUT /users/you"), allowed);
}
