use fastr::{CloseError, WebSocket, close, status, websocket};

#[websocket("/ws", closes(1008))]
async fn chat(ws: WebSocket) -> Result<(), CloseError> {
    drop(ws);
    Err(close!(status::HTTP_403_FORBIDDEN, "not allowed").into())
}

fn main() {}
