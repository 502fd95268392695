//! What came with a handshake is not kept for as long as its WebSocket.

use std::sync::{Arc, Mutex, Weak};

use fastr::{
    App, Next, Request, Response, TestClient, WebSocket, WebSocketDisconnect, middleware, websocket,
};

static MARK: Mutex<Weak<()>> = Mutex::new(Weak::new());

/// Lets the request carry something of which can be seen whether it is still there.
#[middleware]
async fn mark(mut request: Request, next: Next) -> Response {
    let mark = Arc::new(());
    *MARK.lock().unwrap() = Arc::downgrade(&mark);
    request.extensions_mut().insert(mark);
    next.run(request).await
}

#[websocket("/echo")]
async fn echo(mut ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    loop {
        // As long as this waits, the request would.
        let is_there = MARK.lock().unwrap().upgrade().is_some();
        ws.send_text(format!("{is_there}")).await?;
        ws.receive().await?;
    }
}

#[test]
fn the_request_is_gone_while_its_websocket_is_open() {
    let client = TestClient::new(App::of(module_path!()));
    let mut ws = client.websocket("/echo").connect();
    for _ in 0..2 {
        assert_eq!(ws.receive_text(), "false");
        ws.send_text("and now?");
    }
}
