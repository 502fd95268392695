use fastr::WebSocket;

#[fastr::websocket("/ws", closes(1006 = "gone"))]
async fn chat(ws: WebSocket) {
    drop(ws);
}

fn main() {}
