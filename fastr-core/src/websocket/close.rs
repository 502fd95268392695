//! A close code with its reason: what may be sent, and nothing else.

use std::borrow::Cow;
use std::fmt;

use fastr_status::close_code_may_be_sent;

use crate::route::Contract;

/// The most bytes of a reason: a control frame holds 125, and two of them are the code (RFC 6455, section 5.5).
const MOST: usize = 123;

/// A close code and a reason that may be sent in a close frame
/// ([RFC 6455, section 5.5.1](https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1)).
///
/// `close!(1008, "not allowed")` makes one of constants; what may not be sent does not compile there. [`new`](Self::new) makes
/// one of anything else.
///
/// ```
/// # use fastr_core::private::CloseFrame;
/// let frame = CloseFrame::new(4001, "kicked").unwrap();
/// assert_eq!((frame.code(), frame.reason()), (4001, "kicked"));
///
/// let error = CloseFrame::new(1006, "").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "1006 only reports how a connection ended, and is never sent; use 1000, another `WS_*` that may be sent, or one from 3000 to 4999"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CloseFrame {
    code: u16,
    reason: Cow<'static, str>,
}

impl CloseFrame {
    /// A close frame with this code and this reason.
    ///
    /// # Errors
    ///
    /// When the code may not be sent (`fastr::status::close_code_may_be_sent`), or the reason has more than 123 bytes.
    pub fn new(code: u16, reason: impl Into<Cow<'static, str>>) -> Result<Self, CloseFrameError> {
        let reason = reason.into();
        if !close_code_may_be_sent(code) {
            return Err(CloseFrameError::Code(code));
        }
        if reason.len() > MOST {
            return Err(CloseFrameError::Reason(reason.len()));
        }
        Ok(Self { code, reason })
    }

    /// One of constants: what `close!` calls in a constant.
    ///
    /// # Panics
    ///
    /// Where [`new`](Self::new) has an error.
    #[track_caller]
    pub const fn constant(code: u16, reason: &'static str) -> Self {
        if let Some(problem) = Contract::close_code_problem(code) {
            panic!("{}", problem.as_str())
        }
        assert!(
            reason.len() <= MOST,
            "the reason of a close has more than 123 bytes, and a close frame has no room for more; shorten it, or send it as a message before"
        );
        Self {
            code,
            reason: Cow::Borrowed(reason),
        }
    }

    /// The same with as much of a reason as there is room for.
    pub(crate) fn cut(code: u16, reason: &str) -> Self {
        let end = (0..=MOST.min(reason.len()))
            .rev()
            .find(|&end| reason.is_char_boundary(end));
        Self {
            code,
            reason: Cow::Owned(reason[..end.unwrap_or(0)].to_owned()),
        }
    }

    /// The code.
    pub fn code(&self) -> u16 {
        self.code
    }

    /// The reason; often empty.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    pub(super) fn into_reason(self) -> Cow<'static, str> {
        self.reason
    }
}

// The document of this macro stands where users find it, at `fastr::close`.
#[doc(hidden)]
#[macro_export]
macro_rules! close {
    ($code:expr $(,)?) => {
        ::fastr::close!($code, "")
    };
    ($code:expr, format ! $($reason:tt)*) => {
        ::core::compile_error!("`close!` takes constants; for a reason that is made, write `CloseFrame::new(code, format!(...))?`")
    };
    ($code:expr, $reason:expr $(,)?) => {{
        // An item, and no block: those are only looked at when code is generated, and not by `cargo check`.
        const FRAME: ::fastr::__private::CloseFrame =
            ::fastr::__private::CloseFrame::constant($code, $reason);
        FRAME
    }};
}

/// Why a close frame cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CloseFrameError {
    /// This is no code that an endpoint sends.
    Code(u16),
    /// The reason has so many bytes.
    Reason(usize),
}

impl fmt::Display for CloseFrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Reason(length) => write!(
                f,
                "the reason of a close has {length} bytes, and a close frame has room for {MOST}; shorten it, or send it as a message before"
            ),
            Self::Code(code) => match Contract::close_code_problem(code) {
                Some(problem) => f.write_str(problem.as_str()),
                None => write!(f, "{code} may be sent"),
            },
        }
    }
}

impl std::error::Error for CloseFrameError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_sent_is_what_the_facts_say() {
        for code in 0..=u16::MAX {
            let made = CloseFrame::new(code, "");
            assert_eq!(made.is_ok(), close_code_may_be_sent(code), "{code}");
            let constant = std::panic::catch_unwind(|| CloseFrame::constant(code, ""));
            if matches!(code, 990..=1020 | 2995..=3005 | 4995..=5005) {
                assert_eq!(constant.is_ok(), made.is_ok(), "{code}");
            }
        }
    }

    #[test]
    fn a_reason_has_123_bytes() {
        assert!(CloseFrame::new(1000, "x".repeat(123)).is_ok());
        let long = CloseFrame::new(1000, "x".repeat(124));
        assert_eq!(long, Err(CloseFrameError::Reason(124)));
        assert_eq!(CloseFrame::cut(1000, &"é".repeat(62)).reason(), "é".repeat(61));
    }
}
