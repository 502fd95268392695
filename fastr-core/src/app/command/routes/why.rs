//! `program routes --why STATUS METHOD PATH`: who can send it.

use fastr_status::{close_code_may_be_sent, reason_phrase};

use super::{closes, statuses, table};
use crate::error::StartupError;
use crate::openapi::REFUSED;
use crate::request::ErrorStyle;
use crate::route::{Cause, Operation, Socket};
use crate::router::{self, Lookup};

/// Who can send this status to this request.
pub fn why(
    operations: &[&'static Operation],
    sockets: &[&'static Socket],
    style: ErrorStyle,
    status: u16,
    (method, path): (&str, &str),
) -> Result<String, StartupError> {
    let asked = format!("{method} {path}");
    let found = find(operations, sockets, method, path)?;
    let is_it = |socket: &&&Socket| found.is_some_and(|found| std::ptr::eq(found, socket.operation));
    match found {
        Some(_)
            if close_code_may_be_sent(status)
                && let Some(socket) = sockets.iter().find(is_it) =>
        {
            closes::why(socket, status, &asked)
        }
        Some(operation) => explain(operation, style, status, &asked),
        None => outside(style, status, &asked),
    }
}

/// The operation that answers a request, or that stands at this path in the source. `WS` is a handshake.
fn find(
    operations: &[&'static Operation],
    sockets: &[&'static Socket],
    method: &str,
    path: &str,
) -> Result<Option<&'static Operation>, StartupError> {
    let (router, method) = match method {
        "WS" => (router::build(&[], sockets, false)?, "GET"),
        method => (router::build(operations, &[], false)?, method),
    };
    let known = http::Method::from_bytes(method.as_bytes());
    Ok(match known.map(|method| router.look_up(&method, path)) {
        Ok(Lookup::Operation(operation)) => Some(operation),
        _ => None,
    })
}

fn explain(
    operation: &Operation,
    style: ErrorStyle,
    status: u16,
    asked: &str,
) -> Result<String, StartupError> {
    let rows = rows(operation.all_causes(style), status);
    let phrase = phrase(status);
    let name = operation.name;
    if rows.is_empty()
        && let Some(when) = refused(status)
    {
        return Ok(format!(
            "{status} {phrase}: {asked}, before `{name}` is reached\n  {when}\n"
        ));
    }
    if rows.is_empty() {
        return Err(StartupError::Usage(format!(
            "`{name}` ({}) never answers {status} {phrase}; it can answer {}",
            operation.place,
            statuses(operation, style).join(", ")
        )));
    }
    Ok(format!(
        "{status} {phrase}: {asked}, `{name}` ({})\n{}",
        operation.place,
        table(&rows)
    ))
}

/// When a request is refused with this status before any operation is reached.
fn refused(status: u16) -> Option<&'static str> {
    let refused = REFUSED.iter().find(|(of, ..)| *of == status);
    refused.map(|(_, when, _)| *when)
}

/// Of a request that no operation answers, such as a preflight.
fn outside(style: ErrorStyle, status: u16, asked: &str) -> Result<String, StartupError> {
    let middleware = style.around.outside().map(|(around, statuses)| Cause {
        statuses,
        who: format!("the middleware `{}`", around.name),
        place: around.place,
    });
    let rows = rows(middleware, status);
    if rows.is_empty() {
        return Err(StartupError::Usage(format!(
            "no operation answers `{asked}`; `routes` lists those there are"
        )));
    }
    let phrase = phrase(status);
    Ok(format!(
        "{status} {phrase}: {asked}, no operation\n{}",
        table(&rows)
    ))
}

fn rows(causes: impl IntoIterator<Item = Cause>, status: u16) -> Vec<[String; 3]> {
    let causes = causes.into_iter().filter(|cause| cause.statuses.contains(status));
    causes
        .map(|cause| [String::new(), cause.who, cause.place.to_string()])
        .collect()
}

fn phrase(status: u16) -> &'static str {
    reason_phrase(status).unwrap_or("(no registered status)")
}
