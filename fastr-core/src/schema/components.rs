//! The named schemas of a document: each type once, two types of one name apart.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

/// The schemas under `#/components/schemas`.
#[derive(Default)]
pub struct Components {
    names: HashMap<String, String>,
    schemas: Map<String, Value>,
}

impl Components {
    /// A reference to the schema of the type with this path; `describe` is asked the first time only.
    pub fn reference(&mut self, path: &str, name: &str, describe: impl FnOnce(&mut Self) -> Value) -> Value {
        if let Some(name) = self.names.get(path) {
            return reference(name);
        }
        let name = self.free_name(path, name);
        self.names.insert(path.to_owned(), name.clone());
        // The place is taken before the fields are described, so that a type may contain itself.
        self.schemas.insert(name.clone(), Value::Null);
        let schema = describe(self);
        self.schemas.insert(name.clone(), schema);
        reference(&name)
    }

    /// The type's name; where another type has it already, the type's path in its place.
    fn free_name(&self, path: &str, name: &str) -> String {
        if self.schemas.contains_key(name) {
            path.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_")
        } else {
            name.to_owned()
        }
    }

    /// All of them, by name.
    pub fn into_schemas(self) -> Map<String, Value> {
        let mut schemas: Vec<_> = self.schemas.into_iter().collect();
        schemas.sort_by(|a, b| a.0.cmp(&b.0));
        schemas.into_iter().collect()
    }
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}
