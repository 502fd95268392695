//! A WebSocket in a document: its handshake as an operation, its messages, and the codes with which it is closed.

use std::collections::BTreeMap;

use fastr_status::{HTTP_101_SWITCHING_PROTOCOLS, close_reason};
use serde_json::{Map, Value, json};

use super::operation;
use super::settings::Naming;
use crate::error::StartupError;
use crate::request::ErrorStyle;
use crate::route::{Method, Operation, Socket, template};
use crate::schema::{Components, Constraints, Direction, Shape, ShapeOf, json_schema};

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

/// The close codes, each with what it says, in the order of the numbers. What was declared goes before what is usual.
pub fn closes(socket: &Socket) -> Value {
    let mut all: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
    let is_declared = |code| socket.declared.iter().any(|(declared, _)| *declared == code);
    for cause in socket.close_causes() {
        let words = all.entry(cause.code).or_default();
        let is_new =
            !words.contains(&cause.words) && cause.words != close_reason(cause.code).unwrap_or_default();
        if words.is_empty() || is_new && !is_declared(cause.code) {
            words.push(cause.words);
        }
    }
    let named = all
        .into_iter()
        .map(|(code, words)| (code.to_string(), words.join("; ").into()));
    Value::Object(named.collect())
}
