//! The bodies of one response in the document: for each media type what may come, and examples of it.

use serde_json::{Map, Value, json};

/// What was said of the bodies so far.
#[derive(Default)]
pub struct Media(Vec<OfType>);

struct OfType {
    media_type: String,
    schemas: Vec<Value>,
    examples: Map<String, Value>,
}

impl Media {
    /// One more schema for a media type; one that is there already counts once.
    pub fn add(&mut self, media_type: &str, schema: Value) {
        let place = self.of(media_type);
        if !place.schemas.contains(&schema) {
            place.schemas.push(schema);
        }
    }

    /// One more schema for JSON.
    pub fn json(&mut self, schema: Value) {
        self.add(JSON, schema);
    }

    /// Examples of what was said last, by their names.
    pub fn examples(&mut self, examples: Vec<(&str, Value)>) {
        if self.0.is_empty() {
            self.of(JSON);
        }
        if let Some(last) = self.0.last_mut() {
            let examples = examples
                .into_iter()
                .map(|(name, value)| (name.to_owned(), json!({ "value": value })));
            last.examples.extend(examples);
        }
    }

    fn of(&mut self, media_type: &str) -> &mut OfType {
        let index = match self.0.iter().position(|entry| entry.media_type == media_type) {
            Some(index) => index,
            None => {
                self.0.push(OfType {
                    media_type: media_type.to_owned(),
                    schemas: Vec::new(),
                    examples: Map::new(),
                });
                self.0.len() - 1
            }
        };
        &mut self.0[index]
    }

    /// The `content` of a Response Object; nothing when there is no body.
    pub fn into_content(self) -> Option<Value> {
        if self.0.is_empty() {
            return None;
        }
        let content: Map<String, Value> = self
            .0
            .into_iter()
            .map(|entry| (entry.media_type, media_object(entry.schemas, entry.examples)))
            .collect();
        Some(content.into())
    }
}

const JSON: &str = "application/json";

fn media_object(mut schemas: Vec<Value>, examples: Map<String, Value>) -> Value {
    let schema = match schemas.len() {
        0 => json!({}),
        1 => schemas.remove(0),
        _ => json!({ "anyOf": schemas }),
    };
    let mut object = json!({ "schema": schema });
    if !examples.is_empty() {
        object["examples"] = examples.into();
    }
    object
}
