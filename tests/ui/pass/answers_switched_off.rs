//! Variants and fields that a `cfg` takes away or leaves.
#![deny(warnings)]

use fastr::{ApiError, Responses, get};

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(404, "Item not found")]
    NotFound,
    #[cfg(any())]
    #[status(409, "{0}")]
    Gone(NoSuchType),
    #[cfg(all())]
    #[status(410, "Item is gone")]
    There {
        #[cfg(any())]
        what: NoSuchType,
    },
}

#[derive(Responses)]
enum Listed {
    #[status(200)]
    Items(Vec<String>),
    #[cfg(any())]
    #[status(203)]
    Gone(NoSuchType),
    #[status(204)]
    Nothing,
}

#[get("/items")]
fn list_items(all: bool) -> Result<Listed, ItemError> {
    if all { Ok(Listed::Items(vec![])) } else { Ok(Listed::Nothing) }
}

#[get("/none", raises(ItemError::NotFound, ItemError::There))]
fn none(there: bool) -> Result<Vec<String>, ItemError> {
    Err(if there { ItemError::There {} } else { ItemError::NotFound })
}

fn main() {}
