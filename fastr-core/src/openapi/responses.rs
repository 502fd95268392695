//! The responses of one operation in the document: every status it can send, each once.

use fastr_status::{HTTP_422_UNPROCESSABLE_CONTENT, StatusSet, may_have_body, reason_phrase};
use serde_json::{Map, Value, json};

use super::content::content;
use crate::route::{Operation, ResponseDoc};
use crate::schema::Components;

/// The Responses Object: the declared status first, then the others in order.
pub fn describe(operation: &Operation, components: &mut Components) -> Value {
    let contract = &operation.contract;
    let described = (operation.responses)();
    let mut responses = Map::new();
    let mut add = |status: u16, components: &mut Components| {
        let response = response(operation, &described, status, components);
        responses.insert(status.to_string(), response);
    };
    let main = contract.possible.intersection(StatusSet::one(contract.status));
    for status in main.iter().chain(contract.possible.difference(main).iter()) {
        add(status, components);
    }
    responses.into()
}

fn response(
    operation: &Operation,
    described: &[ResponseDoc],
    status: u16,
    components: &mut Components,
) -> Value {
    let contract = &operation.contract;
    let declared = contract
        .declared
        .iter()
        .find(|declared| declared.status == status);
    let is_main = status == contract.status;
    let description = match declared.and_then(|declared| declared.description) {
        Some(description) => description,
        None if is_main => operation.documentation.response_description,
        None => reason_phrase(status).unwrap_or("Response"),
    };
    let mut object = json!({ "description": description });
    let of_type = described
        .iter()
        .find(|entry| entry.status == Some(status) || (entry.status.is_none() && is_main));
    let content = if !may_have_body(status) {
        None
    } else if let Some(entry) = of_type {
        content(entry, components)
    } else if contract.refusals.contains(status) && status == HTTP_422_UNPROCESSABLE_CONTENT {
        let mut schema = validation_error(components);
        if declared.is_some() {
            // The handler raises the same status, with a detail of its own.
            schema = json!({ "anyOf": [schema, error(components)] });
        }
        Some(json!({ "application/json": { "schema": schema } }))
    } else if status >= 400 {
        Some(json!({ "application/json": { "schema": error(components) } }))
    } else {
        alike(described, components)
    };
    if let Some(content) = content {
        object["content"] = content;
    }
    object
}

/// A success that was declared beside the operation's own has the same body.
fn alike(described: &[ResponseDoc], components: &mut Components) -> Option<Value> {
    let entry = described.iter().find(|entry| entry.status.is_none())?;
    entry.shape?;
    content(entry, components)
}

/// The schema of `{"detail": …}`.
fn error(components: &mut Components) -> Value {
    components.reference("fastr::HttpException", "HTTPException", |_| {
        json!({
            "properties": { "detail": { "title": "Detail" } },
            "type": "object",
            "required": ["detail"],
            "title": "HTTPException",
        })
    })
}

/// The schema of a 422, named as FastAPI names it.
fn validation_error(components: &mut Components) -> Value {
    components.reference(
        "fastr::HTTPValidationError",
        "HTTPValidationError",
        |components| {
            let one = components.reference("fastr::ValidationError", "ValidationError", |_| {
                json!({
                    "properties": {
                        "loc": {
                            "items": { "anyOf": [{ "type": "string" }, { "type": "integer" }] },
                            "type": "array",
                            "title": "Location",
                        },
                        "msg": { "type": "string", "title": "Message" },
                        "type": { "type": "string", "title": "Error Type" },
                        "input": { "title": "Input" },
                        "ctx": { "type": "object", "title": "Context" },
                    },
                    "type": "object",
                    "required": ["loc", "msg", "type", "input"],
                    "title": "ValidationError",
                })
            });
            json!({
                "properties": { "detail": { "items": one, "type": "array", "title": "Detail" } },
                "type": "object",
                "required": ["detail"],
                "title": "HTTPValidationError",
            })
        },
    )
}
