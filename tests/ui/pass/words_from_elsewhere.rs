//! Texts of the document that are constants or macros, and settings in every form that they have.
#![deny(warnings)]

use fastr::{get, route};

const SUMMARY: &str = "All items";

#[get(
    "/items",
    summary = SUMMARY,
    description = concat!("All ", "of them"),
    tags = ["items", "all"],
    response_description = "The items",
    operation_id = "list",
    deprecated = false,
    include_in_schema = true,
)]
async fn list_items() {}

#[route("/things", methods("GET", "POST"), tags("things"))]
fn things() {}

#[get("/files/{file_path:path}")]
fn read_file(file_path: String) -> String {
    file_path
}

fn main() {}
