use fastr::WebSocket;

#[fastr::websocket("/ws")]
async fn chat(ws: WebSocket) -> String {
    drop(ws);
    String::new()
}

fn main() {}
