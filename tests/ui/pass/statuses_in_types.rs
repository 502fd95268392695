//! Statuses in types: by a constant, in braces, in an alias, and inside a result.
#![deny(warnings)]

use fastr::{Accepted, ApiError, Created, NoContent, PlainText, Status, get, post, status};

type Made<T> = Status<{ status::HTTP_201_CREATED }, T>;

const LATER: u16 = 200 + 2;

#[derive(Debug, ApiError)]
#[status(404)]
struct NotFound;

#[post("/made")]
fn made(name: String) -> Result<Made<String>, NotFound> {
    Ok(Status(name))
}

#[post("/later")]
fn later() -> Status<LATER, PlainText<&'static str>> {
    Status(PlainText("later"))
}

#[post("/created", responses(201 = "It is new"))]
fn created(name: String) -> Result<Created<String>, NotFound> {
    Ok(Created::at("/made/1", name))
}

#[post("/accepted")]
fn accepted() -> Accepted {
    Accepted::at("/jobs/1", ())
}

#[get("/nothing")]
fn nothing() -> Result<NoContent, NotFound> {
    Err(NotFound)
}

#[get("/empty")]
fn empty() -> Status<204> {
    Status(())
}

fn main() {}
