//! What an application says of its document, beside its operations.

use std::fmt;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::info::{ExternalDocs, Info, Server, Tag};

/// What an application says of its document.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Title, version and the like.
    pub info: Info,
    /// Where it is served.
    pub servers: Vec<Server>,
    /// The path below which all of it stands for the client, without a slash at its end; empty where there is none.
    pub root_path: String,
    /// Whether that is told as the first server.
    pub root_path_in_servers: bool,
    /// The groups of operations, in their order.
    pub tags: Vec<Tag>,
    /// More to read.
    pub external_docs: Option<ExternalDocs>,
    /// What is added to the document.
    pub extra: Map<String, Value>,
    /// What makes an operation's id.
    pub id: Option<Naming>,
    /// What changes the whole document at the end.
    pub change: Option<Alteration>,
    /// Whether what is taken and what is sent are described apart where they differ.
    pub separate_schemas: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            info: Info {
                title: "fastr".into(),
                summary: None,
                description: None,
                terms_of_service: None,
                contact: None,
                license: None,
                version: "0.1.0".into(),
            },
            servers: Vec::new(),
            root_path: String::new(),
            root_path_in_servers: true,
            tags: Vec::new(),
            external_docs: None,
            extra: Map::new(),
            id: None,
            change: None,
            separate_schemas: true,
        }
    }
}

/// An operation of which an id is made: see [`App::generate_unique_id`](crate::private::App::generate_unique_id).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct OperationName<'a> {
    /// The function's name.
    pub function: &'a str,
    /// The module it stands in, from the name of the crate on.
    pub module: &'a str,
    /// Its method, such as `GET`.
    pub method: &'a str,
    /// Its path, such as `/items/{item_id}`.
    pub path: &'a str,
    /// The groups it belongs to.
    pub tags: &'a [&'a str],
}

/// A function that makes ids.
#[derive(Clone)]
pub struct Naming(pub Arc<dyn Fn(OperationName<'_>) -> String + Send + Sync>);

/// A function that changes a document.
#[derive(Clone)]
pub struct Alteration(pub Arc<dyn Fn(&mut Value) + Send + Sync>);

impl fmt::Debug for Naming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Naming")
    }
}

impl fmt::Debug for Alteration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Alteration")
    }
}
