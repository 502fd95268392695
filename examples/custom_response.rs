//! Pages, texts, redirects and bytes of any media type.
//!
//! Follows FastAPI's page "Custom Response". `cargo run --example custom_response`, then
//! `curl -i localhost:8000/legacy`.

use fastr::{App, Content, Html, MediaType, PlainText, Redirect, get, media, post};

/// A page.
#[get("/items")]
async fn read_items() -> Html<&'static str> {
    Html("<html><head><title>Some HTML in here</title></head><body><h1>Look ma! HTML!</h1></body></html>")
}

/// A text.
#[get("/hello")]
async fn hello(name: String) -> PlainText {
    PlainText(format!("Hello {name}"))
}

/// XML.
#[get("/legacy")]
async fn legacy() -> Content<media::Xml> {
    Content::new(r#"<?xml version="1.0"?><shampoo><Header>Apply shampoo here.</Header></shampoo>"#)
}

/// Bytes of which nothing is known.
#[get("/bytes")]
async fn bytes(#[query(le = 100)] count: u8) -> Content {
    Content::new((0..count).collect::<Vec<u8>>())
}

/// A media type that fastr does not name.
struct Calendar;

impl MediaType for Calendar {
    const NAME: &'static str = "text/calendar";
}

/// A text with a media type of one's own.
#[get("/calendar.ics")]
async fn calendar() -> Content<Calendar> {
    Content::new("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")
}

/// 307: the client goes on with the same method.
#[get("/typer")]
async fn redirect_typer() -> Redirect {
    Redirect::to("https://typer.tiangolo.com")
}

/// 303: the client goes on with GET, as after a form.
#[post("/orders")]
async fn order() -> Redirect<303> {
    Redirect::to("/items")
}

/// 308: it has moved for good, and the method stays.
#[post("/old-orders")]
async fn moved() -> Redirect<308> {
    Redirect::to("/orders")
}

fn main() -> fastr::Result {
    App::new().title("Custom Response").run()
}
