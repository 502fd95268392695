use fastr::{ResponseParts, WebSocket};

#[fastr::websocket("/ws")]
async fn chat(ws: WebSocket, response: &mut ResponseParts) {
    response.set_header("x-room", "blue");
    drop(ws);
}

fn main() {}
