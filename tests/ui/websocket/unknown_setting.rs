use fastr::WebSocket;

#[fastr::websocket("/ws", blocking)]
async fn chat(ws: WebSocket) {
    drop(ws);
}

fn main() {}
