//! WebSockets: an echo, parameters and refusals, and a chat for everybody.
//!
//! Follows FastAPI's page "WebSockets". `cargo run --example websockets --features websocket`, then open
//! <http://localhost:8000> in two windows.

use fastr::{
    App, CloseError, Handshake, Html, HttpException, Room, WebSocket, WebSocketDisconnect, close, get,
    status, websocket,
};

/// Says back what it is told.
#[websocket("/ws", receives = String, sends = String)]
async fn echo(mut ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    loop {
        let data = ws.receive_text().await?;
        ws.send_text(format!("Message text was: {data}")).await?;
    }
}

/// Talks about one item, with those who have a session or a token.
#[websocket(
    "/items/{item_id}/ws",
    raises(401),
    receives = String,
    sends = String,
    closes(status::WS_1008_POLICY_VIOLATION = "The item is not for sale")
)]
async fn item(
    item_id: u64,
    q: Option<u32>,
    token: Option<String>,
    #[cookie] session: Option<String>,
    handshake: Handshake,
) -> Result<(), CloseError> {
    // Before it is accepted, a refusal is an answer with a status.
    let Some(who) = session.or(token) else {
        handshake.reject(HttpException::unauthorized(
            "Bearer",
            "a session or a token is needed",
        ));
        return Ok(());
    };
    // Behind that there is no answer any more, and the end has a close code.
    let mut ws = handshake.accept();
    if item_id == 0 {
        return Err(close!(status::WS_1008_POLICY_VIOLATION, "not for sale").into());
    }
    loop {
        let data = ws.receive_text().await?;
        ws.send_text(format!("Session cookie or query token value is: {who}"))
            .await?;
        if let Some(q) = q {
            ws.send_text(format!("Query parameter q is: {q}")).await?;
        }
        ws.send_text(format!("Message text was: {data}, for item ID: {item_id}"))
            .await?;
    }
}

/// Everybody who is in the chat.
static CHAT: Room = Room::new();

/// The chat.
#[websocket("/ws/{client_id}", receives = String, sends = String)]
async fn chat(client_id: u64, mut ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    let member = CHAT.join(&ws);
    while let Ok(data) = ws.receive_text().await {
        ws.send_text(format!("You wrote: {data}")).await?;
        CHAT.send_text(format!("Client #{client_id} says: {data}"));
    }
    drop(member);
    CHAT.send_text(format!("Client #{client_id} left the chat"));
    Ok(())
}

/// The page of the chat.
#[get("/", include_in_schema = false)]
async fn page() -> Html<&'static str> {
    Html(PAGE)
}

const PAGE: &str = r#"<!DOCTYPE html>
<title>Chat</title>
<h1>WebSocket Chat</h1>
<h2>Your ID: <span id="id"></span></h2>
<form><input id="text" autocomplete="off" autofocus> <button>Send</button></form>
<ul id="messages"></ul>
<script>
    const id = Date.now(), find = (name) => document.getElementById(name);
    const show = (text) => {
        const item = document.createElement("li");
        item.textContent = text;
        find("messages").append(item);
    };
    find("id").textContent = id;
    const socket = new WebSocket(`ws://${location.host}/ws/${id}`);
    socket.onmessage = (event) => show(event.data);
    socket.onclose = (event) => show(`The end: ${event.code} ${event.reason}`);
    document.forms[0].onsubmit = (event) => {
        event.preventDefault();
        socket.send(find("text").value);
        find("text").value = "";
    };
</script>
"#;

fn main() -> fastr::Result {
    App::new().title("WebSockets").run()
}
