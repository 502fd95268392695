//! Close codes are a contract: what is sent was declared, by a type or in the attribute.

use std::panic::{AssertUnwindSafe, catch_unwind};

use fastr::{
    App, CloseError, CloseFrame, InternalError, TestClient, WebSocket, WebSocketDisconnect, close, websocket,
};

use crate::raw::{Raw, TEXT, frame};
use crate::support::Server;

/// The line of the attribute below.
const LINE: u32 = 16;

/// Returns the code that it is told.
#[websocket("/returns/{code}", closes(4001 = "kicked"))]
async fn returns(code: u16, ws: WebSocket) -> Result<(), CloseError> {
    drop(ws);
    Err(CloseFrame::new(code, "as you like")?.into())
}

/// Closes with a code of its own, and declares nothing: its signature is closed.
#[websocket("/closes")]
async fn closes(ws: WebSocket) {
    ws.close(close!(4002, "enough")).await;
}

/// What it cannot foresee goes to the log, and the end of the connection is no failure.
#[websocket("/reads")]
async fn reads(mut ws: WebSocket) -> Result<(), InternalError> {
    let path = ws.receive_text().await?;
    let text = std::fs::read_to_string(path)?;
    ws.send_text(text).await?;
    Ok(())
}

/// Cannot be JSON.
#[websocket("/odd")]
async fn odd(ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    let odd = std::collections::HashMap::from([((1, 2), 3)]);
    ws.send_json(&odd).await
}

fn app() -> App {
    App::of(module_path!())
}

fn panics(talk: impl FnOnce()) -> String {
    let told = catch_unwind(AssertUnwindSafe(talk)).expect_err("a code was sent that was not declared");
    told.downcast_ref::<String>().expect("a message").clone()
}

#[test]
fn the_test_client_panics_and_names_the_place() {
    let client = TestClient::new(app());
    assert_eq!(
        client.websocket("/returns/4001").connect().expect_close(4001),
        "as you like"
    );
    assert_eq!(
        client.websocket("/returns/1011").connect().expect_close(1011),
        "as you like"
    );
    let told = panics(|| {
        let _ = client.websocket("/returns/4003").connect().receive();
    });
    let place = format!(
        "`returns` ({}:{LINE}) closed with 4003, which it does not declare; add `closes(4003 = \"…\")`",
        file!()
    );
    assert!(told.starts_with(&place), "{told}");
    assert!(
        told.ends_with("1000, 1001, 1002, 1003, 1007, 1009, 1011, 1013, 4001"),
        "{told}"
    );
    let told = panics(|| {
        client.websocket("/closes").connect().expect_close(4002);
    });
    assert!(
        told.contains("`closes`") && told.contains("with 4002, which it does not declare"),
        "{told}"
    );
}

#[test]
fn a_code_of_the_client_is_said_back_and_is_no_breach() {
    let client = TestClient::new(app());
    let over = client.websocket("/reads").connect().close(&close!(4444, "bye"));
    assert_eq!(over.code, 4444);
}

#[test]
fn a_server_of_a_debug_build_closes_with_1011_and_counts() {
    let server = Server::start(app().metrics("/metrics"));
    let counted = |count: u8| {
        let text = server.ask("GET /metrics", "");
        assert!(
            text.contains(&format!("fastr_contract_breaches_total {count}\n")),
            "{text}"
        );
    };
    let refused = if cfg!(debug_assertions) {
        [1011; 2]
    } else {
        [4003, 4002]
    };
    assert_eq!(Raw::open(&server, "/returns/4001").close_code(), 4001);
    counted(0);
    assert_eq!(Raw::open(&server, "/returns/4003").close_code(), refused[0]);
    assert_eq!(Raw::open(&server, "/closes").close_code(), refused[1]);
    counted(2);
}

#[test]
fn what_fails_unforeseen_is_1011() {
    let server = Server::start(app());
    let mut raw = Raw::open(&server, "/reads");
    raw.send(&frame(TEXT, true, b"/does/not/exist"));
    assert_eq!(raw.close_code(), 1011);
    assert_eq!(Raw::open(&server, "/odd").close_code(), 1011);
}
