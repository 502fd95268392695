//! What `program routes` says of close codes.

use fastr_status::close_reason;

use super::table;
use crate::error::StartupError;
use crate::route::{Socket, USUAL_CLOSES, as_written};

/// The WebSockets that have codes of their own, and what any is closed with.
pub fn list(sockets: &[&'static Socket]) -> String {
    if sockets.is_empty() {
        return String::new();
    }
    let usual = USUAL_CLOSES.map(|(code, _)| code.to_string()).join(" ");
    let own = sockets.iter().map(|socket| {
        let codes = socket.codes().iter();
        let own = codes.filter(|code| USUAL_CLOSES.iter().all(|(usual, _)| usual != code));
        let own: Vec<String> = own.map(|code| code.to_string()).collect();
        [
            "WS".to_owned(),
            as_written(socket.operation.path),
            socket.operation.name.to_owned(),
            own.join(" "),
        ]
    });
    let own: Vec<_> = own.filter(|[.., codes]| !codes.is_empty()).collect();
    if own.is_empty() {
        return format!("\nWebSockets are closed with {usual}.\n");
    }
    format!(
        "\nWebSockets are closed with {usual}, and these with codes of their own:\n{}",
        table(&own)
    )
}

/// Who closes this WebSocket with this code.
///
/// # Errors
///
/// When nobody does.
pub fn why(socket: &Socket, code: u16, asked: &str) -> Result<String, StartupError> {
    let (name, place) = (socket.operation.name, socket.operation.place);
    let words = close_reason(code).unwrap_or("(a code of the application)");
    let causes = socket.close_causes().into_iter();
    let rows: Vec<_> = causes
        .filter(|cause| cause.code == code)
        .map(|cause| {
            let place = cause.place.map(|place| place.to_string());
            [String::new(), cause.who, place.unwrap_or_default()]
        })
        .collect();
    if rows.is_empty() {
        return Err(StartupError::Usage(format!(
            "`{name}` ({place}) is never closed with {code} {words}; it can be with {}",
            socket.codes()
        )));
    }
    Ok(format!(
        "{code} {words}: {asked}, `{name}` ({place})\n{}",
        table(&rows)
    ))
}
