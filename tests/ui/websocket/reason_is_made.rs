use fastr::{CloseError, WebSocket, close};

#[fastr::websocket("/ws/{name}", closes(4001))]
async fn chat(name: String, ws: WebSocket) -> Result<(), CloseError> {
    drop(ws);
    Err(close!(4001, format!("no {name}")).into())
}

fn main() {}
