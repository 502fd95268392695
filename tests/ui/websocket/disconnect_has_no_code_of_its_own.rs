use fastr::{WebSocket, WebSocketDisconnect, close};

#[fastr::websocket("/ws")]
async fn chat(mut ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    ws.receive_text().await?;
    Err(close!(4001, "kicked").into())
}

fn main() {}
