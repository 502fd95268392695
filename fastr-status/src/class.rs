//! The five classes of status codes.

/// The class of a status code, which its first digit tells.
///
/// A client that does not know a code treats it as the `x00` code of its class; see
/// [RFC 9110, section 15](https://www.rfc-editor.org/rfc/rfc9110#section-15).
///
/// # Example
///
/// ```
/// use fastr_status::{Class, class};
///
/// assert_eq!(class(404), Some(Class::ClientError));
/// assert!(Class::ClientError < Class::ServerError);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// 1xx: a word on the way to the final response (RFC 9110, section 15.2).
    Informational = 1,
    /// 2xx: the request was received, understood and accepted (RFC 9110, section 15.3).
    Success = 2,
    /// 3xx: the client has more to do to complete the request (RFC 9110, section 15.4).
    Redirection = 3,
    /// 4xx: the client seems to be at fault (RFC 9110, section 15.5).
    ClientError = 4,
    /// 5xx: the server knows that it is at fault or unable (RFC 9110, section 15.6).
    ServerError = 5,
}

impl Class {
    /// The class in words, after the headings of RFC 9110, sections 15.2 to 15.6.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(fastr_status::Class::ClientError.name(), "client error");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Informational => "informational",
            Self::Success => "success",
            Self::Redirection => "redirection",
            Self::ClientError => "client error",
            Self::ServerError => "server error",
        }
    }

    /// Whether the code belongs to the class, be it registered or not (RFC 9110, section 15).
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::Class;
    ///
    /// const _: () = assert!(Class::Success.contains(299));
    /// const _: () = assert!(!Class::Success.contains(300));
    /// ```
    #[must_use]
    pub const fn contains(self, code: u16) -> bool {
        code / 100 == self as u16
    }
}

/// The class of a code from 100 to 599, be it registered or not; `None` for any other number.
///
/// Numbers outside that range are invalid by
/// [RFC 9110, section 15](https://www.rfc-editor.org/rfc/rfc9110#section-15).
///
/// # Example
///
/// ```
/// use fastr_status::{Class, class};
///
/// assert_eq!(class(200), Some(Class::Success));
/// assert_eq!(class(599), Some(Class::ServerError));
/// assert_eq!(class(600), None);
/// ```
#[must_use]
pub const fn class(code: u16) -> Option<Class> {
    match code {
        100..=199 => Some(Class::Informational),
        200..=299 => Some(Class::Success),
        300..=399 => Some(Class::Redirection),
        400..=499 => Some(Class::ClientError),
        500..=599 => Some(Class::ServerError),
        _ => None,
    }
}
