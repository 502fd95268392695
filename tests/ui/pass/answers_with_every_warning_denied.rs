//! Every group of lints denied: errors and answers give no warning.
#![deny(
    warnings,
    missing_docs,
    unused,
    nonstandard_style,
    future_incompatible,
    rust_2018_idioms,
    unused_qualifications,
    single_use_lifetimes,
    unreachable_pub,
    trivial_casts,
    trivial_numeric_casts,
    missing_debug_implementations,
    unused_lifetimes,
    let_underscore_drop
)]
#![forbid(unsafe_code)]

use std::num::ParseIntError;

use fastr::{ApiError, Responses, get, model, put, status};

/// Something on sale.
#[model]
#[derive(Debug)]
struct Item {
    name: String,
}

/// What can go wrong.
#[derive(Debug, ApiError)]
enum ItemError {
    /// There is no such item.
    #[status(404, "item {item_id} not found")]
    NotFound { item_id: u64 },
    #[status(status::HTTP_409_CONFLICT)]
    Conflict(#[detail] Item),
    #[status(400, "{0} of {1:?}", headers("x-what" = "{0}"))]
    Wrong(String, Option<u8>),
    #[status(500, "out of order")]
    Store(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[status(transparent)]
    Number(#[from] NumberError),
}

/// It is no number.
#[derive(Debug, ApiError)]
#[status(400, "no number")]
struct NumberError(#[from] ParseIntError);

/// What came of it.
#[derive(Debug, Responses)]
enum Stored {
    /// It was there.
    #[status(200)]
    Changed(Item),
    #[status(201, "It is new", headers("location" = "/items/{item_id}"))]
    Created {
        #[body]
        item: Item,
        item_id: u64,
    },
    #[status(204)]
    Nothing,
}

/// Store an item.
#[put("/items/{item_id}")]
async fn store(item_id: u64, item: Item) -> Result<Stored, ItemError> {
    match item_id {
        0 => Err(ItemError::NotFound { item_id }),
        1 => Err(ItemError::Conflict(item)),
        2 => Err(ItemError::Wrong(item.name, None)),
        3 => Err(ItemError::Store("broken".into())),
        4 => Ok(Stored::Changed(item)),
        5 => Ok(Stored::Nothing),
        _ => Ok(Stored::Created { item, item_id }),
    }
}

/// Read a number.
#[get("/numbers/{text}", raises(ItemError::Number))]
async fn number(text: String) -> Result<String, ItemError> {
    let number: u8 = text.parse().map_err(NumberError)?;
    Ok(number.to_string())
}

/// An error that should no longer be used.
#[deprecated]
#[derive(Debug, ApiError)]
#[status(410)]
pub struct Old;

fn main() {}
