use fastr::WebSocket;

#[fastr::websocket("/ws", closes(4001 = "kicked", 4001 = "gone"))]
async fn chat(ws: WebSocket) {
    drop(ws);
}

fn main() {}
