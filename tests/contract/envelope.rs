//! One envelope for all errors, and one status for arguments that are not valid, wire and document together.

use fastr::{App, ErrorFormat, HttpException, TestClient, get, model, post};
use serde_json::{Value, json};

#[model]
struct Item {
    name: String,
}

#[post("/items", raises(409, 410, 451))]
fn create(item: Item) -> Result<Item, HttpException> {
    match item.name.as_str() {
        "taken" => Err(HttpException::new(409, json!({ "by": 7 }))),
        "gone" => Err(HttpException::of(410)),
        "banned" => Err(HttpException::new(451, "By law").header("x-law", "7")),
        "panic" => panic!("on purpose"),
        _ => Ok(item),
    }
}

/// A status that is also that of validation, raised by the function itself.
#[get("/both/{number}", raises(422))]
fn both(number: u8) -> Result<(), HttpException> {
    Err(HttpException::new(422, format!("not {number}")))
}

fn app() -> App {
    App::of(module_path!())
}

fn problems() -> App {
    app().error_format(ErrorFormat::ProblemDetails)
}

#[track_caller]
fn post(client: &TestClient, name: &str) -> (u16, Option<String>, Value) {
    let response = client.post("/items").json(&json!({ "name": name })).send();
    let media_type = response.header("content-type").map(str::to_owned);
    (response.status(), media_type, response.json())
}

#[test]
fn every_error_is_a_problem() {
    let client = TestClient::new(problems());
    let problem = || Some("application/problem+json".to_owned());
    assert_eq!(
        post(&client, "taken"),
        (
            409,
            problem(),
            json!({ "title": "Conflict", "status": 409, "info": { "by": 7 } })
        )
    );
    assert_eq!(
        post(&client, "gone"),
        (410, problem(), json!({ "title": "Gone", "status": 410 }))
    );
    assert_eq!(
        post(&client, "banned"),
        (
            451,
            problem(),
            json!({ "title": "Unavailable For Legal Reasons", "status": 451, "detail": "By law" })
        )
    );
    assert_eq!(
        post(&client, "panic"),
        (
            500,
            problem(),
            json!({ "title": "Internal Server Error", "status": 500 })
        )
    );
    for (method, path, status) in [("GET", "/nowhere", 404), ("DELETE", "/items", 405)] {
        let response = client.request(method, path).send();
        assert_eq!(response.status(), status);
        assert_eq!(response.header("content-type"), Some("application/problem+json"));
    }
    let response = client
        .post("/items")
        .body("x")
        .header("content-type", "text/plain")
        .send();
    assert_eq!(
        (response.status(), response.json::<Value>()["title"].clone()),
        (415, json!("Unsupported Media Type"))
    );
    let response = client.post("/items").json(&json!({ "name": 1 })).send();
    assert_eq!(response.header("content-type"), Some("application/problem+json"));
    assert_eq!(
        response.json::<Value>(),
        json!({
            "title": "Unprocessable Content",
            "status": 422,
            "detail": "The request is not valid; `errors` lists every mistake",
            "errors": [{
                "type": "string_type",
                "loc": ["body", "name"],
                "msg": "Input should be a valid string",
                "input": 1,
            }],
        })
    );
}

#[test]
fn the_document_says_so() {
    let responses = super::documented(&problems(), "post", "/items");
    let media = |status: &str| responses[status]["content"].clone();
    let reference = |name: &str| json!({ "application/problem+json": { "schema": { "$ref": format!("#/components/schemas/{name}") } } });
    for status in ["409", "410", "413", "415", "451", "500"] {
        assert_eq!(media(status), reference("ProblemDetails"), "{status}");
    }
    assert_eq!(media("422"), reference("ValidationProblem"));
    let document = problems().openapi().expect("the document");
    assert_eq!(document["components"]["schemas"].get("HTTPException"), None);
}

#[test]
fn the_status_of_validation_moves_everywhere() {
    let app = || app().validation_status(400);
    let client = TestClient::new(app());
    let response = client.post("/items").json(&json!({})).send();
    assert_eq!(response.status(), 400);
    let responses = super::documented(&app(), "post", "/items");
    let keys: Vec<&str> = responses.keys().map(String::as_str).collect();
    assert_eq!(keys, ["200", "400", "409", "410", "413", "415", "451", "500"]);
    let schema = &responses["400"]["content"]["application/json"]["schema"];
    assert_eq!(
        schema,
        &json!({ "$ref": "#/components/schemas/HTTPValidationError" })
    );
}

#[test]
fn a_422_that_is_raised_stays() {
    let app = || app().validation_status(400);
    let client = TestClient::new(app());
    assert_eq!(client.get("/both/7").send().status(), 422);
    assert_eq!(client.get("/both/x").send().status(), 400);
    assert_eq!(
        super::statuses(&app(), "get", "/both/{number}"),
        ["200", "400", "422", "500"]
    );
}

#[test]
#[should_panic(expected = "validation_status: 200 does not say that the client is wrong")]
fn the_status_of_validation_is_the_clients() {
    let _ = app().validation_status(200);
}

#[test]
fn what_reaches_no_operation_is_in_the_document_too() {
    let outside = |app: App| {
        let document = app.openapi().expect("the document");
        document["x-responses-outside-operations"].clone()
    };
    let responses = outside(app());
    let keys: Vec<&String> = responses.as_object().expect("responses").keys().collect();
    let expected = ["204", "307", "400", "404", "405", "408", "414", "431", "501"];
    assert_eq!(keys, expected);
    assert_eq!(
        responses["405"],
        json!({
            "description": "The method is unknown at this path",
            "headers": { "allow": { "description": "The methods that are known", "schema": { "type": "string" } } },
            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/HTTPException" } } },
        })
    );
    assert_eq!(outside(app().redirect_slashes(false)).get("307"), None);
    let schema = &outside(problems())["404"]["content"]["application/problem+json"]["schema"];
    assert_eq!(schema, &json!({ "$ref": "#/components/schemas/ProblemDetails" }));
}
