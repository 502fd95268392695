//! Errors with a status of their own, errors that a function answers, and those that are nobody's business.
//!
//! Follows FastAPI's page "Handling Errors". `cargo run --example handling_errors`, then `curl -i localhost:8000/items/bar`,
//! `curl -i localhost:8000/unicorns/yolo`, `curl -i localhost:8000/dragons/smaug`, `curl -i localhost:8000/numbers/three`,
//! and `curl -i localhost:8000/motd`.

use std::num::ParseIntError;

use fastr::{
    ApiError, App, HttpException, InternalError, RequestParts, exception_handler, get, model, status,
};

const ITEMS: [(&str, &str); 1] = [("foo", "The Foo Wrestlers")];

/// An item.
#[model]
struct Item {
    item: String,
}

/// What can go wrong with items and numbers. The message is the answer, the document and `Display`.
#[derive(Debug, ApiError)]
enum ItemError {
    /// No item has this name.
    #[status(404, "Item not found", headers("x-error" = "There goes my error with {item_id}"))]
    NotFound { item_id: String },
    #[status(418, "Nope! I don't like {0}.")]
    Disliked(u32),
    // `?` makes it of the library's error.
    #[status(400, "That is no number: {0}")]
    NoNumber(#[from] ParseIntError),
    #[status(409)]
    Taken(#[detail] Taken),
}

/// Who was faster.
#[model]
#[derive(Debug)]
struct Taken {
    by: String,
    seconds_ago: u32,
}

/// A struct is itself the only variant.
#[derive(Debug, ApiError)]
#[status(418, "Oops! {name} did something. There goes a rainbow...")]
struct Unicorn {
    name: String,
}

/// Errors within an error: each keeps its own status.
#[derive(Debug, ApiError)]
enum StableError {
    #[status(transparent)]
    Unicorn(#[from] Unicorn),
    #[status(503, "The stable is closed", headers("retry-after" = "{seconds}"))]
    Closed { seconds: u32 },
}

fn find(item_id: &str) -> Option<Item> {
    let (_, name) = ITEMS.iter().find(|(known, _)| *known == item_id)?;
    Some(Item {
        item: (*name).to_owned(),
    })
}

/// Read an item: 404 is the only error that it raises, and so the only one in its document.
#[get("/items/{item_id}", raises(ItemError::NotFound))]
async fn read_item(item_id: String) -> Result<Item, ItemError> {
    find(&item_id).ok_or(ItemError::NotFound { item_id })
}

/// The same with an exception, which can have any status, so that the operation says which.
#[get("/items-header/{item_id}", raises(404))]
async fn read_item_header(item_id: String) -> Result<Item, HttpException> {
    find(&item_id).ok_or_else(|| {
        HttpException::new(status::HTTP_404_NOT_FOUND, "Item not found")
            .header("x-error", "There goes my error")
    })
}

/// Read a number that nobody else has taken.
#[get(
    "/numbers/{text}",
    raises(ItemError::NoNumber, ItemError::Disliked, ItemError::Taken)
)]
async fn read_number(text: String) -> Result<Number, ItemError> {
    match text.parse()? {
        3 => Err(ItemError::Disliked(3)),
        7 => Err(ItemError::Taken(Taken {
            by: "the dwarfs".to_owned(),
            seconds_ago: 7,
        })),
        number => Ok(Number { number }),
    }
}

/// A number.
#[model]
struct Number {
    number: u32,
}

/// Read a unicorn.
#[get("/unicorns/{name}")]
async fn read_unicorn(name: String) -> Result<Item, Unicorn> {
    if name == "yolo" {
        Err(Unicorn { name })
    } else {
        Ok(Item { item: name })
    }
}

/// Read the unicorn of a stable.
#[get("/stables/{name}")]
async fn read_stable(name: String) -> Result<Item, StableError> {
    if name == "closed" {
        return Err(StableError::Closed { seconds: 180 });
    }
    Ok(read_unicorn(name).await?)
}

/// An error that knows nothing of HTTP.
struct DragonException {
    name: String,
}

/// What a dragon leaves behind.
#[model]
struct Ashes {
    message: String,
    path: String,
}

/// The response to a dragon, wherever it is raised: FastAPI's `@app.exception_handler(DragonException)`.
#[exception_handler(status_code = 418)]
async fn dragon_exception_handler(request: &RequestParts, error: DragonException) -> Ashes {
    Ashes {
        message: format!("Oops! {} did something. There goes a village...", error.name),
        path: request.uri.path().to_owned(),
    }
}

/// Read a dragon.
#[get("/dragons/{name}")]
async fn read_dragon(name: String) -> Result<Item, DragonException> {
    if name == "smaug" {
        Err(DragonException { name })
    } else {
        Ok(Item { item: name })
    }
}

/// Read the message of the day. What goes wrong with the file is in the log, and nobody else's business.
#[get("/motd")]
async fn read_motd() -> Result<String, InternalError> {
    Ok(std::fs::read_to_string("/nowhere/motd.txt")?)
}

fn main() -> fastr::Result {
    App::new().title("Handling Errors").run()
}
