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

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// What led to it is in a box, under another name, shared, or a trait object of another kind.
#[derive(Debug, ApiError)]
enum Boxed {
    #[status(500, "one")]
    One(#[from] BoxError),
    #[status(500, "two")]
    Two(#[source] std::sync::Arc<std::io::Error>),
    #[status(500, "three")]
    Three(#[source] Box<dyn std::error::Error>),
    #[status(500, "four")]
    Four(#[source] Box<std::io::Error>),
}

fn main() {
    use std::error::Error as _;

    let says = |error: Boxed| error.source().map(ToString::to_string);
    assert_eq!(says(Boxed::One("1".into())).as_deref(), Some("1"));
    assert_eq!(says(Boxed::Two(std::io::Error::other("2").into())).as_deref(), Some("2"));
    assert_eq!(says(Boxed::Three("3".into())).as_deref(), Some("3"));
    assert_eq!(says(Boxed::Four(std::io::Error::other("4").into())).as_deref(), Some("4"));

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
