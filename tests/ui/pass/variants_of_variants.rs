//! A variant of an error that another error holds, at any depth, and beside a return type that can be anything.
#![deny(warnings)]
#![allow(dead_code, reason = "some variants are there to be named")]

use fastr::{ApiError, App, HttpException, JsonResponse, get};

#[derive(Debug, ApiError)]
enum Outer {
    #[status(transparent)]
    Middle(#[from] Middle),
    #[status(409, "Outer")]
    Outer,
}

#[derive(Debug, ApiError)]
enum Middle {
    #[status(transparent)]
    Inner(#[from] Inner),
    #[status(409, "Middle")]
    Middle,
}

#[derive(Debug, ApiError)]
enum Inner {
    #[status(404, "Inner")]
    Lost,
    #[status(410, "Gone")]
    Gone,
}

#[get("/inner", raises(Inner::Lost, Middle::Middle))]
fn inner() -> Result<String, Outer> {
    Err(Middle::from(Inner::Lost))?
}

#[get("/middle", raises(Middle::Inner))]
fn middle() -> Result<String, Outer> {
    Err(Middle::Inner(Inner::Gone))?
}

#[get("/open", raises(Inner::Gone))]
fn open() -> Result<String, HttpException> {
    Err(HttpException::of(410))
}

#[get("/json", raises(Outer::Outer))]
fn json() -> Result<JsonResponse<String>, Outer> {
    Err(Outer::Outer)
}

fn main() {
    let document = App::new().openapi().expect("the document");
    let statuses = |path: &str| {
        let responses = document["paths"][path]["get"]["responses"].as_object().expect("responses");
        responses.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(statuses("/inner"), ["200", "404", "409", "500"]);
    assert_eq!(statuses("/middle"), ["200", "404", "410", "500"]);
    assert_eq!(statuses("/open"), ["200", "410", "500"]);
    assert_eq!(statuses("/json"), ["200", "409", "500"]);
}
