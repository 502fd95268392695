use fastr::WebSocket;

#[fastr::websocket("/ws")]
fn chat(ws: WebSocket) {
    drop(ws);
}

fn main() {}
