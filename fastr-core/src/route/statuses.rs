//! The statuses of a type that can stand in a signature, and a status as it is written down.

use fastr_status::{StatusSet, may_be_final};

use super::ErrorVariant;

/// What a return type can send.
#[derive(Clone, Copy)]
pub struct Statuses {
    /// Whether it is sent with the operation's own status.
    pub declared: bool,
    /// The statuses it brings itself.
    pub own: StatusSet,
    /// The statuses of the error that it may be instead.
    pub raised: StatusSet,
    /// Whether it can have any status, so that the operation must say which.
    pub open: bool,
    /// Whether what is sent with the operation's own status has a body.
    pub body: bool,
    /// The variants of the error that it may be instead.
    pub variants: &'static [ErrorVariant],
    /// Why the type cannot be returned at all, if it cannot.
    pub problem: Option<&'static str>,
}

impl Statuses {
    /// Nothing that is ever sent.
    pub const NEVER: Self = Self {
        declared: false,
        own: StatusSet::EMPTY,
        raised: StatusSet::EMPTY,
        open: false,
        body: false,
        variants: &[],
        problem: None,
    };
    /// A value that is sent with the operation's own status, as a body.
    pub const BODY: Self = Self {
        declared: true,
        body: true,
        ..Self::NEVER
    };
    /// Nothing, sent with the operation's own status.
    pub const EMPTY: Self = Self {
        declared: true,
        ..Self::NEVER
    };
    /// A response that can have any status.
    pub const OPEN: Self = Self {
        open: true,
        ..Self::NEVER
    };

    /// What a type with a mistake of its own can send: anything, so that nothing else is found wrong with it.
    pub const TOLD: Self = Self {
        problem: Some(""),
        ..Self::OPEN
    };

    /// A type that brings these statuses itself.
    pub const fn own(codes: &[u16]) -> Self {
        Self {
            own: final_ones(codes),
            ..Self::NEVER
        }
    }

    /// An error that has one of these statuses.
    pub const fn raising(codes: &[u16]) -> Self {
        Self {
            raised: final_ones(codes),
            ..Self::NEVER
        }
    }

    /// An error that a function answers, which returns this, with this status where it has none of its own.
    pub const fn handled(status: u16, returns: Self) -> Self {
        let own = if returns.declared && may_be_final(status) {
            StatusSet::one(status)
        } else {
            StatusSet::EMPTY
        };
        Self {
            raised: own.union(returns.brought()),
            open: returns.open,
            problem: returns.problem,
            ..Self::NEVER
        }
    }

    /// A type that cannot be returned. It is open, so that nothing else is found wrong with it.
    pub const fn refused(problem: &'static str) -> Self {
        Self {
            problem: Some(problem),
            ..Self::OPEN
        }
    }

    /// What either of two types can send.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self {
            declared: self.declared || other.declared,
            own: self.own.union(other.own),
            raised: self.raised.union(other.raised),
            open: self.open || other.open,
            body: self.body || other.body,
            variants: if self.variants.is_empty() {
                other.variants
            } else {
                self.variants
            },
            problem: if self.problem.is_some() {
                self.problem
            } else {
                other.problem
            },
        }
    }

    /// Every status that it does not leave to the operation.
    pub const fn brought(self) -> StatusSet {
        self.own.union(self.raised)
    }
}

/// A code that no response can have is told elsewhere, once.
const fn final_ones(codes: &[u16]) -> StatusSet {
    let mut set = StatusSet::EMPTY;
    let mut index = 0;
    while index < codes.len() {
        if may_be_final(codes[index]) {
            set = set.with(codes[index]);
        }
        index += 1;
    }
    set
}

/// A status in whatever form it was written; its `status_code` makes a number of each.
pub struct StatusOf<T>(pub T);

impl StatusOf<u16> {
    /// The number.
    pub const fn status_code(&self) -> u16 {
        self.0
    }
}

impl StatusOf<http::StatusCode> {
    /// The number.
    pub const fn status_code(&self) -> u16 {
        self.0.as_u16()
    }
}

/// What [`StatusOf`] has for any other type. It is never called: a program with such a status does not compile.
///
/// The compiler prefers what stands on the type itself, so only a type that cannot be a status comes here.
pub trait NoStatus<T> {
    /// See [`StatusOf`].
    fn status_code(&self) -> u16
    where
        T: IsStatus,
    {
        unreachable!()
    }
}

impl<T> NoStatus<T> for StatusOf<T> {}

/// A type that a status can be written in.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no status",
    label = "not a `u16`",
    note = "write a number such as `201`, a constant of `fastr::status`, or a `const` of the type `u16`"
)]
pub trait IsStatus {}

#[diagnostic::do_not_recommend]
impl IsStatus for u16 {}
#[diagnostic::do_not_recommend]
impl IsStatus for http::StatusCode {}
