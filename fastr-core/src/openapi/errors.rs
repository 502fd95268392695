//! The envelopes of errors in the document.

use serde_json::{Value, json};

use crate::error::ErrorFormat;
use crate::schema::{Components, Constraints, ShapeOf, json_schema};

/// The schema of an error whose detail has this shape; of any error when it has none.
pub fn error(format: ErrorFormat, detail: Option<ShapeOf>, components: &mut Components) -> Value {
    let Some(detail) = detail else {
        return match format {
            ErrorFormat::Detail => exception(components),
            ErrorFormat::ProblemDetails => problem(components),
        };
    };
    let detail = json_schema(&detail(), &Constraints::NONE, components);
    match format {
        ErrorFormat::Detail => json!({
            "properties": { "detail": detail },
            "type": "object",
            "required": ["detail"],
        }),
        ErrorFormat::ProblemDetails => json!({
            "allOf": [problem(components), { "properties": { "info": detail } }],
        }),
    }
}

/// The schema of the answer to arguments that are not valid.
pub fn not_valid(format: ErrorFormat, components: &mut Components) -> Value {
    match format {
        ErrorFormat::Detail => validation_error(components),
        ErrorFormat::ProblemDetails => {
            components.reference("fastr::ValidationProblem", "ValidationProblem", |components| {
                let mistake = mistake(components);
                json!({
                    "allOf": [problem(components), {
                        "properties": { "errors": { "items": mistake, "type": "array", "title": "Errors" } },
                        "type": "object",
                        "required": ["errors"],
                    }],
                    "title": "ValidationProblem",
                })
            })
        }
    }
}

/// The schema of `{"detail": …}`.
fn exception(components: &mut Components) -> Value {
    components.reference("fastr::HttpException", "HTTPException", |_| {
        json!({
            "properties": { "detail": { "title": "Detail" } },
            "type": "object",
            "required": ["detail"],
            "title": "HTTPException",
        })
    })
}

/// The schema of problem details (RFC 9457, section 3.1).
fn problem(components: &mut Components) -> Value {
    components.reference("fastr::ProblemDetails", "ProblemDetails", |_| {
        json!({
            "properties": {
                "title": { "type": "string", "title": "Title" },
                "status": { "type": "integer", "title": "Status" },
                "detail": { "type": "string", "title": "Detail" },
                "info": { "title": "Info" },
            },
            "type": "object",
            "required": ["title", "status"],
            "title": "ProblemDetails",
        })
    })
}

/// The schema of a 422, named as FastAPI names it.
fn validation_error(components: &mut Components) -> Value {
    components.reference(
        "fastr::HTTPValidationError",
        "HTTPValidationError",
        |components| {
            let mistake = mistake(components);
            json!({
                "properties": { "detail": { "items": mistake, "type": "array", "title": "Detail" } },
                "type": "object",
                "required": ["detail"],
                "title": "HTTPValidationError",
            })
        },
    )
}

fn mistake(components: &mut Components) -> Value {
    components.reference("fastr::ValidationError", "ValidationError", |_| {
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
    })
}
