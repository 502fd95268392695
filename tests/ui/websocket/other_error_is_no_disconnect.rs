use fastr::{WebSocket, WebSocketDisconnect};

#[fastr::websocket("/ws")]
async fn motd(ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    let text = std::fs::read_to_string("motd.txt")?;
    ws.send_text(text).await
}

fn main() {}
