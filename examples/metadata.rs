//! FastAPI's pages "Metadata and Docs URLs" and "Path Operation Advanced Configuration": what the document says of an
//! API beyond its operations.
//!
//! `cargo run --example metadata`, then open the address that it prints.

use fastr::openapi::{Contact, ExternalDocs, License, Server, Tag};
use fastr::{App, get, model};
use serde_json::json;

const DESCRIPTION: &str = "\
ChimichangApp API helps you do awesome stuff. 🚀

## Items

You can **read items**.

## Users

You will be able to:

* **Create users** (_not implemented_).
* **Read users** (_not implemented_).
";

/// Something on sale.
#[model]
struct Item {
    /// What it is called.
    name: String,
}

/// Read the items.
#[get("/items/", tags = ["items"], operation_id = "readItems", openapi_extra = json!({ "x-aperture-labs-portal": "blue" }))]
async fn read_items() -> Vec<Item> {
    vec![Item {
        name: "Katana".to_owned(),
    }]
}

/// Read the users.
#[get("/users/", tags = ["users"])]
async fn read_users() -> Vec<String> {
    vec!["Harry".to_owned(), "Ron".to_owned()]
}

#[get("/health", include_in_schema = false)]
async fn health() {}

fn main() -> fastr::Result {
    App::new()
        .title("ChimichangApp")
        .summary("Deadpool's favorite app. Nuff said.")
        .description(DESCRIPTION)
        .version("0.0.1")
        .terms_of_service("https://example.com/terms/")
        .contact(
            Contact::new()
                .name("Deadpoolio the Amazing")
                .url("https://x-force.example.com/contact/")
                .email("dp@x-force.example.com"),
        )
        .license(License::spdx("Apache 2.0", "Apache-2.0"))
        .server(Server::new("/").description("This one"))
        .tag(Tag::new("users").description("Operations with users. The **login** logic is also here."))
        .tag(
            Tag::new("items")
                .description("Manage items. So _fancy_ they have their own docs.")
                .external_docs(
                    ExternalDocs::new("https://fastapi.tiangolo.com/").description("Items external docs"),
                ),
        )
        .external_docs(ExternalDocs::new("https://example.com/guide").description("The guide"))
        .generate_unique_id(|operation| format!("{}-{}", operation.tags[0], operation.function))
        .openapi_with(|document| {
            document["info"]["x-logo"] =
                json!({ "url": "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E" });
        })
        .openapi_url(Some("/api/v1/openapi.json"))
        .docs_url(Some("/documentation"))
        .redoc_url(None)
        .swagger_ui_parameter("docExpansion", "full")
        .run()
}
