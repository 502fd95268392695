//! Errors and answers with nothing in scope, and everything that the generated code might name shadowed.
#![deny(warnings)]
#![no_implicit_prelude]

extern crate fastr as _;

mod core {}
mod std {}

#[allow(dead_code, reason = "it is there to be mistaken for the real one")]
mod shadows {
    pub struct Option;
    pub struct Some;
    pub struct None;
    pub struct Result;
    pub struct String;
    pub struct Vec;
    pub struct From;
}
#[allow(unused_imports, reason = "see above")]
use shadows::*;

#[::fastr::model]
#[derive(::std::fmt::Debug)]
struct Item {
    name: ::std::string::String,
}

#[derive(::std::fmt::Debug, ::fastr::ApiError)]
enum ItemError {
    #[status(404, "no item {item_id:>4} of {shelf:?}")]
    NotFound { item_id: u64, shelf: &'static str },
    #[status(409)]
    Conflict(#[detail] Item),
    #[status(429, "slow down", headers("retry-after" = "{0}"))]
    TooMany(u32),
    #[status(500, "broken")]
    Broken(#[from] ::std::num::ParseIntError),
    #[status(transparent)]
    Other(#[from] Other),
}

#[derive(::std::fmt::Debug, ::fastr::ApiError)]
#[status(::fastr::status::HTTP_418_IM_A_TEAPOT)]
struct Other;

#[derive(::fastr::Responses)]
enum Stored {
    #[status(200)]
    Changed(Item),
    #[status(201, headers("location" = "/items/{item_id}"))]
    Created {
        #[body]
        item: Item,
        item_id: u64,
    },
    #[status(204)]
    Nothing,
}

#[::fastr::put("/items/{item_id}")]
fn store(item_id: u64, item: Item) -> ::std::result::Result<Stored, ItemError> {
    ::std::result::Result::Ok(match item_id {
        0 => Stored::Nothing,
        1 => Stored::Changed(item),
        2 => return ::std::result::Result::Err(ItemError::Conflict(item)),
        3 => return ::std::result::Result::Err(ItemError::TooMany(7)),
        4 => return ::std::result::Result::Err(ItemError::NotFound { item_id, shelf: "a" }),
        5 => return ::std::result::Result::Err(::std::convert::From::from(Other)),
        _ => Stored::Created { item, item_id },
    })
}

#[::fastr::get("/one", raises(self::ItemError::Broken, ItemError::Other))]
fn one(text: ::std::string::String) -> ::std::result::Result<u8Text, ItemError> {
    ::std::result::Result::Ok(u8Text {
        number: ::std::primitive::str::parse(&text)?,
    })
}

#[allow(non_camel_case_types, reason = "a name as good as any")]
#[::fastr::model]
struct u8Text {
    number: u8,
}

fn main() {}
