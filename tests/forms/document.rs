//! What the document says of forms and files.

use fastr::{App, Bytes, UploadFile, model, post};
use serde_json::{Value, json};

#[model]
struct Profile {
    /// What to call them.
    #[field(min_length = 1)]
    name: String,
    #[field(default)]
    tags: Vec<String>,
}

#[post("/text")]
async fn text(#[form] name: String) -> String {
    name
}

#[post("/model")]
async fn alone(#[form] profile: Profile) -> Profile {
    profile
}

#[post("/files")]
async fn files(
    #[form] profile: Profile,
    #[file(description = "A picture")] picture: Option<UploadFile>,
    #[file(alias = "raw-data", deprecated)] raw: Bytes,
    #[file(max_items = 3)] more: Vec<UploadFile>,
) -> Profile {
    drop((picture, raw, more));
    profile
}

fn operation(path: &str) -> Value {
    let document = App::of(module_path!()).openapi().expect("there is a document");
    document["paths"][path]["post"].clone()
}

#[test]
fn texts_alone_are_urlencoded() {
    let content = &operation("/text")["requestBody"]["content"];
    assert_eq!(
        *content,
        json!({ "application/x-www-form-urlencoded": { "schema": {
            "type": "object",
            "properties": { "name": { "type": "string", "minLength": 1 } },
            "required": ["name"],
        } } })
    );
    let content = &operation("/model")["requestBody"]["content"];
    let schema = &content["application/x-www-form-urlencoded"]["schema"];
    assert_eq!(*schema, json!({ "$ref": "#/components/schemas/Profile-Input" }));
}

#[test]
fn a_file_makes_it_multipart() {
    let binary = json!({ "type": "string", "contentMediaType": "application/octet-stream" });
    let with = |name: &str, value: Value| {
        let mut schema = binary.clone();
        schema[name] = value;
        schema
    };
    assert_eq!(
        operation("/files")["requestBody"],
        json!({ "required": true, "content": { "multipart/form-data": { "schema": {
            "type": "object",
            "properties": {
                "name": { "type": "string", "minLength": 1, "description": "What to call them." },
                "tags": { "type": "array", "items": { "type": "string" }, "default": [] },
                "picture": with("description", "A picture".into()),
                "raw-data": with("deprecated", true.into()),
                "more": { "type": "array", "items": binary, "minItems": 1, "maxItems": 3 },
            },
            "required": ["name", "raw-data", "more"],
        } } } })
    );
}

#[test]
fn every_status_of_a_form_is_documented() {
    for path in ["/text", "/model", "/files"] {
        let responses = operation(path)["responses"].clone();
        let statuses: Vec<&String> = responses
            .as_object()
            .map_or_else(Vec::new, |all| all.keys().collect());
        assert_eq!(statuses, ["200", "400", "413", "415", "422", "500"], "{path}");
    }
}
