use fastr::Handshake;

#[fastr::websocket("/ws", raises(200))]
async fn chat(handshake: Handshake) {
    drop(handshake);
}

fn main() {}
