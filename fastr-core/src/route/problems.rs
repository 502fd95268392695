//! Why a contract does not hold: what the assertions of an operation ask while it is compiled.

use fastr_status::{HTTP_300_MULTIPLE_CHOICES, HTTP_401_UNAUTHORIZED, HTTP_405_METHOD_NOT_ALLOWED};
use fastr_status::{StatusSet, may_be_final, may_have_body};

use super::contract::{is_narrowed, is_open, refusals};
use super::declared::is_same;
use super::{Contract, Covers, Declared, ErrorVariant, Message, Parameter, Statuses};

impl Contract {
    /// Why no response can have this status.
    pub const fn status_problem(status: u16) -> Option<Message> {
        match fastr_status::why_not_final(status) {
            Some(why) => Some(Message::new("").number(status).text(" ").text(why)),
            None => None,
        }
    }

    /// Why no error with these headers, whose names are in small letters, can have this status.
    pub const fn raised_problem(status: u16, name: &str, headers: &[&str]) -> Option<Message> {
        if let Some(problem) = Self::status_problem(status) {
            return Some(problem);
        }
        let (header, example) = match status {
            HTTP_401_UNAUTHORIZED => ("www-authenticate", "Bearer"),
            HTTP_405_METHOD_NOT_ALLOWED => ("allow", "GET"),
            HTTP_300_MULTIPLE_CHOICES.. => return None,
            _ => return Some(
                Message::new("")
                    .status(status)
                    .text(" is a success, and `")
                    .text(name)
                    .text(
                        "` is an error; return it, with `#[derive(fastr::Responses)]` if there are several",
                    ),
            ),
        };
        let mut index = 0;
        while index < headers.len() {
            if is_same(headers[index], header) {
                return None;
            }
            index += 1;
        }
        Some(
            Message::new("a response with ")
                .number(status)
                .text(" has the header `")
                .text(header)
                .text("` (RFC 9110); write `headers(\"")
                .text(header)
                .text("\" = \"")
                .text(example)
                .text("\")` behind it"),
        )
    }

    /// Why a handler cannot return this.
    pub const fn returns_problem(
        status: u16,
        returns: Statuses,
        declared: &[Declared],
        function: &str,
    ) -> Option<Message> {
        match returns.problem {
            Some(told) if told.is_empty() => None,
            Some(problem) => Some(Message::new(problem)),
            None => match Self::body_problem(status, returns, function) {
                Some(message) => Some(message),
                None => Self::open_problem(returns, declared, function),
            },
        }
    }

    /// What it returns has a body, and its status allows none.
    pub const fn body_problem(status: u16, returns: Statuses, function: &str) -> Option<Message> {
        if !returns.body || !may_be_final(status) || may_have_body(status) {
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

    /// Why the function of an `#[exception_handler]` cannot return this, with this status or none.
    pub const fn handled_problem(status: u16, returns: Statuses, function: &str) -> Option<Message> {
        let message = Message::new("`").text(function);
        match returns.problem {
            Some(told) if told.is_empty() => None,
            Some(problem) => Some(Message::new(problem)),
            None if returns.open => Some(message.text(
                "` could answer with any status, and who raises the error has to know which; return a model or `PlainText` and write `status_code = …`, or a type that has a status, such as `Status<418, _>`",
            )),
            None if returns.declared && status == 0 => Some(message.text(
                "` does not say with which status the error is answered; write `#[exception_handler(status_code = 418)]`",
            )),
            None if !returns.declared && status != 0 => Some(message.text(
                "` returns a type that has a status of its own; leave `status_code` out",
            )),
            None => Self::body_problem(status, returns, function),
        }
    }

    /// Why one of several answers cannot have this body.
    pub const fn answer_problem(status: u16, body: Statuses, name: &str) -> Option<Message> {
        match body.problem {
            Some(told) if told.is_empty() => None,
            Some(problem) => Some(Message::new(problem)),
            None if body.open || !body.brought().is_empty() => Some(
                Message::new("the body of `")
                    .text(name)
                    .text("` has a status of its own; hold a value that is sent with any, such as a model"),
            ),
            None if body.body && may_be_final(status) && !may_have_body(status) => Some(
                Message::new("a response with ")
                    .status(status)
                    .text(" has no body, but `")
                    .text(name)
                    .text("` holds one; leave it out, or choose a status that has a body, such as 200"),
            ),
            None => None,
        }
    }

    /// What it returns can have any status, and it declares none.
    ///
    /// `&mut ResponseParts` asks for nothing: many a handler takes it for a header or a cookie alone.
    const fn open_problem(returns: Statuses, declared: &[Declared], function: &str) -> Option<Message> {
        if !returns.open || !declared.is_empty() {
            return None;
        }
        Some(
            Message::new("`")
                .text(function)
                .text("` can answer with any status; say in its attribute with which ones, such as `raises(404)` or `responses(201 = \"Created\")`"),
        )
    }

    /// Why the own status that was written down can never be sent: nothing in the signature can have it.
    pub const fn own_problem(
        status: u16,
        returns: Statuses,
        parameters: &[Parameter],
        function: &str,
    ) -> Option<Message> {
        if let Some(problem) = Self::status_problem(status) {
            return Some(problem);
        }
        if returns.declared || is_possible(StatusSet::one(status), returns, parameters) {
            return None;
        }
        let message = never(function).status(status);
        Some(match returns.own.first() {
            Some(first) => message
                .text("; what it returns has a status of its own, ")
                .status(first)
                .text(": leave out `status_code`"),
            None => message.text(NOTHING_HAS_IT),
        })
    }

    /// Why an entry of `raises` or `responses` can never be true.
    pub const fn declared_problem(
        status: u16,
        declared: &Declared,
        returns: Statuses,
        parameters: &[Parameter],
        function: &str,
    ) -> Option<Message> {
        let is_own = returns.declared && matches!(declared.covers, Covers::Status(code) if code == status);
        let statuses = declared.covers.statuses();
        match declared.covers {
            Covers::Status(code) if !may_be_final(code) => Self::status_problem(code),
            Covers::Variant(name, None) => {
                let message = Message::new("this error has no variant `").text(name);
                Some(match returns.variants {
                    [] => message.text("`; name one that it has"),
                    variants => {
                        let message = message.text("`; name one that `").text(function);
                        listed(message.text("` can raise: "), variants)
                    }
                })
            }
            Covers::Class(_) | Covers::Every if !is_open(returns, parameters) => Some(
                Message::new("`")
                    .text(function)
                    .text("` has a signature that says which statuses it can answer with; declare single ones, or leave this out"),
            ),
            Covers::Variant(name, Some(variant))
                if !is_open(returns, parameters) && !variant.is_among(returns.variants) =>
            {
                Some(
                    Message::new("`")
                        .text(function)
                        .text("` never raises this `")
                        .text(name)
                        .text("`: the error that it returns cannot be it; name a variant of that one"),
                )
            }
            _ if is_own || is_possible(statuses, returns, parameters) => None,
            Covers::Status(code @ 200..=299) if returns.declared => Some(
                never(function)
                    .status(code)
                    .text(": its own status is ")
                    .status(status)
                    .text("; write `status_code = ")
                    .number(code)
                    .text("` in the attribute, or leave this out"),
            ),
            Covers::Status(code @ 200..=399) if !returns.own.is_empty() => Some(
                never(function)
                    .status(code)
                    .text(": what it returns has its own statuses; leave it out, or return a type that has this one, such as one with `#[derive(fastr::Responses)]`"),
            ),
            Covers::Status(code) if !returns.raised.is_empty() => Some(
                never(function)
                    .status(code)
                    .text(": the error that it returns cannot be it; leave it out, or give the error a variant with this status"),
            ),
            Covers::Status(code) => Some(never(function).status(code).text(NOTHING_HAS_IT)),
            _ => None,
        }
    }

    /// Why `raises` is not the whole truth: the error that it returns has another status.
    pub const fn undeclared_problem(
        returns: Statuses,
        declared: &[Declared],
        function: &str,
    ) -> Option<Message> {
        if returns.open || is_narrowed(declared) {
            return None;
        }
        let mut said = StatusSet::EMPTY;
        let mut index = 0;
        while index < declared.len() {
            said = said.union(declared[index].covers.statuses());
            index += 1;
        }
        match returns.raised.difference(said).first() {
            Some(status) => Some(
                Message::new("`")
                    .text(function)
                    .text("` can also answer with ")
                    .status(status)
                    .text(", which `raises` leaves out; add it, name the variants that are raised, or leave `raises` out"),
            ),
            None => None,
        }
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

/// The message with the names of these variants behind it.
const fn listed(mut message: Message, variants: &[ErrorVariant]) -> Message {
    let mut index = 0;
    while index < variants.len() {
        let comma = if index == 0 { "`" } else { ", `" };
        message = message.text(comma).text(variants[index].name).text("`");
        index += 1;
    }
    message
}

const NOTHING_HAS_IT: &str = ": nothing that it takes or returns can have it; leave it out, or return a type that can, such as `Result<_, HttpException>`";

const fn never(function: &str) -> Message {
    Message::new("`").text(function).text("` never answers with ")
}

/// Whether a signature can have all of these statuses. A panic is answered 500, whatever the signature.
const fn is_possible(statuses: StatusSet, returns: Statuses, parameters: &[Parameter]) -> bool {
    let possible = returns
        .brought()
        .union(refusals(parameters))
        .with(fastr_status::HTTP_500_INTERNAL_SERVER_ERROR);
    is_open(returns, parameters) || statuses.is_subset_of(possible)
}
