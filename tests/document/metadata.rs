//! What an application says of itself in its document.

use fastr::openapi::{Contact, ExternalDocs, License, Server, Tag};
use fastr::{App, StartupError, get};
use serde_json::{Value, json};

mod plain {
    //! Two operations, one with something of its own.

    use super::{get, json};

    #[get("/users/{name}", tags = ["users"])]
    fn read_user(name: String) -> String {
        name
    }

    #[get("/items", operation_id = "listItems", openapi_extra = json!({ "x-rank": 1, "tags": ["more"], "summary": "All" }))]
    fn list_items() -> Vec<String> {
        Vec::new()
    }
}

mod no_object {
    //! An addition that is no object.

    use super::{get, json};

    pub const LINE: u32 = line!() + 2;

    #[get("/", openapi_extra = json!(["x"]))]
    fn index() -> bool {
        true
    }
}

fn app() -> App {
    App::of(concat!(module_path!(), "::plain"))
}

fn document(app: &App) -> Value {
    app.openapi().expect("the document")
}

#[test]
fn everything_has_its_place() {
    let app = App::of("nowhere")
        .title("ChimichangApp")
        .summary("Deadpool's favourite app.")
        .description("You will be able to *read items*.")
        .version("0.0.1")
        .terms_of_service("http://example.com/terms/")
        .contact(
            Contact::new()
                .name("Deadpoolio")
                .url("http://x-force.example.com")
                .email("dp@x-force.example.com"),
        )
        .license(License::spdx("Apache 2.0", "Apache-2.0"))
        .server(
            Server::new("https://{region}.example.com")
                .description("Production")
                .variable("region", "eu", &["eu", "us"]),
        )
        .server(Server::new("/v1"))
        .tag(Tag::new("users").description("Users."))
        .tag(Tag::new("items").external_docs(ExternalDocs::new("https://example.com").description("More")))
        .external_docs(ExternalDocs::new("https://example.com/guide"))
        .openapi_extra(json!({ "info": { "x-logo": { "url": "data:," } }, "servers": [{ "url": "/v2" }] }));
    let expected = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "ChimichangApp",
            "summary": "Deadpool's favourite app.",
            "description": "You will be able to *read items*.",
            "termsOfService": "http://example.com/terms/",
            "contact": { "name": "Deadpoolio", "url": "http://x-force.example.com", "email": "dp@x-force.example.com" },
            "license": { "name": "Apache 2.0", "identifier": "Apache-2.0" },
            "version": "0.0.1",
            "x-logo": { "url": "data:," },
        },
        "servers": [
            {
                "url": "https://{region}.example.com",
                "description": "Production",
                "variables": { "region": { "enum": ["eu", "us"], "default": "eu" } },
            },
            { "url": "/v1" },
            { "url": "/v2" },
        ],
        "paths": {},
        "tags": [
            { "name": "users", "description": "Users." },
            { "name": "items", "externalDocs": { "description": "More", "url": "https://example.com" } },
        ],
        "externalDocs": { "url": "https://example.com/guide" },
    });
    // The order counts, too: it is what readers see.
    assert_eq!(document(&app).to_string(), expected.to_string());
    let at = App::of("nowhere").license(License::at("MIT", "https://mit.example.com"));
    assert_eq!(
        document(&at)["info"]["license"],
        json!({ "name": "MIT", "url": "https://mit.example.com" })
    );
}

#[test]
fn an_operation_can_say_more() {
    let operation = &document(&app())["paths"]["/items"]["get"];
    assert_eq!(operation["x-rank"], 1);
    assert_eq!(operation["tags"], json!(["more"]));
    assert_eq!(operation["summary"], "All");
}

#[test]
fn what_is_no_object_is_no_addition() {
    let app = App::of(concat!(module_path!(), "::no_object"));
    let Err(error @ StartupError::Document(_)) = app.openapi() else {
        panic!("it must not be made")
    };
    let place = format!("{}:{}", file!(), no_object::LINE);
    assert_eq!(
        error.to_string(),
        format!(
            "the `openapi_extra` of `index` ({place}) is no object; give one, such as `json!({{ \"x-key\": 1 }})`"
        )
    );
    assert!(app.service().is_err());
}

#[test]
#[should_panic(
    expected = "what is added to the document is an object, such as `json!({ \"x-key\": 1 })`, and not [1]"
)]
fn what_is_no_object_is_no_addition_to_the_whole() {
    let _ = app().openapi_extra(json!([1]));
}

#[test]
fn the_ids_can_be_made_in_another_way() {
    let app = app().generate_unique_id(|operation| {
        assert!(operation.module.ends_with("::plain"));
        format!(
            "{}-{}-{}-{}",
            operation.tags[0], operation.function, operation.method, operation.path
        )
    });
    let paths = &document(&app)["paths"];
    assert_eq!(
        paths["/users/{name}"]["get"]["operationId"],
        "users-read_user-GET-/users/{name}"
    );
    assert_eq!(
        paths["/items"]["get"]["operationId"], "listItems",
        "what the operation says goes before"
    );
}

#[test]
fn ids_that_are_not_unique_are_told_with_both_places() {
    let app = app().generate_unique_id(|_| "listItems".into());
    let Err(StartupError::DuplicateOperationId { id, first, second }) = app.openapi() else {
        panic!("it must not be made")
    };
    assert_eq!(id, "listItems");
    assert_eq!(first.file, file!());
    assert!(first < second);
}

#[test]
fn the_document_can_be_changed_in_the_end() {
    let app = app()
        .openapi_with(|document| document["info"]["title"] = "First".into())
        .openapi_with(|document| {
            assert_eq!(document["info"]["title"], "First");
            document["info"]["title"] = "Second".into();
        });
    assert_eq!(document(&app)["info"]["title"], "Second");
    let served: Value = fastr::TestClient::new(app).get("/openapi.json").send().json();
    assert_eq!(served["info"]["title"], "Second");
}

#[test]
fn the_document_is_the_same_every_time() {
    assert_eq!(document(&app()).to_string(), document(&app()).to_string());
}
