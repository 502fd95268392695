//! A file of a form where texts are wanted.

use super::texts::Texts;
use crate::decode::form::Entry;
use crate::decode::json::Node;
use crate::error::{JsonText, ValidationError};
use crate::schema::{Constraints, Shape};
use crate::validate::{self, Step, Way};

/// Whether a name whose values should have this shape has a file; what is wrong with that goes to the errors.
///
/// FastAPI shows its own upload object as the input; here it is the name of the file.
pub fn blame(
    texts: &Texts<'_>,
    name: &str,
    shape: &Shape,
    at: &Way<'_>,
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
                errors.extend(mistake(entry, &item(), &at.to(Step::Index(index))));
            }
        }
        shape => {
            let last = form.entries(name).next_back();
            errors.extend(last.and_then(|entry| mistake(entry, shape, at)));
        }
    }
    errors.len() > before
}

/// What is said of any value that has no text, such as an object.
fn mistake(entry: &Entry, shape: &Shape, at: &Way<'_>) -> Option<ValidationError> {
    if entry.text().is_some() {
        return None;
    }
    let mut errors = Vec::new();
    let object = Node::Object(Vec::new());
    validate::value(&object, shape, &Constraints::NONE, at, &mut errors);
    let mistake = errors.into_iter().next().map(|error| ValidationError {
        input: JsonText::of_input(entry.shown()),
        ..error
    });
    Some(
        mistake.unwrap_or_else(|| {
            validate::unexplained(at, "a file stands in the place of a text", entry.shown())
        }),
    )
}
