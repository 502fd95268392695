//! The whole document.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::info::Server;
use super::settings::{Alteration, Settings};
use super::{extra, operation, outside, socket};
use crate::error::{Place, StartupError};
use crate::request::ErrorStyle;
use crate::route::{Operation, Socket, template};
use crate::schema::{Components, Direction};

/// The document of these operations.
///
/// # Errors
///
/// When two operations have one id, or the `openapi_extra` of one is no object.
pub fn document(
    settings: &Settings,
    operations: &[&'static Operation],
    webhooks: &[&'static Operation],
    sockets: &[&'static Socket],
    errors: ErrorStyle,
    redirects_slashes: bool,
) -> Result<Value, StartupError> {
    let mut components = Components::new(settings.separate_schemas);
    let mut ids = Ids::default();
    let mut items =
        |operations, asked| path_items(settings, operations, errors, asked, &mut ids, &mut components);
    let paths = items(operations, Direction::Input)?;
    let webhooks = items(webhooks, Direction::Output)?;
    let outside = match operations {
        [] => Value::Null,
        _ => outside::describe(errors, redirects_slashes, &mut components),
    };
    let sockets = socket::extension(sockets, settings.id.as_ref(), errors, &mut components)?;
    let mut document = Map::new();
    document.insert("openapi".into(), "3.1.0".into());
    document.insert("info".into(), written(&settings.info)?);
    let servers = servers(settings);
    if !servers.is_empty() {
        document.insert("servers".into(), written(&servers)?);
    }
    let mut items = json!([paths, webhooks, outside, sockets]);
    let schemas = components.into_schemas(&mut items);
    document.insert("paths".into(), items[0].take());
    if !webhooks.is_empty() {
        document.insert("webhooks".into(), items[1].take());
    }
    if !sockets.is_empty() {
        document.insert("x-websockets".into(), items[3].take());
    }
    if !schemas.is_empty() {
        document.insert("components".into(), json!({ "schemas": schemas }));
    }
    if !settings.tags.is_empty() {
        document.insert("tags".into(), written(&settings.tags)?);
    }
    if let Some(docs) = &settings.external_docs {
        document.insert("externalDocs".into(), written(docs)?);
    }
    if !operations.is_empty() {
        document.insert(outside::NAME.into(), items[2].take());
    }
    extra::merge(&mut document, settings.extra.clone());
    let mut document = Value::Object(document);
    if let Some(Alteration(change)) = &settings.change {
        change(&mut document);
    }
    Ok(document)
}

/// Where the program is served. The path below which it stands is the first, unless it is among them.
fn servers(settings: &Settings) -> Vec<Server> {
    let (mut servers, root_path) = (settings.servers.clone(), &settings.root_path);
    let is_told = root_path.is_empty() || servers.iter().any(|server| server.url() == root_path);
    if settings.root_path_in_servers && !is_told {
        servers.insert(0, Server::new(root_path));
    }
    servers
}

/// The Path Item Objects of these operations, by their paths.
fn path_items(
    settings: &Settings,
    operations: &[&'static Operation],
    errors: ErrorStyle,
    asked: Direction,
    ids: &mut Ids,
    components: &mut Components,
) -> Result<Map<String, Value>, StartupError> {
    let mut paths: Map<String, Value> = Map::new();
    let shown = operations
        .iter()
        .filter(|operation| operation.documentation.include_in_schema);
    for operation in shown {
        let path = template(operation.path);
        for &method in operation.methods {
            let id = operation::id(operation, method, settings.id.as_ref());
            ids.take(&id, operation.place)?;
            let item = paths.entry(path.clone()).or_insert_with(|| json!({}));
            item[method.name().to_ascii_lowercase()] =
                operation::describe(operation, Some(id), errors, asked, components)?;
        }
    }
    Ok(paths)
}

/// The ids that are taken, each with the place of its operation.
#[derive(Default)]
struct Ids(HashMap<String, Place>);

impl Ids {
    fn take(&mut self, id: &str, place: Place) -> Result<(), StartupError> {
        match self.0.insert(id.to_owned(), place) {
            None => Ok(()),
            Some(first) => Err(StartupError::DuplicateOperationId {
                id: id.to_owned(),
                first,
                second: place,
            }),
        }
    }
}

fn written(value: &impl Serialize) -> Result<Value, StartupError> {
    serde_json::to_value(value)
        .map_err(|error| StartupError::Document(format!("the document cannot be written: {error}")))
}
