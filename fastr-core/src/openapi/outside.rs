//! What a request gets that reaches no operation, as an extension of the document: no path has a place for it.

use serde_json::{Map, Value, json};

use super::errors;
use crate::request::ErrorStyle;
use crate::schema::Components;

/// The name of the extension.
pub const NAME: &str = "x-responses-outside-operations";

/// What is refused before an operation is asked, and whether it has a body: what never was a request has none.
pub const REFUSED: &[(u16, &str, bool)] = &[
    (
        400,
        "This is no HTTP, and then without a body; or there is not one host, or the body broke off",
        true,
    ),
    (
        408,
        "The head came too slowly, and then without a body; or the body did",
        true,
    ),
    (414, "The target is too long", true),
    (431, "The head is too large", false),
    (501, "The body is encoded otherwise than in chunks", true),
];

/// The Responses Object.
pub fn describe(style: ErrorStyle, redirects_slashes: bool, components: &mut Components) -> Value {
    let error = errors::error(style.format, None, components);
    let content = json!({ style.format.media_type(): { "schema": error } });
    let allow =
        json!({ "allow": { "description": "The methods that are known", "schema": { "type": "string" } } });
    let location =
        json!({ "location": { "description": "The path that is known", "schema": { "type": "string" } } });
    let mut responses = Map::new();
    responses.insert(
        "204".into(),
        json!({ "description": "OPTIONS of a known path", "headers": allow }),
    );
    if redirects_slashes {
        responses.insert(
            "307".into(),
            json!({ "description": "The path is known with the other slash at its end", "headers": location }),
        );
    }
    responses.insert(
        "404".into(),
        json!({ "description": "The path is unknown", "content": content }),
    );
    responses.insert(
        "405".into(),
        json!({ "description": "The method is unknown at this path", "headers": allow, "content": content }),
    );
    for (status, description, has_body) in REFUSED {
        let response = match has_body {
            true => json!({ "description": description, "content": content }),
            false => json!({ "description": description }),
        };
        responses.insert(status.to_string(), response);
    }
    for (around, statuses) in style.around.outside() {
        let who = format!("The middleware `{}` answers itself", around.name);
        for status in &statuses {
            add(&mut responses, status, &who);
        }
    }
    responses.sort_keys();
    responses.into()
}

/// A status that a middleware sends for any path. What its body is, no type says.
fn add(responses: &mut Map<String, Value>, status: u16, who: &str) {
    let response = responses.entry(status.to_string()).or_insert_with(|| json!({}));
    let said = response["description"]
        .as_str()
        .map(|said| format!("{said}. {who}"));
    response["description"] = said.unwrap_or_else(|| who.to_owned()).into();
}
