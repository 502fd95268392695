//! What tests have seen of the statuses of the operations, kept in a file that several test programs write.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use fastr_status::StatusSet;

use crate::route::{Method, Operation, as_written};

/// The variable that names the file.
pub const FILE: &str = "FASTR_SEEN";

/// An operation and its status as a line of the file.
pub fn line(method: Method, operation: &Operation, status: u16) -> String {
    format!("{} {} {status}", method.name(), as_written(operation.path))
}

/// The statuses that tests should see: each that something but a panic can send.
pub fn expected(operation: &Operation, validation_status: u16) -> StatusSet {
    let causes = operation.expected_causes(validation_status);
    let statuses = causes
        .iter()
        .fold(StatusSet::EMPTY, |all, cause| all.union(cause.statuses));
    // Of a range it is not known which statuses come.
    statuses.intersection(operation.contract.statuses(validation_status))
}

/// Notes a line. It is written in one piece, so that programs that write at the same time do not mix theirs.
///
/// # Errors
///
/// When the file cannot be written.
pub fn note(file: &Path, line: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().append(true).create(true).open(file)?;
    file.write_all(format!("{line}\n").as_bytes())
}
