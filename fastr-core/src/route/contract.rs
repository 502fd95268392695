//! The contract of an operation: every status that it can be answered with.

use fastr_status::{HTTP_200_OK, HTTP_201_CREATED, HTTP_204_NO_CONTENT};
use fastr_status::{HTTP_422_UNPROCESSABLE_CONTENT, StatusSet};

use super::{Covers, Declared, ErrorVariant, Method, Parameter, Statuses};

/// The statuses of an operation.
#[derive(Clone, Copy)]
pub struct Contract {
    /// The operation's own status.
    pub status: u16,
    /// What the function can send, each status by itself, and 500, which is sent after a panic.
    pub sent: StatusSet,
    /// The statuses with which arguments can be refused.
    pub refusals: StatusSet,
    /// What was declared besides the own status.
    pub declared: &'static [Declared],
}

impl Contract {
    /// Whether a response may have this status, where arguments that are not valid have that one.
    #[inline]
    pub fn allows(&self, status: u16, validation_status: u16) -> bool {
        self.sent.contains(status) || self.allows_besides(status, validation_status)
    }

    #[cold]
    fn allows_besides(&self, status: u16, validation_status: u16) -> bool {
        self.refused(validation_status).contains(status)
            || self
                .declared
                .iter()
                .any(|entry| !entry.covers.is_exact() && entry.covers.statuses().contains(status))
    }

    /// The statuses with which arguments are refused, where those that are not valid have this one.
    pub fn refused(&self, validation_status: u16) -> StatusSet {
        moved(self.refusals, validation_status)
    }

    /// Every single status that a response may have.
    pub fn statuses(&self, validation_status: u16) -> StatusSet {
        self.sent.union(self.refused(validation_status))
    }

    /// The ranges that were declared, as the document has them: `4XX`, `default`.
    pub fn ranges(&self) -> Vec<String> {
        let ranges = self.declared.iter().filter_map(|entry| entry.covers.range());
        ranges.collect()
    }

    /// The variants that are named, which narrows an error to them; none when no variant is.
    pub fn narrowed(&self) -> Option<Vec<ErrorVariant>> {
        let named = |entry: &Declared| match entry.covers {
            Covers::Variant(_, variant) => variant.copied(),
            _ => None,
        };
        is_narrowed(self.declared).then(|| self.declared.iter().filter_map(named).collect())
    }

    /// The status that the word `auto` stands for.
    pub const fn auto(method: Method, returns: Statuses, parameters: &[Parameter]) -> u16 {
        match method {
            Method::Post if Parameter::read_body(parameters) => HTTP_201_CREATED,
            Method::Delete if returns.declared && !returns.body => HTTP_204_NO_CONTENT,
            _ => HTTP_200_OK,
        }
    }
}

/// Whether a variant is named, so that no other is raised.
pub(super) const fn is_narrowed(declared: &[Declared]) -> bool {
    let mut index = 0;
    while index < declared.len() {
        if matches!(declared[index].covers, Covers::Variant(..)) {
            return true;
        }
        index += 1;
    }
    false
}

/// What is refused with 422, refused with this status in its place.
pub(super) const fn moved(refusals: StatusSet, validation_status: u16) -> StatusSet {
    if refusals.contains(HTTP_422_UNPROCESSABLE_CONTENT) {
        refusals
            .without(HTTP_422_UNPROCESSABLE_CONTENT)
            .with(validation_status)
    } else {
        refusals
    }
}
