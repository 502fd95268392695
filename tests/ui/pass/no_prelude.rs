//! Nothing in scope, and everything that the generated code might name shadowed.
#![deny(warnings)]
#![no_implicit_prelude]
#![allow(dead_code)]

extern crate fastr as _;

mod core {}
mod std {}

struct Option;
struct Some;
struct None;
struct Result;
struct Ok;
struct Vec;

#[::fastr::model]
struct Item {
    #[field(min_length = 1, pattern = "^[a-z]+$")]
    name: ::std::string::String,
    #[field(default)]
    tags: ::std::vec::Vec<::std::string::String>,
    color: ::std::option::Option<Color>,
}

#[::fastr::model]
enum Color {
    Red,
    Blue,
}

#[::fastr::post("/items/{item_id}", status_code = 201, raises(404), tags = ["items"])]
async fn create_item(
    item_id: u64,
    color: Color,
    item: Item,
) -> ::std::result::Result<Item, ::fastr::HttpException> {
    let _ = (item_id, color);
    ::std::result::Result::Ok(item)
}

#[::fastr::get("/parts", responses(202 = "Later"))]
async fn list_parts(parts: &mut ::fastr::ResponseParts) {
    parts.set_status(202);
}

fn main() {}
