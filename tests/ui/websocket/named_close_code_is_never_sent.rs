use fastr::{WebSocket, status};

#[fastr::websocket("/ws", closes(status::WS_1005_NO_STATUS_RCVD = "nothing said"))]
async fn chat(ws: WebSocket) {
    drop(ws);
}

fn main() {}
