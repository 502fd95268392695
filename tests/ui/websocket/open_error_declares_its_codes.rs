use fastr::{CloseError, WebSocket, close};

#[fastr::websocket("/ws")]
async fn chat(mut ws: WebSocket) -> Result<(), CloseError> {
    ws.receive_text().await?;
    Err(close!(4001, "kicked").into())
}

fn main() {}
