//! Why a type cannot have its statuses: what the assertions of derived types ask while they are compiled.

use fastr_status::{HTTP_300_MULTIPLE_CHOICES, HTTP_401_UNAUTHORIZED, HTTP_405_METHOD_NOT_ALLOWED};
use fastr_status::{may_be_final, may_have_body};

use super::declared::is_same;
use super::{Contract, Message, Statuses};

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

    /// Why a middleware has to declare something: its error can have any status.
    pub const fn middleware_problem(open: bool, raises: &[u16], function: &str) -> Option<Message> {
        if !open || !raises.is_empty() {
            return None;
        }
        Some(Message::new("`").text(function).text(
            "` can answer with any status; say in its attribute with which ones, such as `#[middleware(raises(401))]`",
        ))
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
}
