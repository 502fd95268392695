use fastr::{WebSocket, close, status, websocket};

#[websocket("/ws")]
async fn chat(ws: WebSocket) {
    ws.close(close!(status::WS_1006_ABNORMAL_CLOSURE, "gone")).await;
}

fn main() {}
