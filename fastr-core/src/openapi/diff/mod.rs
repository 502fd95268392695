//! What changed between two documents, and what of it breaks clients that were written for the older one.

mod body;
mod operation;
mod outgoing;
mod parameters;
mod responses;
mod schema;
mod sockets;

use std::fmt;

use serde_json::Value;

/// A change from one document to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Change {
    /// The operation, such as `POST /items`.
    pub operation: String,
    /// What is different now.
    pub what: String,
    /// Whether a client that was written for the older document can fail because of it.
    pub breaking: bool,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.breaking { "breaking" } else { "compatible" };
        write!(f, "{kind}: {}: {}", self.operation, self.what)
    }
}

/// The changes from an older document to a newer one, operation by operation.
///
/// What a client sends has to be accepted as before, and what it gets has to be what it was told. So a change breaks
/// when an operation, a parameter, a media type, or a success is gone; when something is required now that was not;
/// when a schema takes less, or sends more, than it did; and when there is a success that was not there, or an error of
/// a class that was not there: a client knows an unknown status by its class
/// ([RFC 9110, section 15](https://www.rfc-editor.org/rfc/rfc9110#section-15)). What else is different in these is told as
/// compatible, and so are the codes with which a WebSocket is closed. Of webhooks and callbacks the same is asked
/// the other way round, as there the client answers.
///
/// ```
/// # use fastr_core::private::openapi::diff;
/// use serde_json::json;
///
/// let document = |status: &str| json!({ "paths": { "/": { "get": { "responses": { status: {} } } } } });
/// let changes = diff(&document("200"), &document("201"));
/// let said: Vec<_> = changes.iter().map(ToString::to_string).collect();
/// assert_eq!(said, [
///     "breaking: GET /: it no longer answers 200 OK",
///     "breaking: GET /: it can answer 201 Created, which it could not",
/// ]);
/// ```
pub fn diff(old: &Value, new: &Value) -> Vec<Change> {
    let documents = Documents { old, new };
    let mut changes = Vec::new();
    operation::compare(documents, &mut changes);
    sockets::compare(documents, &mut changes);
    changes
}

/// The two documents, in which references are followed.
#[derive(Clone, Copy)]
struct Documents<'a> {
    old: &'a Value,
    new: &'a Value,
}

/// Where the changes of one operation are noted.
struct Notes<'a> {
    operation: &'a str,
    changes: &'a mut Vec<Change>,
}

impl Notes<'_> {
    fn breaking(&mut self, what: impl Into<String>) {
        self.note(what.into(), true);
    }

    fn compatible(&mut self, what: impl Into<String>) {
        self.note(what.into(), false);
    }

    fn note(&mut self, what: String, breaking: bool) {
        self.changes.push(Change {
            operation: self.operation.to_owned(),
            what,
            breaking,
        });
    }
}

/// What a reference inside of a document refers to; anything else is itself.
fn resolved<'a>(document: &'a Value, mut value: &'a Value) -> &'a Value {
    // A reference to a reference to itself ends somewhere, too.
    for _ in 0..32 {
        let target = value
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|reference| document.pointer(reference.strip_prefix('#')?));
        match target {
            Some(target) => value = target,
            None => break,
        }
    }
    value
}

/// The entries of an object, none if it is not there.
fn entries<'a>(of: &'a Value, key: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    of.get(key).and_then(Value::as_object).into_iter().flatten()
}
