//! What a status code is called, and what it allows of the response that bears it.

use crate::http_codes::{HTTP_204_NO_CONTENT, HTTP_205_RESET_CONTENT, HTTP_304_NOT_MODIFIED, row};

/// The reason phrase of a registered status code.
///
/// The phrases are those of
/// [RFC 9110, section 15](https://www.rfc-editor.org/rfc/rfc9110#section-15), and of the
/// extensions each constant names. One departs: RFC 9110 lists 418 as unused, and here it is
/// "I'm a Teapot", as clients know it.
///
/// # Example
///
/// ```
/// use fastr_status::reason_phrase;
///
/// assert_eq!(reason_phrase(413), Some("Content Too Large"));
/// assert_eq!(reason_phrase(299), None);
/// ```
#[must_use]
pub const fn reason_phrase(code: u16) -> Option<&'static str> {
    match row(code) {
        Some(row) => Some(row.words),
        None => None,
    }
}

/// The name of the constant in [`http_codes`](crate::http_codes) that stands for the code.
///
/// Meant for messages that tell a reader which constant to write. The name follows the reason
/// phrase of [RFC 9110, section 15](https://www.rfc-editor.org/rfc/rfc9110#section-15), and is
/// never a deprecated one.
///
/// # Example
///
/// ```
/// use fastr_status::http_name;
///
/// assert_eq!(http_name(404), Some("HTTP_404_NOT_FOUND"));
/// assert_eq!(http_name(299), None);
/// ```
#[must_use]
pub const fn http_name(code: u16) -> Option<&'static str> {
    match row(code) {
        Some(row) => Some(row.name),
        None => None,
    }
}

/// Why no final response can have this status, with the cure; nothing when one can (RFC 9110, section 15).
///
/// It goes behind the number: `101 is …`.
///
/// ```
/// use fastr_status::why_not_final;
///
/// assert_eq!(why_not_final(201), None);
/// assert!(why_not_final(101).unwrap().contains("interim"));
/// assert!(why_not_final(1000).unwrap().contains("close code"));
/// ```
#[must_use]
pub const fn why_not_final(code: u16) -> Option<&'static str> {
    match code {
        200..=599 => None,
        100..=199 => Some("is an interim response, not a result; use a status from 200 to 599"),
        1000..=4999 => Some(
            "is a WebSocket close code, which ends a connection and answers no request; use a status from 200 to 599",
        ),
        _ => Some("is no HTTP status; use one from 200 to 599"),
    }
}

/// Whether a final response may bear the code: any from 200 to 599, be it registered or not.
///
/// A 1xx response is an interim one that a final response follows; see
/// [RFC 9110, section 15.2](https://www.rfc-editor.org/rfc/rfc9110#section-15.2).
///
/// # Example
///
/// ```
/// use fastr_status::may_be_final;
///
/// const _: () = assert!(may_be_final(200));
/// const _: () = assert!(!may_be_final(103) && !may_be_final(600));
/// ```
#[must_use]
pub const fn may_be_final(code: u16) -> bool {
    matches!(code, 200..=599)
}

/// Whether a response with this code may have content.
///
/// Responses with 1xx, 204 and 304 never have any
/// ([RFC 9110, section 6.4.1](https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1)), and a
/// server must not generate any with 205
/// ([section 15.3.6](https://www.rfc-editor.org/rfc/rfc9110#section-15.3.6)). Numbers outside
/// 100 to 599 are no status codes and have none either. That a response to `HEAD` goes without
/// its content is a matter of the method, which the code does not tell.
///
/// # Example
///
/// ```
/// use fastr_status::{HTTP_204_NO_CONTENT, HTTP_404_NOT_FOUND, may_have_body};
///
/// const _: () = assert!(may_have_body(HTTP_404_NOT_FOUND));
/// const _: () = assert!(!may_have_body(HTTP_204_NO_CONTENT));
/// ```
#[must_use]
pub const fn may_have_body(code: u16) -> bool {
    let without_content = matches!(
        code,
        HTTP_204_NO_CONTENT | HTTP_205_RESET_CONTENT | HTTP_304_NOT_MODIFIED
    );
    may_be_final(code) && !without_content
}
