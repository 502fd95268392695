use fastr::WebSocket;

#[fastr::websocket("/ws", closes("4001" = "kicked"))]
async fn chat(ws: WebSocket) {
    drop(ws);
}

fn main() {}
