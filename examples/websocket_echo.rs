//! A WebSocket that says back what it is told, texts and bytes, up to 64 MiB: what the Autobahn suite asks for.
//!
//! `cargo run --release --example websocket_echo --features websocket`

use fastr::{App, WebSocket, WebSocketDisconnect, WebSocketLimits, websocket};

/// Says back what it is told.
#[websocket("/")]
async fn echo(mut ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    loop {
        let message = ws.receive().await?;
        ws.send(message).await?;
    }
}

fn main() -> fastr::Result {
    let limits = WebSocketLimits::new().message_size(64 << 20).frame_size(64 << 20);
    App::new().title("WebSocket echo").websockets(limits).run()
}
