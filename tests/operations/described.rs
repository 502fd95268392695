//! What is said of values, and where the document says it: of parameters, of fields, of models.

use fastr::{App, get, model, post};
use serde_json::{Value, json};

/// A jar.
#[model(examples(Jar { fruit: "plum".into(), grams: 250, lid: None }))]
struct Jar {
    /// What is in it.
    #[field(title = "Fruit", examples("plum", "pear"), default = "plum")]
    fruit: String,
    #[field(ge = -5, lt = 1000)]
    grams: u16,
    #[field(deprecated, gt = -300, le = 300)]
    lid: Option<i8>,
}

#[model(examples("tall"))]
#[serde(rename_all = "lowercase")]
enum Form {
    Tall,
}

#[model(examples(Content::Jar(Jar { fruit: "fig".into(), grams: 1, lid: None })))]
#[serde(tag = "kind")]
enum Content {
    Jar(Jar),
    Closed(Closed),
}

/// Nothing else.
#[model]
#[serde(deny_unknown_fields)]
struct Closed {
    name: String,
}

#[get("/jars/{shelf}")]
async fn find(#[path(title = "Shelf")] shelf: u8, #[query] jar: Jar, form: Option<Form>) -> bool {
    shelf > 0 && jar.grams > 0 && form.is_none()
}

#[post("/jars")]
async fn make(#[body(title = "New", description = "The new one", deprecated, examples(1))] jar: Jar) -> Jar {
    jar
}

#[post("/jars/{shelf}")]
async fn fill_shelf(shelf: u8, jar: Option<Jar>) -> bool {
    shelf > 0 && jar.is_some()
}

#[post("/forms")]
async fn from_a_form(#[form] jar: Jar, #[form] note: Option<String>) -> Option<String> {
    Some(jar.fruit).or(note)
}

#[post("/whole-forms")]
async fn from_a_whole_form(#[form] jar: Jar) -> Jar {
    jar
}

#[post("/contents")]
async fn fill(content: Content) -> Content {
    content
}

fn document() -> Value {
    App::of(module_path!()).openapi().expect("the document")
}

#[test]
fn a_field_is_described_in_its_model() {
    assert_eq!(
        document()["components"]["schemas"]["Jar-Input"],
        json!({
            "properties": {
                "fruit": {
                    "type": "string",
                    "title": "Fruit",
                    "description": "What is in it.",
                    "default": "plum",
                    "examples": ["plum", "pear"],
                },
                "grams": { "type": "integer", "minimum": 0, "exclusiveMaximum": 1000 },
                "lid": {
                    "anyOf": [{ "type": "integer", "minimum": -128, "maximum": 127, "exclusiveMinimum": -300 },
                        { "type": "null" }],
                    "deprecated": true,
                },
            },
            "type": "object",
            "required": ["grams"],
            "title": "Jar-Input",
            "description": "A jar.",
            "examples": [{ "fruit": "plum", "grams": 250, "lid": null }],
        })
    );
}

#[test]
fn a_parameter_is_described_where_it_stands() {
    assert_eq!(
        document()["paths"]["/jars/{shelf}"]["get"]["parameters"],
        json!([
            { "name": "shelf", "in": "path", "required": true,
                "schema": { "type": "integer", "minimum": 0, "maximum": 255, "title": "Shelf" } },
            { "name": "fruit", "in": "query", "required": false, "description": "What is in it.",
                "schema": { "type": "string", "title": "Fruit", "default": "plum", "examples": ["plum", "pear"] } },
            { "name": "grams", "in": "query", "required": true,
                "schema": { "type": "integer", "minimum": 0, "exclusiveMaximum": 1000 } },
            { "name": "lid", "in": "query", "required": false, "deprecated": true,
                "schema": { "type": "integer", "minimum": -128, "maximum": 127, "exclusiveMinimum": -300 } },
            { "name": "form", "in": "query", "required": false, "schema": { "$ref": "#/components/schemas/Form" } },
        ])
    );
}

#[test]
fn a_whole_body_is_described_beside_its_schema() {
    let body = &document()["paths"]["/jars"]["post"]["requestBody"];
    assert_eq!(
        body["content"]["application/json"]["schema"],
        json!({
            "$ref": "#/components/schemas/Jar-Input",
            "title": "New",
            "description": "The new one",
            "deprecated": true,
            "examples": [1],
        })
    );
}

#[test]
fn a_form_must_be_there_when_a_field_of_its_model_must() {
    let paths = &document()["paths"];
    let body = &paths["/forms"]["post"]["requestBody"];
    assert_eq!(body["required"], true);
    let fields = &body["content"]["application/x-www-form-urlencoded"]["schema"];
    assert_eq!(fields["properties"]["fruit"]["title"], "Fruit");
    assert_eq!(fields["properties"]["lid"]["deprecated"], true);
    assert_eq!(paths["/whole-forms"]["post"]["requestBody"]["required"], true);
}

#[test]
fn a_body_that_may_be_absent_may_be_null() {
    let body = &document()["paths"]["/jars/{shelf}"]["post"]["requestBody"];
    assert_eq!(body.get("required"), None);
    let nullable = json!({ "anyOf": [{ "$ref": "#/components/schemas/Jar-Input" }, { "type": "null" }] });
    assert_eq!(body["content"]["application/json"]["schema"], nullable);
    let client = fastr::TestClient::new(App::of(module_path!()));
    let send = |body: Value| client.post("/jars/1").json(&body).send().text().to_owned();
    assert_eq!(send(Value::Null), "false");
    assert_eq!(send(json!({ "grams": 1 })), "true");
}

#[test]
fn enums_and_unions_have_examples_too() {
    let schemas = &document()["components"]["schemas"];
    assert_eq!(schemas["Form"]["examples"], json!(["tall"]));
    let jar = json!({ "kind": "Jar", "fruit": "fig", "grams": 1, "lid": null });
    assert_eq!(schemas["Content-Input"]["examples"], json!([jar]));
}

/// The tag is no key of the model, which allows no other.
#[test]
fn a_closed_model_in_a_union_allows_its_tag() {
    assert_eq!(
        document()["components"]["schemas"]["Content_Closed"],
        json!({
            "properties": { "kind": { "const": "Closed", "type": "string" }, "name": { "type": "string" } },
            "type": "object",
            "required": ["kind", "name"],
            "additionalProperties": false,
            "title": "Closed",
            "description": "Nothing else.",
        })
    );
    let client = fastr::TestClient::new(App::of(module_path!()));
    let send = |content: Value| client.post("/contents").json(&content).send().status();
    assert_eq!(send(json!({ "kind": "Closed", "name": "a" })), 200);
    assert_eq!(send(json!({ "kind": "Closed", "name": "a", "more": 1 })), 422);
}
