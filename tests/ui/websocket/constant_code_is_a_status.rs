use fastr::{CloseError, WebSocket, close, status, websocket};

#[websocket("/ws")]
async fn chat(ws: WebSocket) -> Result<(), CloseError> {
    drop(ws);
    Err(close!(status::HTTP_403_FORBIDDEN, "not allowed").into())
}

fn main() {}
