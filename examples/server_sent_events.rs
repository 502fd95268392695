//! Server-sent events, which a browser reads with `EventSource`.
//!
//! Follows FastAPI's page "Server-Sent Events (SSE)". `cargo run --example server_sent_events`, then
//! `curl -N localhost:8000/items/stream`.

use std::time::Duration;

use fastr::{App, Event, EventStream, get, model, post, stream};

/// Something on sale.
#[model]
struct Item {
    name: String,
    price: f64,
}

fn items() -> Vec<Item> {
    [
        ("Plumbus", 32.99),
        ("Portal Gun", 999.99),
        ("Meeseeks Box", 49.99),
    ]
    .map(|(name, price)| Item {
        name: name.to_owned(),
        price,
    })
    .into()
}

/// Each item is an event, and goes on behind the one that the client saw last.
#[get("/items/stream")]
async fn stream_items(#[header] last_event_id: Option<usize>) -> EventStream<Item> {
    let first = last_event_id.map_or(0, |last| last.saturating_add(1));
    EventStream::new(stream(move |mut out| async move {
        for (id, item) in items().into_iter().enumerate().skip(first) {
            let event = Event::new(item).event("item_update").id(id.to_string());
            out.send(event.retry(Duration::from_secs(5))).await;
        }
    }))
}

/// Events without anything but data.
#[get("/prices")]
async fn prices() -> EventStream<f64> {
    EventStream::new(stream(|mut out| async move {
        for item in items() {
            out.send(item.price).await;
        }
    }))
}

/// The answer of a model, word by word, as chats are sent; a `POST` streams as well.
#[post("/chat/stream")]
async fn chat(prompt: String) -> EventStream<String> {
    EventStream::new(stream(move |mut out| async move {
        for word in prompt.split_whitespace() {
            out.send(Event::new(word.to_owned()).event("token")).await;
        }
        out.send(Event::text("[DONE]").event("done")).await;
    }))
}

fn main() -> fastr::Result {
    App::new().title("Server-Sent Events").run()
}
