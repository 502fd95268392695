//! How many mistakes are told: a body of two megabytes can have more than a million.

use super::Way;
use super::words::mistake;
use crate::error::ValidationError;

/// So many mistakes are told, and then that there may be more.
const MOST: usize = 1000;

/// Whether nobody looks for further mistakes.
pub fn is_enough(errors: &[ValidationError]) -> bool {
    errors.len() >= MOST
}

/// Says at the end that there may be more.
pub fn end(errors: &mut Vec<ValidationError>) {
    if !is_enough(errors) {
        return;
    }
    errors.truncate(MOST);
    let msg = format!("Only the first {MOST} mistakes are told");
    errors.push(mistake("too_many_errors", &Way::source("body"), msg, &()));
}
