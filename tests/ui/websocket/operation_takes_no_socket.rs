use fastr::WebSocket;

#[fastr::get("/ws")]
async fn chat(ws: WebSocket) {
    drop(ws);
}

fn main() {}
