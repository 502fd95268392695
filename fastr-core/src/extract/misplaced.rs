//! A file of a form where texts are wanted.

use serde_json::json;

use super::texts::Texts;
use crate::decode::form::Entry;
use crate::error::{Loc, ValidationError};
use crate::schema::{Constraints, Shape};
use crate::validate;

/// Whether a name whose values should have this shape has a file; what is wrong with that goes to the errors.
///
/// FastAPI shows its own upload object as the input; here it is the name of the file.
pub fn blame(
    texts: &Texts<'_>,
    name: &str,
    shape: &Shape,
    loc: &[Loc],
    errors: &mut Vec<ValidationError>,
) -> bool {
    let Texts::Form(Some(form)) = texts else {
        return false;
    };
    let before = errors.len();
    match shape {
        // Its fields have the names.
        Shape::Object(_) => {}
        Shape::List { item, .. } => {
            for (index, entry) in form.entries(name).enumerate() {
                let loc: Vec<Loc> = loc.iter().cloned().chain([index.into()]).collect();
                errors.extend(mistake(entry, &item(), loc));
            }
        }
        shape => {
            let last = form.entries(name).next_back();
            errors.extend(last.and_then(|entry| mistake(entry, shape, loc.to_vec())));
        }
    }
    errors.len() > before
}

/// What is said of any value that has no text, such as an object.
fn mistake(entry: &Entry, shape: &Shape, mut loc: Vec<Loc>) -> Option<ValidationError> {
    if entry.text().is_some() {
        return None;
    }
    let mut errors = Vec::new();
    validate::value(&json!({}), shape, &Constraints::NONE, &mut loc, &mut errors);
    let mistake = errors.into_iter().next().map(|error| ValidationError {
        input: entry.shown().into(),
        ..error
    });
    Some(mistake.unwrap_or_else(|| {
        validate::unexplained(&loc, "a file stands in the place of a text", entry.shown().into())
    }))
}
