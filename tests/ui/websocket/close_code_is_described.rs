use fastr::WebSocket;

#[fastr::websocket("/ws", closes(4001(description = "kicked")))]
async fn chat(ws: WebSocket) {
    drop(ws);
}

fn main() {}
