#[fastr::websocket("/ws")]
async fn chat(name: String) {
    drop(name);
}

fn main() {}
