//! `raises(...)` and `responses(...)` of open signatures: codes, ranges, `default`, and what is said of them.

use fastr::{App, HttpException, TestClient, get, model, status};
use serde_json::json;

/// What went wrong.
#[model]
struct Problem {
    reason: String,
}

#[get(
    "/detailed",
    raises(status::HTTP_403_FORBIDDEN),
    responses(
        409(
            description = "Somebody was faster",
            model = Vec<Problem>,
            headers("retry-after" = "Seconds to wait"),
            examples(one = json!([{ "reason": "x" }]), none = json!([])),
        ),
        410 = "Gone for good",
        5XX(description = "Our fault", example = json!({ "detail": "x" })),
        default = "Anything else",
    )
)]
fn detailed(status: u16) -> Result<(), HttpException> {
    Err(HttpException::of(status))
}

#[get("/clients-fault", raises(4XX))]
fn clients_fault(status: u16) -> Result<(), HttpException> {
    Err(HttpException::of(status))
}

fn app() -> App {
    App::of(module_path!())
}

#[test]
fn everything_that_is_said_is_documented() {
    let responses = super::documented(&app(), "get", "/detailed");
    let keys: Vec<&str> = responses.keys().map(String::as_str).collect();
    assert_eq!(keys, ["200", "403", "409", "410", "422", "500", "5XX", "default"]);
    assert_eq!(
        responses["409"],
        json!({
            "description": "Somebody was faster",
            "headers": { "retry-after": { "description": "Seconds to wait", "schema": { "type": "string" } } },
            "content": { "application/json": {
                "schema": { "items": { "$ref": "#/components/schemas/Problem" }, "type": "array" },
                "examples": { "one": { "value": [{ "reason": "x" }] }, "none": { "value": [] } },
            } },
        })
    );
    let error = json!({ "$ref": "#/components/schemas/HTTPException" });
    assert_eq!(
        responses["5XX"],
        json!({
            "description": "Our fault",
            "content": { "application/json": {
                "schema": error,
                "examples": { "example": { "value": { "detail": "x" } } },
            } },
        })
    );
    assert_eq!(
        responses["default"],
        json!({ "description": "Anything else", "content": { "application/json": { "schema": error } } })
    );
}

#[test]
fn a_range_lets_its_statuses_through() {
    let client = TestClient::new(app());
    for status in [400, 404, 418, 499] {
        let response = client.get(&format!("/clients-fault?status={status}")).send();
        assert_eq!(response.status(), status);
    }
    assert_eq!(client.get("/detailed?status=299").send().status(), 299);
}

#[test]
#[should_panic(expected = "answered 503 Service Unavailable, which it does not declare")]
fn a_range_lets_no_other_status_through() {
    TestClient::new(app()).get("/clients-fault?status=503").send();
}

#[test]
fn an_undeclared_status_is_counted_and_cannot_be_overlooked() {
    let service = app().service().expect("it starts");
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let ask = |uri: &str| {
        let mut request = fastr::Request::new(fastr::Body::empty());
        *request.uri_mut() = uri.parse().expect("a URI");
        let runtime = runtime.as_ref().expect("a runtime");
        runtime.block_on(service.answer(request)).status().as_u16()
    };
    assert_eq!((ask("/clients-fault?status=404"), service.undeclared()), (404, 0));
    // In a release build it is sent; both times it is logged.
    let sent = if cfg!(debug_assertions) { 500 } else { 503 };
    assert_eq!(
        (ask("/clients-fault?status=503"), service.undeclared()),
        (sent, 1)
    );
}
