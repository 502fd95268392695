use fastr::{Handshake, WebSocket};

#[fastr::websocket("/ws")]
async fn chat(handshake: Handshake, ws: WebSocket) {
    drop((handshake, ws));
}

fn main() {}
