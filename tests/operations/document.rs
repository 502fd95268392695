//! The words of an operation in the document.

use fastr::{App, HttpException, delete, get, post, route};
use serde_json::{Value, json};

const CONSTANT: &str = "From a constant";

/// Read an item.
///
/// In *two* paragraphs.
#[get("/items/{item_id}")]
fn read_one_item(item_id: u32) -> bool {
    item_id > 0
}

/// Not shown.
#[post(
    "/items",
    summary = "Make one",
    description = CONSTANT,
    response_description = "What was made",
    tags = ["items", "making"],
    deprecated,
    operation_id = "make"
)]
fn create() -> bool {
    true
}

#[get("/hidden", include_in_schema = false)]
fn hidden() -> bool {
    true
}

#[get("/shown", include_in_schema, deprecated = false)]
fn shown() -> bool {
    true
}

#[route("/several", methods("PUT", "PATCH"), operation_id = "several")]
fn several() -> bool {
    true
}

#[route("/derived", methods("PUT", "PATCH"))]
fn derived() -> bool {
    true
}

#[delete("/gone", status_code = 204, responses(404 = "No such thing", 410))]
fn gone() -> Result<(), HttpException> {
    Ok(())
}

#[get("/files/{file_path:path}")]
fn file(file_path: String) -> String {
    file_path
}

fn paths() -> Value {
    let document = App::of(module_path!()).openapi().expect("the document");
    document["paths"].clone()
}

#[test]
fn an_operation_is_described_by_its_name_and_doc_comment() {
    let operation = &paths()["/items/{item_id}"]["get"];
    assert_eq!(operation["summary"], "Read One Item");
    assert_eq!(operation["description"], "Read an item.\n\nIn *two* paragraphs.");
    assert_eq!(operation["operationId"], "read_one_item_items__item_id__get");
    for absent in ["tags", "deprecated", "requestBody"] {
        assert_eq!(operation.get(absent), None, "{absent}");
    }
}

#[test]
fn what_is_said_in_the_attribute_goes_before_it() {
    assert_eq!(
        paths()["/items"]["post"],
        json!({
            "tags": ["items", "making"],
            "summary": "Make one",
            "description": "From a constant",
            "operationId": "make",
            "responses": {
                "200": {
                    "description": "What was made",
                    "content": { "application/json": { "schema": { "type": "boolean" } } },
                },
                "500": {
                    "description": "Internal Server Error",
                    "content": {
                        "application/json": { "schema": { "$ref": "#/components/schemas/HTTPException" } },
                    },
                },
            },
            "deprecated": true,
        })
    );
}

#[test]
fn an_operation_can_stay_out_of_the_document() {
    let paths = paths();
    assert_eq!(paths.get("/hidden"), None);
    assert_eq!(paths["/shown"]["get"]["summary"], "Shown");
    assert_eq!(paths["/shown"]["get"].get("deprecated"), None);
    let client = fastr::TestClient::new(App::of(module_path!()));
    assert_eq!(client.get("/hidden").send().status(), 200);
}

#[test]
fn every_method_of_a_function_has_its_own_id() {
    let paths = paths();
    assert_eq!(paths["/several"]["put"]["operationId"], "several_put");
    assert_eq!(paths["/several"]["patch"]["operationId"], "several_patch");
    assert_eq!(paths["/derived"]["put"]["operationId"], "derived_derived_put");
    assert_eq!(paths["/derived"]["patch"]["operationId"], "derived_derived_patch");
}

#[test]
fn a_declared_status_has_its_text_or_its_phrase() {
    let responses = &paths()["/gone"]["delete"]["responses"];
    assert_eq!(responses["204"], json!({ "description": "Successful Response" }));
    assert_eq!(responses["404"]["description"], "No such thing");
    assert_eq!(responses["410"]["description"], "Gone");
}

#[test]
fn a_catch_all_is_a_parameter_like_others() {
    let operation = &paths()["/files/{file_path}"]["get"];
    assert_eq!(
        operation["parameters"],
        json!([{ "name": "file_path", "in": "path", "required": true, "schema": { "type": "string" } }])
    );
}

#[test]
fn the_application_is_described_too() {
    let app = App::of("nowhere")
        .title("A <Title>")
        .version("2.1")
        .description("*What* it is.");
    let document = app.openapi().expect("the document");
    assert_eq!(
        document,
        json!({
            "openapi": "3.1.0",
            "info": { "title": "A <Title>", "description": "*What* it is.", "version": "2.1" },
            "paths": {},
        })
    );
    let page = fastr::TestClient::new(app).get("/docs").send();
    assert!(
        page.text()
            .contains("<title>A &lt;Title&gt; - Swagger UI</title>"),
        "{}",
        page.text()
    );
}

#[test]
fn the_pages_can_be_elsewhere_or_nowhere() {
    let app = || App::of("nowhere");
    let status = |app: App, path: &str| fastr::TestClient::new(app).get(path).send().status();
    assert_eq!(status(app().docs_url(Some("/help")), "/help"), 200);
    assert_eq!(status(app().docs_url(Some("/help")), "/docs"), 404);
    assert_eq!(status(app().docs_url(None), "/docs"), 404);
    assert_eq!(status(app().docs_url(None), "/openapi.json"), 200);
    assert_eq!(status(app().openapi_url(Some("/api.json")), "/api.json"), 200);
    assert_eq!(status(app().openapi_url(None), "/openapi.json"), 404);
    assert_eq!(status(app().openapi_url(None), "/docs"), 404);
}
