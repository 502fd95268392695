//! A variant that is named through an alias of its type, through a path, and through `self`.
#![deny(warnings)]

use fastr::{ApiError, App, get};

mod errors {
    #[derive(Debug, fastr::ApiError)]
    pub enum ItemError {
        #[status(404, "Item not found")]
        NotFound,
        #[status(409, "Item exists")]
        Conflict,
    }

    pub type Short = ItemError;
}

use errors::ItemError as Renamed;
type Alias = errors::ItemError;
type Answer<T> = Result<T, Alias>;

#[get("/alias", raises(Alias::NotFound))]
fn alias() -> Answer<String> {
    Err(Alias::NotFound)
}

#[get("/renamed", raises(Renamed::Conflict))]
fn renamed() -> Answer<String> {
    Err(Renamed::Conflict)
}

#[get("/path", raises(crate::errors::ItemError::NotFound, self::errors::Short::Conflict))]
fn path() -> Answer<String> {
    Err(errors::ItemError::NotFound)
}

/// A struct is its own only variant.
#[derive(Debug, ApiError)]
#[status(418)]
struct Teapot;

#[get("/teapot", raises(Teapot::Teapot))]
fn teapot() -> Result<String, Teapot> {
    Err(Teapot)
}

fn main() {
    let document = App::new().openapi().expect("the document");
    let statuses = |path: &str| {
        let responses = document["paths"][path]["get"]["responses"].as_object().expect("responses");
        responses.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(statuses("/alias"), ["200", "404", "500"]);
    assert_eq!(statuses("/renamed"), ["200", "409", "500"]);
    assert_eq!(statuses("/path"), ["200", "404", "409", "500"]);
    assert_eq!(statuses("/teapot"), ["200", "418", "500"]);
}
