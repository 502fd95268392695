//! How a set of status codes is printed.

use core::fmt::{Debug, Display, Formatter, Result};

use crate::set::StatusSet;

/// Prints the codes as a set in ascending order: `{200, 404}`.
impl Debug for StatusSet {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.debug_set().entries(self).finish()
    }
}

/// Prints the codes in ascending order, `200, 404`, and nothing for the empty set.
impl Display for StatusSet {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let mut separator = "";
        for code in self {
            write!(formatter, "{separator}{code}")?;
            separator = ", ";
        }
        Ok(())
    }
}
