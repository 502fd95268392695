//! What the documents say of WebSockets: `x-websockets` in that of OpenAPI, and `program asyncapi`.

use fastr::App;
use serde_json::{Value, json};

use crate::echo::app;
use crate::support::Program;

/// A room of its own, so that the document is small.
mod told {
    use fastr::{WebSocket, model, websocket};

    /// What is asked for.
    #[model]
    pub struct Order {
        pub item: String,
        #[field(default)]
        pub count: u32,
    }

    /// Orders, as they come.
    ///
    /// All of them.
    #[websocket(
        "/shops/{shop}/orders",
        receives = Order,
        sends = Vec<Order>,
        closes(4001 = "The shop is closed", 1011 = "We are sorry")
    )]
    async fn orders(shop: String, since: Option<u64>, #[header] x_token: String, ws: WebSocket) {
        drop((shop, since, x_token, ws));
    }

    #[websocket("/hidden", include_in_schema = false)]
    async fn hidden(ws: WebSocket) {
        drop(ws);
    }

    pub fn app() -> fastr::App {
        fastr::App::of(module_path!()).title("Orders")
    }
}

#[test]
fn a_websocket_stands_under_an_extension() {
    let document = told::app().openapi().unwrap();
    assert_eq!(document["paths"], json!({}));
    let sockets = document["x-websockets"].as_object().unwrap();
    assert_eq!(sockets.keys().collect::<Vec<_>>(), ["/shops/{shop}/orders"]);
    let orders = &sockets["/shops/{shop}/orders"];
    assert_eq!(orders["operationId"], "orders_shops__shop__orders_get");
    let names: Vec<_> = orders["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["name"])
        .collect();
    assert_eq!(names, ["shop", "since", "x-token"]);
    let statuses: Vec<_> = orders["responses"].as_object().unwrap().keys().collect();
    assert_eq!(statuses, ["101", "400", "403", "422", "426", "500", "503"]);
    assert_eq!(
        orders["receives"]["schema"]["$ref"],
        "#/components/schemas/Order-Input"
    );
    assert_eq!(
        orders["sends"]["schema"]["items"]["$ref"],
        "#/components/schemas/Order-Output"
    );
    let closes = orders["closes"].as_object().unwrap();
    let codes: Vec<_> = closes.keys().collect();
    assert_eq!(
        codes,
        [
            "1000", "1001", "1002", "1003", "1007", "1009", "1011", "1013", "4001"
        ]
    );
    assert_eq!(
        (&closes["1011"], &closes["4001"]),
        (&json!("We are sorry"), &json!("The shop is closed"))
    );
    // One without any has no such key.
    assert_eq!(App::of("nowhere").openapi().unwrap().get("x-websockets"), None);
}

#[test]
fn an_asyncapi_document_has_channels_with_their_messages() {
    let document = told::app().asyncapi().unwrap();
    assert_eq!(document["asyncapi"], "3.0.0");
    assert_eq!(document["info"], json!({ "title": "Orders", "version": "0.1.0" }));
    let name = "orders_shops__shop__orders_get";
    let channel = &document["channels"][name];
    assert_eq!(channel["address"], "/shops/{shop}/orders");
    assert!(channel["parameters"]["shop"].is_object());
    assert_eq!(
        channel["bindings"]["ws"]["query"]["properties"]["since"]["type"],
        "integer"
    );
    assert_eq!(
        channel["bindings"]["ws"]["headers"]["required"],
        json!(["x-token"])
    );
    assert_eq!(channel["x-close-codes"]["4001"], "The shop is closed");
    let payload = &channel["messages"]["receive"]["payload"];
    assert_eq!(payload, &json!({ "$ref": "#/components/schemas/Order-Input" }));
    let operation = &document["operations"][format!("{name}.receive")];
    let said = json!({
        "action": "receive",
        "channel": { "$ref": format!("#/channels/{name}") },
        "messages": [{ "$ref": format!("#/channels/{name}/messages/receive") }],
    });
    assert_eq!(operation, &said);
    // Every reference leads somewhere.
    let text = document.to_string();
    for (at, _) in text.match_indices("\"$ref\":\"#") {
        let pointer = text[at + 9..].split('"').next().unwrap();
        assert!(document.pointer(pointer).is_some(), "{pointer}");
    }
}

#[test]
fn the_command_writes_it() {
    let output = Program::output("websockets", &["asyncapi"]);
    assert!(output.status.success());
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let echo = &document["channels"]["echo_ws_get"];
    assert_eq!(
        echo["messages"]["send"],
        json!({ "contentType": "text/plain", "payload": { "type": "string" } })
    );
    let yaml = Program::output("websockets", &["asyncapi", "--yaml"]).stdout;
    assert!(
        String::from_utf8(yaml)
            .unwrap()
            .starts_with("asyncapi: \"3.0.0\"\n")
    );
    let unknown = Program::run("websockets", &["asyncapi", "--diff"]);
    assert!(
        !unknown.0.success() && unknown.1.contains("--diff"),
        "{}",
        unknown.1
    );
}

#[test]
fn nothing_is_said_twice() {
    // The documents of the WebSockets of these tests can be made, ids and all.
    app().openapi().unwrap();
    app().asyncapi().unwrap();
}

#[test]
fn the_routes_have_them() {
    let output = Program::output("websockets", &["routes"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("WS   /items/{item_id}/ws  item  101 400 401 403 422 426 500 503"),
        "{text}"
    );
}
