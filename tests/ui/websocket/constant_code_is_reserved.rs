use fastr::{WebSocket, close, websocket};

#[websocket("/ws")]
async fn chat(ws: WebSocket) {
    ws.close(close!(2000)).await;
}

fn main() {}
