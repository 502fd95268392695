//! The AsyncAPI 3.0 document: the WebSockets as channels, with their messages.

use serde_json::{Map, Value, json};

use super::settings::Settings;
use super::socket::{closes, handshake, message, shown};
use crate::error::StartupError;
use crate::request::ErrorStyle;
use crate::route::{Socket, template};
use crate::schema::{Components, Direction};

/// The document of these WebSockets.
///
/// # Errors
///
/// When the information of the application cannot be written.
pub fn asyncapi(
    settings: &Settings,
    sockets: &[&'static Socket],
    errors: ErrorStyle,
) -> Result<Value, StartupError> {
    let mut components = Components::new(settings.separate_schemas);
    let (mut channels, mut operations) = (Map::new(), Map::new());
    for socket in shown(sockets) {
        let handshake = handshake(socket.operation, settings.id.as_ref(), errors, &mut components)?;
        let name = handshake["operationId"].as_str().unwrap_or_default().to_owned();
        let (channel, actions) = channel(socket, &name, &handshake, &mut components);
        for (action, operation) in actions {
            operations.insert(format!("{name}.{action}"), operation);
        }
        channels.insert(name, channel);
    }
    let mut body = json!({ "channels": channels, "operations": operations });
    let schemas = components.into_schemas(&mut body);
    let mut document = json!({
        "asyncapi": "3.0.0",
        "info": { "title": settings.info.title, "version": settings.info.version },
        "defaultContentType": "application/json",
        "channels": body["channels"].take(),
        "operations": body["operations"].take(),
    });
    if let Some(description) = &settings.info.description {
        document["info"]["description"] = description.as_str().into();
    }
    if !schemas.is_empty() {
        document["components"] = json!({ "schemas": schemas });
    }
    Ok(document)
}

/// The Channel Object, and an Operation Object for each way that messages go.
fn channel(
    socket: &Socket,
    name: &str,
    handshake: &Value,
    components: &mut Components,
) -> (Value, Vec<(&'static str, Value)>) {
    let at = format!("#/channels/{name}");
    let (mut messages, mut actions) = (Map::new(), Vec::new());
    for (action, shape, way) in [
        ("receive", socket.receives, Direction::Input),
        ("send", socket.sends, Direction::Output),
    ] {
        let described = match shape.map(|shape| message(shape, way, components)) {
            Some(described) => {
                json!({ "contentType": described["contentType"], "payload": described["schema"] })
            }
            // Nothing was said of it.
            None => json!({}),
        };
        messages.insert(action.to_owned(), described);
        let operation = json!({
            "action": action,
            "channel": { "$ref": at },
            "messages": [{ "$ref": format!("{at}/messages/{action}") }],
        });
        actions.push((action, operation));
    }
    let mut channel = json!({ "address": template(socket.operation.path), "messages": messages });
    for key in ["summary", "description"] {
        if let Some(text) = handshake.get(key) {
            channel[key] = text.clone();
        }
    }
    let parameters = of_place(handshake, "path");
    if !parameters.is_empty() {
        let described = parameters.into_iter().map(|parameter| {
            let description = parameter.get("description").cloned().unwrap_or_else(|| json!(""));
            (name_of(parameter), json!({ "description": description }))
        });
        channel["parameters"] = Value::Object(described.collect());
    }
    channel["bindings"] = json!({ "ws": bindings(handshake) });
    channel["x-close-codes"] = closes(socket);
    channel["x-handshake-responses"] = handshake["responses"].clone();
    (channel, actions)
}

/// The WebSockets Channel Binding Object: what the handshake takes.
fn bindings(handshake: &Value) -> Value {
    let mut bindings = json!({ "method": "GET", "bindingVersion": "0.1.0" });
    for (key, place) in [("query", "query"), ("headers", "header")] {
        let parameters = of_place(handshake, place);
        if parameters.is_empty() {
            continue;
        }
        let is_required = |parameter: &&Value| parameter["required"] == json!(true);
        let required: Vec<String> = parameters
            .iter()
            .copied()
            .filter(is_required)
            .map(name_of)
            .collect();
        let properties = parameters
            .into_iter()
            .map(|parameter| (name_of(parameter), parameter["schema"].clone()));
        let mut schema = json!({ "type": "object", "properties": Value::Object(properties.collect()) });
        if !required.is_empty() {
            schema["required"] = required.into();
        }
        bindings[key] = schema;
    }
    bindings
}

fn of_place<'doc>(handshake: &'doc Value, place: &str) -> Vec<&'doc Value> {
    let parameters = handshake.get("parameters").and_then(Value::as_array);
    let wanted = |parameter: &&Value| parameter["in"] == place;
    parameters.into_iter().flatten().filter(wanted).collect()
}

fn name_of(parameter: &Value) -> String {
    parameter["name"].as_str().unwrap_or_default().to_owned()
}
