//! What a WebSocket close code is called, and whether an endpoint may send it.

use crate::close_codes::row;

/// What a close code of [`close_codes`](crate::close_codes) says, in a few words.
///
/// The words follow [RFC 6455, section 11.7][rfc] and the IANA registry, with abbreviations
/// written out.
///
/// [rfc]: https://www.rfc-editor.org/rfc/rfc6455#section-11.7
///
/// # Example
///
/// ```
/// use fastr_status::close_reason;
///
/// assert_eq!(close_reason(1001), Some("Going Away"));
/// assert_eq!(close_reason(4000), None);
/// ```
#[must_use]
pub const fn close_reason(code: u16) -> Option<&'static str> {
    match row(code) {
        Some(row) => Some(row.words),
        None => None,
    }
}

/// The name of the constant in [`close_codes`](crate::close_codes) that stands for the code.
///
/// Meant for messages that tell a reader which constant to write. The meanings are those of
/// [RFC 6455, section 7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1) and of the
/// IANA registry.
///
/// # Example
///
/// ```
/// use fastr_status::close_name;
///
/// assert_eq!(close_name(1000), Some("WS_1000_NORMAL_CLOSURE"));
/// assert_eq!(close_name(4000), None);
/// ```
#[must_use]
pub const fn close_name(code: u16) -> Option<&'static str> {
    match row(code) {
        Some(row) => Some(row.name),
        None => None,
    }
}

/// Whether the number lies in the range of close codes, 1000 to 4999.
///
/// [RFC 6455, section 7.4.2](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2) leaves the
/// numbers below 1000 unused and gives none above 4999 away. Not every close code may be sent:
/// see [`close_code_may_be_sent`].
///
/// # Example
///
/// ```
/// use fastr_status::is_close_code;
///
/// const _: () = assert!(is_close_code(1006) && is_close_code(4999));
/// const _: () = assert!(!is_close_code(999) && !is_close_code(5000));
/// ```
#[must_use]
pub const fn is_close_code(code: u16) -> bool {
    matches!(code, 1000..=4999)
}

/// Whether an endpoint may put the code into a close frame.
///
/// It may send the registered codes but 1005, 1006 and 1015, which only report what happened to
/// a connection ([RFC 6455, section 7.4.1][codes]), and anything from 3000 to 4999, which belongs
/// to libraries and applications ([section 7.4.2][ranges]). The numbers 1004 and 1016 to 2999
/// are reserved.
///
/// [codes]: https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1
/// [ranges]: https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2
///
/// # Example
///
/// ```
/// use fastr_status::{WS_1006_ABNORMAL_CLOSURE, WS_1008_POLICY_VIOLATION, close_code_may_be_sent};
///
/// const _: () = assert!(close_code_may_be_sent(WS_1008_POLICY_VIOLATION));
/// const _: () = assert!(!close_code_may_be_sent(WS_1006_ABNORMAL_CLOSURE));
/// ```
#[must_use]
pub const fn close_code_may_be_sent(code: u16) -> bool {
    matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999)
}
