//! The WebSockets that the tests talk to.

use fastr::{
    App, CloseError, CloseFrame, Handshake, HttpException, RequestParts, SocketMessage, WebSocket,
    WebSocketDisconnect, close, get, model, post, status, websocket,
};
use tokio::sync::Notify;

/// What is said back, whatever its kind.
#[websocket("/echo")]
async fn echo(mut ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    loop {
        let message = ws.receive().await?;
        ws.send(message).await?;
    }
}

/// Parameters from everywhere, as in any operation.
#[websocket("/items/{item_id}/ws")]
async fn item(
    item_id: u64,
    #[query(max_length = 3)] q: Option<String>,
    #[header] x_token: Option<String>,
    #[cookie] session: Option<String>,
    #[state] greeting: &Greeting,
    request: &RequestParts,
    ws: WebSocket,
) {
    let said = format!(
        "{} {item_id} {q:?} {x_token:?} {session:?} {}",
        greeting.0,
        request.uri.path()
    );
    let _ = ws.send_text(said).await;
}

pub struct Greeting(pub &'static str);

/// A command.
#[model]
#[derive(Debug)]
pub struct Command {
    pub end: String,
    #[field(default)]
    pub code: u16,
    #[field(default)]
    pub reason: String,
}

/// Ends as it is told.
#[websocket(
    "/end",
    closes(1008, 1010, 1012, 1014, 3000, 3999, 4000, 4001 = "kicked", 4999)
)]
async fn end(mut ws: WebSocket) -> Result<(), CloseError> {
    let Command { end, code, reason } = ws.receive_json().await?;
    match end.as_str() {
        "return" => Ok(()),
        "err" => Err(CloseFrame::new(code, reason)?.into()),
        "constant" => Err(close!(status::WS_1008_POLICY_VIOLATION, "no token").into()),
        "close" => {
            let sender = ws.sender();
            ws.close(CloseFrame::new(code, reason)?).await;
            let after = sender.send_text("too late").await;
            assert!(after.is_err_and(|over| over.code == code), "sent after the end");
            Ok(())
        }
        "panic" => panic!("asked for"),
        "unexpected" => {
            let missing = std::fs::read_to_string("/does/not/exist");
            missing.map_err(CloseError::internal)?;
            Ok(())
        }
        "bytes" => {
            ws.receive_bytes().await?;
            Ok(())
        }
        "text" => {
            ws.receive_text().await?;
            Ok(())
        }
        other => Err(CloseFrame::new(4000, format!("what is {other}?"))?.into()),
    }
}

/// Decides as it is told.
#[websocket("/decide", raises(401, 409), closes(4003))]
async fn decide(how: String, handshake: Handshake) -> Result<(), CloseError> {
    match how.as_str() {
        "accept" => {
            let ws = handshake
                .subprotocol(&["chat.v2", "chat"])
                .header("x-room", "blue")
                .accept();
            let spoken = format!("{:?}", ws.subprotocol());
            ws.send_text(spoken).await?;
        }
        "401" => handshake.reject(HttpException::unauthorized("Bearer", "log in first")),
        "undeclared" => handshake.reject(HttpException::new(402, "pay first")),
        "drop" => drop(handshake),
        "close" => return Err(close!(4003, "never accepted").into()),
        "error" => return Err(CloseError::internal("the database is gone")),
        "panic" => panic!("asked for"),
        "never" => {
            let _kept = handshake;
            std::future::pending::<()>().await;
        }
        _ => {}
    }
    Ok(())
}

/// Takes nothing in until it is told, and then says how many messages came.
#[websocket("/iter")]
async fn iter(mut ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    let mut numbers = Vec::new();
    let mut values = ws.iter_json::<u32>();
    while let Some(number) = values.next().await {
        numbers.push(number);
        if number == 0 {
            break;
        }
    }
    ws.send_json(&numbers).await?;
    let (sender, mut receiver) = ws.split();
    while let Some(text) = receiver.iter_text().next().await {
        sender.send(SocketMessage::Text(text.to_uppercase())).await?;
    }
    Ok(())
}

/// A page, and beside it a WebSocket at the same path.
#[get("/both")]
async fn page() -> &'static str {
    "a page"
}

#[websocket("/both")]
async fn both(ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    ws.send_text("a WebSocket").await
}

/// Stands beside a path that is written out, and both without a WebSocket.
#[get("/rooms/{room}/{seat}")]
async fn seat(room: u8, seat: String) -> String {
    format!("{room} {seat}")
}

#[post("/rooms/{room}/door")]
async fn open_door(room: u8) -> String {
    format!("the door of {room} is open")
}

static RELEASED: Notify = Notify::const_new();

/// Lets `/late` go on.
#[websocket("/release")]
async fn release(ws: WebSocket) {
    RELEASED.notify_one();
    drop(ws);
}

/// Receives nothing until it is released, and then echoes.
#[websocket("/late")]
async fn late(mut ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    RELEASED.notified().await;
    loop {
        let message = ws.receive().await?;
        ws.send(message).await?;
    }
}

pub fn app() -> App {
    App::of(module_path!()).state(Greeting("hello"))
}
