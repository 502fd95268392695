//! The contract of an operation: every status that it can be answered with.

use fastr_status::{HTTP_200_OK, HTTP_201_CREATED, HTTP_204_NO_CONTENT, HTTP_500_INTERNAL_SERVER_ERROR};
use fastr_status::{HTTP_422_UNPROCESSABLE_CONTENT, StatusSet, may_be_final};

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
    /// The contract of a signature.
    ///
    /// What does not fit together is told by the functions that find problems; a code that no response can have is left
    /// out here.
    pub const fn new(
        status: u16,
        returns: Statuses,
        parameters: &[Parameter],
        declared: &'static [Declared],
    ) -> Self {
        let contract = Self::of(status, returns, parameters, declared);
        Self {
            sent: contract.sent.with(HTTP_500_INTERNAL_SERVER_ERROR),
            ..contract
        }
    }

    /// The contract without what is sent after a panic.
    const fn of(
        status: u16,
        returns: Statuses,
        parameters: &[Parameter],
        declared: &'static [Declared],
    ) -> Self {
        let mut sent = returns.own;
        if returns.declared && may_be_final(status) {
            sent = sent.with(status);
        }
        if !is_narrowed(declared) {
            sent = sent.union(returns.raised);
        }
        let open = is_open(returns, parameters);
        let mut index = 0;
        while index < declared.len() {
            let covers = declared[index].covers;
            if covers.is_exact() {
                let statuses = covers.statuses();
                // Of a closed signature an entry only describes what is there.
                let new = if open {
                    statuses
                } else {
                    statuses.intersection(returns.raised)
                };
                sent = sent.union(new);
            }
            index += 1;
        }
        Self {
            status,
            sent,
            refusals: refusals(parameters),
            declared,
        }
    }

    /// The contract of a request that the program sends, and that somebody else answers: whatever was declared may come.
    pub const fn outgoing(
        status: u16,
        returns: Statuses,
        parameters: &[Parameter],
        declared: &'static [Declared],
    ) -> Self {
        let open = Statuses {
            open: true,
            ..returns
        };
        Self::of(status, open, parameters, declared)
    }

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
        if self.refusals.contains(HTTP_422_UNPROCESSABLE_CONTENT) {
            self.refusals
                .without(HTTP_422_UNPROCESSABLE_CONTENT)
                .with(validation_status)
        } else {
            self.refusals
        }
    }

    /// Every single status that a response may have.
    pub fn statuses(&self, validation_status: u16) -> StatusSet {
        self.sent.union(self.refused(validation_status))
    }

    /// The ranges that were declared, as the document has them: `4XX`, `default`.
    pub fn ranges(&self) -> Vec<String> {
        let ranges = self.declared.iter().filter_map(|entry| match entry.covers {
            Covers::Class(digit) => Some(format!("{digit}XX")),
            Covers::Every => Some("default".to_owned()),
            Covers::Status(_) | Covers::Variant(..) => None,
        });
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

/// Whether anything in a signature can have any status.
pub(super) const fn is_open(returns: Statuses, parameters: &[Parameter]) -> bool {
    let mut open = returns.open;
    let mut index = 0;
    while index < parameters.len() {
        open = open || parameters[index].open;
        index += 1;
    }
    open
}

/// The statuses with which these arguments can be refused.
pub(super) const fn refusals(parameters: &[Parameter]) -> StatusSet {
    let mut refusals = StatusSet::EMPTY;
    let mut index = 0;
    while index < parameters.len() {
        refusals = refusals.union(parameters[index].refusals());
        index += 1;
    }
    refusals
}
