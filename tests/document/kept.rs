//! `fastr::openapi_test!`, used as in any other crate: the two files beside this one are what the code says.

use fastr::{App, get};

#[get("/kept")]
fn kept() -> bool {
    true
}

fn app() -> App {
    App::of(module_path!())
        .title("Kept")
        .description("As *JSON*,\nand as YAML.\n")
}

mod as_json {
    fastr::openapi_test!("tests/document/kept.json", super::app());
}

mod as_yaml {
    fastr::openapi_test!("tests/document/kept.yaml", super::app());
}
