//! Rules on functions that stand beside the operations: exception handlers and middleware.

use syn::{Expr, Type};

use super::declared::{Covered, covered, entries};
use crate::diagnostics::Diagnostics;
use crate::model::{Function, Kind, Operation, Parameter, Said, Value};

/// Such a function that keeps every rule.
pub struct AttachedPlan {
    /// The function.
    pub function: Function,
    /// The status of what an exception handler returns, if it was written.
    pub status: Option<Expr>,
    /// The statuses that a middleware declares.
    pub raises: Vec<Expr>,
}

pub fn plan(operation: Operation) -> AttachedPlan {
    let raises = entries(&operation.settings).map(|(_, entry)| entry.status.clone());
    let raises = raises.collect();
    let status = operation
        .settings
        .into_iter()
        .find_map(|setting| match setting.value {
            Value::Is(status) if setting.name == "status_code" => Some(status),
            _ => None,
        });
    AttachedPlan {
        function: operation.function,
        status,
        raises,
    }
}

fn is_lent(parameter: &Parameter) -> bool {
    matches!(parameter.ty, Type::Reference(_))
}

pub fn handler_takes_one_error(operation: &Operation, diagnostics: &mut Diagnostics) {
    let function = &operation.function;
    if operation.kind != Kind::Handler || function.receiver.is_some() {
        return;
    }
    let lent = function.parameters.iter().filter(|one| is_lent(one)).count();
    if function.parameters.len() - lent != 1 || lent > 1 {
        diagnostics.report(
            &function.signature.ident,
            "an exception handler takes the error, and the head of the request if it wants to; write `error: MyError`, or `head: &RequestParts, error: MyError`",
        );
    }
}

/// The errors of fastr are worded by the application.
const NOT_OWN: [&str; 3] = ["HttpException", "InternalError", "ValidationError"];

pub fn handler_is_of_an_own_error(operation: &Operation, diagnostics: &mut Diagnostics) {
    if operation.kind != Kind::Handler {
        return;
    }
    let taken = operation.function.parameters.iter().filter(|one| !is_lent(one));
    for parameter in taken {
        if let Type::Path(path) = &parameter.ty
            && let Some(last) = path.path.segments.last()
            && NOT_OWN.iter().any(|name| last.ident == name)
        {
            diagnostics.report(
                &parameter.ty,
                format!(
                    "`{}` is an error of fastr, which the application words: `App::exception_handler(404, |error: &ErrorReport| ...)`; a function like this one is for an error of your own",
                    last.ident
                ),
            );
        }
    }
}

pub fn handler_does_not_wait(operation: &Operation, diagnostics: &mut Diagnostics) {
    if operation.kind == Kind::Handler && operation.function.waits {
        diagnostics.report(
            &operation.function.signature.ident,
            "an exception handler makes the response at once, so it cannot wait; do what has to be waited for in the operation",
        );
    }
}

pub fn middleware_takes_request_and_next(operation: &Operation, diagnostics: &mut Diagnostics) {
    let function = &operation.function;
    if operation.kind != Kind::Middleware || function.receiver.is_some() {
        return;
    }
    let takes_two = function.parameters.len() == 2 && !function.parameters.iter().any(is_lent);
    if !takes_two || function.signature.asyncness.is_none() {
        diagnostics.report(
            &function.signature.ident,
            format!(
                "a middleware has another form; write `async fn {}(request: Request, next: Next) -> Response`",
                function.signature.ident
            ),
        );
    }
}

pub fn middleware_raises_numbers(operation: &Operation, diagnostics: &mut Diagnostics) {
    if operation.kind != Kind::Middleware {
        return;
    }
    for (_, entry) in entries(&operation.settings) {
        let is_plain = matches!(entry.said, Said::Nothing);
        if !is_plain || !matches!(covered(&entry.status), Covered::Status) {
            diagnostics.report(
                &entry.status,
                "a middleware declares single statuses and says no more of them; write `raises(429)`",
            );
        }
    }
}
