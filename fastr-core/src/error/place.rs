//! Where in the user's source something was written.

use std::fmt;
use std::panic::Location;

/// A place in the source, as `file!()`, `line!()` and `column!()` name it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, as the compiler was given it.
    pub file: &'static str,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

impl Place {
    /// The place that calls this.
    #[track_caller]
    pub const fn here() -> Self {
        let here = Location::caller();
        Self {
            file: here.file(),
            line: here.line(),
            column: here.column(),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}
