use fastr::{HttpException, WebSocket};

#[fastr::websocket("/ws")]
async fn chat(ws: WebSocket) -> Result<(), HttpException> {
    drop(ws);
    Err(HttpException::of(403))
}

fn main() {}
