use fastr::WebSocket;

#[fastr::websocket("/ws")]
async fn chat(#[body] text: String, ws: WebSocket) {
    drop((text, ws));
}

fn main() {}
