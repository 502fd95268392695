//! The body of a response in the document: a Media Type Object under its media type.

use serde_json::{Value, json};

use crate::route::{BodyPart, ResponseDoc};
use crate::schema::{Components, Constraints, json_schema};

/// The Content Object, when there is a body.
pub fn content(entry: &ResponseDoc, components: &mut Components) -> Option<Value> {
    let media_type = entry.media_type?;
    let schema = entry.shape.map_or_else(
        || json!({}),
        |shape| json_schema(&shape(), &Constraints::NONE, components),
    );
    // `itemSchema` is OpenAPI 3.2's; FastAPI writes it into a document of 3.1 too, and readers of 3.1 pass over it.
    let described = match entry.part {
        BodyPart::Whole => json!({ "schema": schema }),
        BodyPart::Item => json!({ "itemSchema": schema }),
        BodyPart::EventData => json!({ "itemSchema": event(&schema) }),
    };
    Some(json!({ media_type: described }))
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
