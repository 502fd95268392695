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

/// The same with a box.
#[websocket("/boxed")]
async fn boxed(mut ws: WebSocket) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let number: u8 = ws.receive_text().await?.parse()?;
    Ok(ws.send_json(&number).await?)
}

/// Cannot be JSON.
#[websocket("/odd")]
async fn odd(ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    let odd = std::collections::HashMap::from([((1, 2), 3)]);
    ws.send_json(&odd).await
}

/// Why the talk ends.
#[derive(Debug, CloseError)]
enum TalkError {
    /// Somebody wanted it so.
    #[close(4001, "kicked by {by}")]
    Kicked { by: String },
    #[close(TOO_MUCH)]
    TooMuch,
    #[close(4001, "asked for")]
    Asked,
    #[close(transparent)]
    Inner(#[from] InnerError),
    #[close(transparent)]
    Over(#[from] WebSocketDisconnect),
}

const TOO_MUCH: u16 = 4008;

#[derive(Debug, CloseError)]
#[close(3001, "from within")]
struct InnerError(#[from] std::fmt::Error);

/// A closed signature with codes of its own.
#[websocket("/talk")]
async fn talk(mut ws: WebSocket) -> Result<(), TalkError> {
    loop {
        match ws.receive_text().await?.as_str() {
            "kick" => return Err(TalkError::Kicked { by: "x".repeat(200) }),
            "much" => return Err(TalkError::TooMuch),
            "ask" => return Err(TalkError::Asked),
            "inner" => Err(InnerError(std::fmt::Error))?,
            text => ws.send_text(text).await?,
        }
    }
}

/// The same errors become one that is open.
#[websocket("/open", closes(4008))]
async fn open(ws: WebSocket) -> Result<(), CloseError> {
    drop(ws);
    Err(TalkError::TooMuch)?
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
    // Who does not read to the end is told when the WebSocket goes.
    for reads in [true, false] {
        let told = panics(|| {
            let mut ws = client.websocket("/closes").connect();
            if reads {
                ws.expect_close(4002);
            }
        });
        assert!(
            told.contains("`closes`") && told.contains("with 4002, which"),
            "{told}"
        );
    }
}

#[test]
fn a_type_carries_its_codes() {
    let client = TestClient::new(app());
    let say = |text: &str, code: u16| {
        let mut ws = client.call::<talk>().connect();
        ws.send_text(text);
        ws.expect_close(code)
    };
    assert_eq!(say("kick", 4001), format!("kicked by {}", "x".repeat(113)));
    assert_eq!(say("much", 4008), "");
    assert_eq!(say("ask", 4001), "asked for");
    assert_eq!(say("inner", 3001), "from within");
    assert_eq!(client.call::<open>().connect().expect_close(4008), "");
    let asked = client.call::<talk>().connect().close(&close!(4444));
    assert_eq!(asked.code, 4444);
    assert_eq!(TalkError::TooMuch.to_string(), "the WebSocket is closed");
}

#[test]
fn the_documents_have_the_codes_of_the_types() {
    let document = app().openapi().unwrap();
    let closes = &document["x-websockets"]["/talk"]["closes"];
    let codes: Vec<&String> = closes.as_object().unwrap().keys().collect();
    assert_eq!(
        codes,
        [
            "1000", "1001", "1002", "1003", "1007", "1009", "1011", "1013", "3001", "4001", "4008"
        ]
    );
    assert_eq!(closes["4001"], "Somebody wanted it so.; asked for");
    assert_eq!(closes["3001"], "from within");
    let client = TestClient::new(app());
    let page = client.get("/docs/statuses").send();
    let section = page
        .text()
        .split("<section>")
        .skip(1)
        .find(|it| it.contains("<code>/talk</code>"));
    let section = section.expect("the WebSocket is on the page");
    for (code, who) in [
        ("4001 ", "<code>TalkError::Kicked</code>"),
        ("4001 ", "<code>TalkError::Asked</code>"),
        ("1000 Normal Closure", "the function returns"),
        ("101 Switching Protocols", "the WebSocket, once it is accepted"),
    ] {
        assert!(
            section.contains(&format!(">{code}</dt>")) && section.contains(who),
            "{section}"
        );
    }
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
    let client = TestClient::new(app());
    let mut ws = client.call::<boxed>().connect();
    ws.send_text("many");
    assert_eq!(ws.expect_close(1011), "");
    // The end of the connection is no failure.
    for path in ["/boxed", "/reads"] {
        assert_eq!(client.websocket(path).connect().close(&close!(1000)).code, 1000);
    }
}
