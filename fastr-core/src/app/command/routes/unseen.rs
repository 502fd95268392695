//! `program routes --unseen FILE`: the statuses that no test has seen.

use std::collections::HashSet;

use fastr_status::StatusSet;

use super::{joined, table};
use crate::app::seen;
use crate::request::{Around, ErrorStyle};
use crate::route::{Method, Operation, as_written};

/// What is missing in a file that tests wrote. Each operation should be seen with each of its own statuses, and each middleware
/// with each of its own at one of the operations that it stands around.
pub fn unseen(operations: &[&'static Operation], style: ErrorStyle, seen: &str) -> String {
    let seen: HashSet<&str> = seen.lines().collect();
    let mut rows = Vec::new();
    for operation in operations {
        let statuses = seen::expected(operation, style.validation_status);
        for &method in operation.methods {
            let missing = without(statuses, |status| has(&seen, method, operation, status));
            if !missing.is_empty() {
                rows.push([
                    method.name().to_owned(),
                    as_written(operation.path),
                    joined(missing),
                    operation.place.to_string(),
                ]);
            }
        }
    }
    for around in style.around.all() {
        let missing = without(around.statuses, |status| {
            has_anywhere(&seen, operations, around, status)
        });
        if !missing.is_empty() {
            rows.push([
                "any".to_owned(),
                format!("`{}`", around.name),
                joined(missing),
                around.place.to_string(),
            ]);
        }
    }
    if rows.is_empty() {
        "The tests have seen every status of every operation.\n".to_owned()
    } else {
        table(&rows)
    }
}

fn without(statuses: StatusSet, is_seen: impl Fn(u16) -> bool) -> StatusSet {
    let missing = statuses.iter().filter(|&status| !is_seen(status));
    missing.fold(StatusSet::EMPTY, StatusSet::with)
}

fn has(seen: &HashSet<&str>, method: Method, operation: &Operation, status: u16) -> bool {
    seen.contains(seen::line(method, operation, status).as_str())
}

fn has_anywhere(seen: &HashSet<&str>, operations: &[&Operation], around: &Around, status: u16) -> bool {
    let mut inside = operations
        .iter()
        .filter(|operation| around.only.has(operation.module, operation.place));
    inside.any(|operation| {
        let mut methods = operation.methods.iter();
        methods.any(|&method| has(seen, method, operation, status))
    })
}
