//! The statuses of an operation: what its signature can send, what it declares, and whether the two agree.

use fastr_status::{HTTP_200_OK, HTTP_201_CREATED, HTTP_204_NO_CONTENT, HTTP_500_INTERNAL_SERVER_ERROR};
use fastr_status::{StatusSet, may_have_body};

use super::{Message, Method, Parameter};

/// What a return type can send.
#[derive(Clone, Copy)]
pub struct Statuses {
    /// Whether it is sent with the operation's own status.
    pub declared: bool,
    /// The statuses it brings itself.
    pub own: StatusSet,
    /// Whether it can have any status, so that the operation must say which.
    pub open: bool,
    /// Whether what is sent with the operation's own status has a body.
    pub body: bool,
    /// Why the type cannot be returned at all, if it cannot.
    pub problem: Option<&'static str>,
}

impl Statuses {
    /// A value that is sent with the operation's own status, as a body.
    pub const BODY: Self = Self {
        declared: true,
        own: StatusSet::EMPTY,
        open: false,
        body: true,
        problem: None,
    };
    /// Nothing, sent with the operation's own status.
    pub const EMPTY: Self = Self {
        body: false,
        ..Self::BODY
    };
    /// A response that can have any status.
    pub const OPEN: Self = Self {
        declared: false,
        own: StatusSet::EMPTY,
        open: true,
        body: false,
        problem: None,
    };

    /// What either of two types can send.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self {
            declared: self.declared || other.declared,
            own: self.own.union(other.own),
            open: self.open || other.open,
            body: self.body || other.body,
            problem: if self.problem.is_some() {
                self.problem
            } else {
                other.problem
            },
        }
    }
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

/// A status that the operation declares besides its own, with `raises(...)` or `responses(...)`.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    /// The status.
    pub status: u16,
    /// What the document says of it; its reason phrase when nothing is said.
    pub description: Option<&'static str>,
}

/// The statuses of an operation.
#[derive(Clone, Copy)]
pub struct Contract {
    /// The operation's own status.
    pub status: u16,
    /// Every status that may be sent: by the signature, or because it was declared.
    pub possible: StatusSet,
    /// The statuses with which arguments can be refused.
    pub refusals: StatusSet,
    /// What was declared besides the own status.
    pub declared: &'static [Declared],
}

impl Contract {
    /// The contract of a signature. A code that no response can have is left to [`Contract::status_problem`].
    pub const fn new(
        status: u16,
        returns: Statuses,
        parameters: &[Parameter],
        declared: &'static [Declared],
    ) -> Self {
        let mut refusals = StatusSet::EMPTY;
        let mut index = 0;
        while index < parameters.len() {
            refusals = refusals.union(parameters[index].refusals());
            index += 1;
        }
        let mut possible = refusals.union(returns.own);
        if returns.declared && fastr_status::may_be_final(status) {
            possible = possible.with(status);
        }
        index = 0;
        while index < declared.len() {
            if fastr_status::may_be_final(declared[index].status) {
                possible = possible.with(declared[index].status);
            }
            index += 1;
        }
        Self {
            status,
            possible,
            refusals,
            declared,
        }
    }

    /// Whether a response may have this status. A panic is answered 500 whatever was declared.
    pub const fn allows(&self, status: u16) -> bool {
        self.possible.contains(status) || status == HTTP_500_INTERNAL_SERVER_ERROR
    }

    /// The status that the word `auto` stands for.
    pub const fn auto(method: Method, returns: Statuses, parameters: &[Parameter]) -> u16 {
        match method {
            Method::Post if Parameter::read_body(parameters) => HTTP_201_CREATED,
            Method::Delete if returns.declared && !returns.body => HTTP_204_NO_CONTENT,
            _ => HTTP_200_OK,
        }
    }

    /// Why no response can have this status.
    pub const fn status_problem(status: u16) -> Option<Message> {
        match fastr_status::why_not_final(status) {
            Some(why) => Some(Message::new("").number(status).text(" ").text(why)),
            None => None,
        }
    }

    /// Why a handler cannot return this: no response is like it, or its status allows no body.
    pub const fn body_problem(status: u16, returns: Statuses, function: &str) -> Option<Message> {
        if let Some(problem) = returns.problem {
            return Some(Message::new(problem));
        }
        if !returns.body || !fastr_status::may_be_final(status) || may_have_body(status) {
            return None;
        }
        Some(
            Message::new("a response with ")
                .status(status)
                .text(" has no body, but `")
                .text(function)
                .text("` returns one; return nothing, or choose a status that has a body, such as 200"),
        )
    }

    /// Why a handler needs `raises(...)`, when what it returns can have any status and it declares none.
    ///
    /// `&mut ResponseParts` asks for nothing: many a handler takes it for a header or a cookie alone.
    pub const fn open_problem(returns: Statuses, declared: &[Declared], function: &str) -> Option<Message> {
        if !returns.open || !declared.is_empty() || returns.problem.is_some() {
            return None;
        }
        Some(
            Message::new("`")
                .text(function)
                .text("` can answer with any status; say in its attribute with which ones, such as `raises(404)` or `responses(201 = \"Created\")`"),
        )
    }

    /// Why a status that was written down can never be sent: nothing in the signature can have it.
    pub const fn impossible_problem(
        status: u16,
        returns: Statuses,
        parameters: &[Parameter],
        own: bool,
        function: &str,
    ) -> Option<Message> {
        let mut possible = returns.own;
        let mut open = returns.open;
        let mut index = 0;
        while index < parameters.len() {
            possible = possible.union(parameters[index].refusals());
            open = open || parameters[index].open;
            index += 1;
        }
        let sent = (own && returns.declared)
            || possible.contains(status)
            || status == HTTP_500_INTERNAL_SERVER_ERROR;
        if open || sent || !fastr_status::may_be_final(status) {
            return None;
        }
        let message = Message::new("`")
            .text(function)
            .text("` never answers with ")
            .status(status);
        Some(match returns.own.first() {
            Some(first) if own => message.text("; what it returns has a status of its own, ").status(first).text(": leave out `status_code`"),
            _ => message.text(": nothing that it takes or returns can have it; leave it out, or return a type that can, such as `Result<_, HttpException>`"),
        })
    }

    /// Why the parameters cannot stand side by side.
    pub const fn parameters_problem(parameters: &[Parameter], function: &str) -> Option<Message> {
        let (bodies, forms) = (Parameter::json_bodies(parameters), Parameter::forms(parameters));
        let streams = Parameter::streams(parameters);
        let message = Message::new("`").text(function);
        if streams > 0 && bodies + forms + streams > 1 {
            return Some(message.text("` takes the body twice: a `Request` holds it as a stream, which only one parameter can have; take `&RequestParts` for the head alone"));
        }
        if bodies > 0 && Parameter::files(parameters) > 0 {
            return Some(message.text("` takes a file of a form and the body as JSON, and it is only one of them; mark what stands beside the file `#[form]`"));
        }
        if bodies > 0 && forms > 0 {
            return Some(message.text("` takes the body as JSON and as a form, and it is only one of them; mark all of its parts `#[form]`, or none"));
        }
        None
    }
}
