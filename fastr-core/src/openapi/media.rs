//! The bodies of one response in the document: for each media type what may come, and examples of it.

use serde_json::{Map, Value, json};

use crate::route::BodyPart;

/// What was said of the bodies so far.
#[derive(Default)]
pub struct Media(Vec<OfType>);

struct OfType {
    media_type: String,
    keyword: &'static str,
    schemas: Vec<Value>,
    examples: Map<String, Value>,
}

impl Media {
    /// One more schema for a media type; one that is there already counts once.
    pub fn add(&mut self, media_type: &str, schema: Value) {
        self.add_part(media_type, BodyPart::Whole, schema);
    }

    /// The same, of what the schema is of.
    pub fn add_part(&mut self, media_type: &str, part: BodyPart, schema: Value) {
        let place = self.of(media_type);
        // `itemSchema` is OpenAPI 3.2's; FastAPI writes it into a document of 3.1 too, and readers of 3.1 pass over it.
        let (keyword, schema) = match part {
            BodyPart::Whole => ("schema", schema),
            BodyPart::Item => ("itemSchema", schema),
            BodyPart::EventData => ("itemSchema", event(&schema)),
        };
        place.keyword = keyword;
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
        let known = self.0.iter().position(|entry| entry.media_type == media_type);
        let index = known.unwrap_or(self.0.len());
        if known.is_none() {
            self.0.push(OfType {
                media_type: media_type.to_owned(),
                keyword: "schema",
                schemas: Vec::new(),
                examples: Map::new(),
            });
        }
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
            .map(|entry| (entry.media_type.clone(), entry.into_object()))
            .collect();
        Some(content.into())
    }
}

const JSON: &str = "application/json";

impl OfType {
    /// The Media Type Object.
    fn into_object(mut self) -> Value {
        let schema = match self.schemas.len() {
            0 => json!({}),
            1 => self.schemas.remove(0),
            _ => json!({ "anyOf": self.schemas }),
        };
        let mut object = json!({ self.keyword: schema });
        if !self.examples.is_empty() {
            object["examples"] = self.examples.into();
        }
        object
    }
}

/// The schema of an event (`OpenAPI` 3.2, section 4.14.4), as FastAPI has it.
fn event(data: &Value) -> Value {
    json!({
        "type": "object",
        "properties": {
            "data": { "type": "string", "contentMediaType": "application/json", "contentSchema": data },
            "event": { "type": "string" },
            "id": { "type": "string" },
            "retry": { "type": "integer", "minimum": 0 },
        },
        "required": ["data"],
    })
}
