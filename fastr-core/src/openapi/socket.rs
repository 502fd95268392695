//! A WebSocket in a document: its handshake as an operation, its messages, and the codes with which it is closed.

use std::collections::BTreeMap;

use fastr_status::{
    HTTP_101_SWITCHING_PROTOCOLS, WS_1000_NORMAL_CLOSURE, WS_1001_GOING_AWAY, WS_1002_PROTOCOL_ERROR,
    WS_1003_UNSUPPORTED_DATA, WS_1007_INVALID_FRAME_PAYLOAD_DATA, WS_1009_MESSAGE_TOO_BIG,
    WS_1011_INTERNAL_ERROR, WS_1013_TRY_AGAIN_LATER, close_reason,
};
use serde_json::{Map, Value, json};

use super::operation;
use super::settings::Naming;
use crate::error::StartupError;
use crate::request::ErrorStyle;
use crate::route::{Method, Operation, Socket, template};
use crate::schema::{Components, Constraints, Direction, Shape, ShapeOf, json_schema};

/// The codes that any WebSocket may be closed with; 1013 by a room whose messages the peer does not take.
const USUAL: [u16; 8] = [
    WS_1000_NORMAL_CLOSURE,
    WS_1001_GOING_AWAY,
    WS_1002_PROTOCOL_ERROR,
    WS_1003_UNSUPPORTED_DATA,
    WS_1007_INVALID_FRAME_PAYLOAD_DATA,
    WS_1009_MESSAGE_TOO_BIG,
    WS_1011_INTERNAL_ERROR,
    WS_1013_TRY_AGAIN_LATER,
];

/// The WebSockets of an application by their paths, for the key `x-websockets`: OpenAPI has no place for them.
///
/// # Errors
///
/// Never here: what an operation can have wrong, a WebSocket cannot.
pub fn extension(
    sockets: &[&'static Socket],
    naming: Option<&Naming>,
    errors: ErrorStyle,
    components: &mut Components,
) -> Result<Map<String, Value>, StartupError> {
    let mut all = Map::new();
    for socket in shown(sockets) {
        let mut object = handshake(socket.operation, naming, errors, components)?;
        for (name, message, way) in [
            ("receives", socket.receives, Direction::Input),
            ("sends", socket.sends, Direction::Output),
        ] {
            if let Some(described) = message.map(|shape| self::message(shape, way, components)) {
                object[name] = described;
            }
        }
        object["closes"] = closes(socket);
        all.insert(template(socket.operation.path), object);
    }
    Ok(all)
}

/// Those that are in the document.
pub fn shown<'all>(sockets: &'all [&'static Socket]) -> impl Iterator<Item = &'static Socket> + 'all {
    let all = sockets.iter().copied();
    all.filter(|socket| socket.operation.documentation.include_in_schema)
}

/// The Operation Object of a handshake.
///
/// # Errors
///
/// When its `openapi_extra` is no object.
pub fn handshake(
    operation: &Operation,
    naming: Option<&Naming>,
    errors: ErrorStyle,
    components: &mut Components,
) -> Result<Value, StartupError> {
    let id = operation::id(operation, Method::Get, naming);
    let mut object = operation::describe(operation, Some(id), errors, Direction::Input, components)?;
    let accepted = &mut object["responses"][HTTP_101_SWITCHING_PROTOCOLS.to_string()];
    *accepted = json!({ "description": "The connection becomes a WebSocket" });
    Ok(object)
}

/// A message as a Media Type Object: text stands for itself, anything else is JSON.
pub fn message(shape: ShapeOf, way: Direction, components: &mut Components) -> Value {
    let shape = shape();
    let media_type = match shape {
        Shape::Text => "text/plain",
        _ => "application/json",
    };
    let schema = components.going(way, |components| {
        json_schema(&shape, &Constraints::NONE, components)
    });
    json!({ "contentType": media_type, "schema": schema })
}

/// The close codes, each with what it says.
pub fn closes(socket: &Socket) -> Value {
    let usual = USUAL.map(|code| (code, close_reason(code).unwrap_or_default()));
    let declared = socket.closes.iter().map(|&(code, description)| {
        let words = if description.is_empty() {
            close_reason(code).unwrap_or_default()
        } else {
            description
        };
        (code, words)
    });
    // In the order of the numbers; what was declared goes before what is usual.
    let all: BTreeMap<u16, &str> = usual.into_iter().chain(declared).collect();
    let named = all
        .into_iter()
        .map(|(code, words)| (code.to_string(), words.into()));
    Value::Object(named.collect())
}
