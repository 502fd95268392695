//! Arguments that are lent: `&RequestParts`, `&mut ResponseParts`, `&mut BackgroundTasks`.

use fastr_status::StatusSet;

use crate::background::BackgroundTasks;
use crate::request::{Call, RequestParts, put_head, take_head};
use crate::response::ResponseParts;
use crate::route::{Parameter, Source};

/// A type that a handler can have as `&T` or `&mut T`: it is taken out of the call and put back afterwards.
#[diagnostic::on_unimplemented(
    message = "a reference to `{Self}` cannot be a parameter of an operation",
    label = "fastr lends `&RequestParts`, `&mut ResponseParts` and `&mut BackgroundTasks`, and nothing else",
    note = "take the value itself, such as `String` for `&str` and `Vec<T>` for `&[T]`; for a value of the application write `#[state]` before the parameter, and give it to `App::state`"
)]
pub trait Lend: Sized {
    /// Whether it lets the handler set any status.
    const OPEN: bool;

    /// Takes it out of the call.
    fn take(call: &mut Call) -> Self;

    /// Puts it back.
    fn put_back(self, call: &mut Call);

    /// The loan as data, still without a name.
    const LOAN: Loan<Self> = Loan {
        parameter: Parameter {
            open: Self::OPEN,
            ..Parameter::new(Source::Special, true, None, StatusSet::EMPTY)
        },
        take: Self::take,
        put_back: Self::put_back,
    };
}

#[diagnostic::do_not_recommend]
impl Lend for ResponseParts {
    const OPEN: bool = true;

    fn take(call: &mut Call) -> Self {
        std::mem::take(&mut call.response)
    }

    /// The tasks may be back already.
    fn put_back(mut self, call: &mut Call) {
        self.put_tasks(call.response.take_tasks());
        call.response = self;
    }
}

#[diagnostic::do_not_recommend]
impl Lend for BackgroundTasks {
    const OPEN: bool = false;

    fn take(call: &mut Call) -> Self {
        call.response.take_tasks()
    }

    fn put_back(self, call: &mut Call) {
        call.response.put_tasks(self);
    }
}

#[diagnostic::do_not_recommend]
impl Lend for RequestParts {
    const OPEN: bool = false;

    fn take(call: &mut Call) -> Self {
        take_head(call)
    }

    fn put_back(self, call: &mut Call) {
        put_head(call, self);
    }
}

/// A lent argument as data.
pub struct Loan<T> {
    /// What the contract knows of it.
    pub parameter: Parameter,
    take: fn(&mut Call) -> T,
    put_back: fn(T, &mut Call),
}

impl<T> Loan<T> {
    /// The loan with a name.
    #[must_use]
    pub const fn named(self, name: &'static str) -> Self {
        Self {
            parameter: Parameter {
                name,
                ..self.parameter
            },
            ..self
        }
    }

    /// Takes it out of the call.
    pub fn take(&self, call: &mut Call) -> T {
        (self.take)(call)
    }

    /// Puts it back.
    pub fn put_back(&self, value: T, call: &mut Call) {
        (self.put_back)(value, call);
    }
}
