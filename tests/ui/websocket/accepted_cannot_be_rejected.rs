use fastr::{Handshake, HttpException};

#[fastr::websocket("/ws")]
async fn chat(handshake: Handshake) {
    let ws = handshake.accept();
    handshake.reject(HttpException::of(403));
    drop(ws);
}

fn main() {}
