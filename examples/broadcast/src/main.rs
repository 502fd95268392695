//! A chat for everybody, whichever of several processes they are connected to: what one hears, all hear, through Redis.
//!
//! Two commands start it, and the second one once more starts another process:
//!
//! ```sh
//! redis-server                                                                # or: docker run --rm --net host redis
//! cargo run --manifest-path examples/broadcast/Cargo.toml                     # then open http://localhost:8000
//! cargo run --manifest-path examples/broadcast/Cargo.toml -- --port 8001      # and http://localhost:8001
//! ```
//!
//! `REDIS_URL` says where another Redis is: `redis://user:password@broker.example:6379`.
//!
//! Each process has a [`Room`] for its own connections. What somebody says is published to Redis, and what Redis tells, the
//! room sends to all of its members: so everybody hears the same in the same order, the speaker too. Only the speaker waits
//! for Redis, for a limited time, and is told when nobody heard. When Redis is gone, the room is told, and told once more
//! when it is back; nobody is disconnected. Redis keeps nothing for those who were away (`PUBLISH` is "at most once").

mod broker;

use broker::Broker;
use fastr::{App, Html, Room, WebSocket, WebSocketDisconnect, get, websocket};

/// Everybody in the chat who is connected to this process.
static CHAT: Room = Room::new();

/// The chat.
#[websocket("/ws/{client_id}", receives = String, sends = String)]
async fn chat(
    client_id: u64,
    #[state] broker: &Broker,
    mut ws: WebSocket,
) -> Result<(), WebSocketDisconnect> {
    let member = CHAT.join(&ws);
    if !broker.is_there() {
        ws.send_text(broker::GONE).await?;
    }
    while let Ok(text) = ws.receive_text().await {
        if let Err(error) = broker.say(format!("Client #{client_id} says: {text}")).await {
            ws.send_text(error.to_string()).await?;
        }
    }
    drop(member);
    if let Err(error) = broker.say(format!("Client #{client_id} left the chat")).await {
        tracing::warn!(client_id, "that somebody left was not told: {error}");
    }
    Ok(())
}

/// The page of the chat.
#[get("/", include_in_schema = false)]
fn page() -> Html<&'static str> {
    Html(include_str!("page.html"))
}

fn main() -> fastr::Result {
    App::new()
        .title("Broadcast")
        .on_startup(async || Broker::start(&CHAT))
        .run()
}
