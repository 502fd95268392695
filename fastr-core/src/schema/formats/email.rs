//! [`EmailAddress`]: an address that a mail can be sent to.

use std::fmt;

use serde_json::Value;

use super::email_rules;
use crate::schema::format::{scalar, text_of_serde};
use crate::schema::{Formatted, Refusal};

/// An address of electronic mail (RFC 5321, section 4.1.2), as pydantic's `EmailStr`.
///
/// The domain is in lower case, and has a dot: an address on this machine alone is none. Of `Ann <ann@example.com>` the
/// address is kept.
///
/// ```
/// # use fastr_core::private::EmailAddress;
/// let address: EmailAddress = " Ann@Example.COM ".parse()?;
/// assert_eq!(address.as_str(), "Ann@example.com");
/// assert_eq!(address.domain(), "example.com");
/// assert!("ann@localhost".parse::<EmailAddress>().is_err());
/// # Ok::<(), fastr_core::private::FormatError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the `@`.
    pub fn local_part(&self) -> &str {
        self.parts().0
    }

    /// What stands behind the `@`.
    pub fn domain(&self) -> &str {
        self.parts().1
    }

    fn parts(&self) -> (&str, &str) {
        // A quoted local part may have an `@` of its own; a domain has none.
        self.0.rsplit_once('@').unwrap_or((&self.0, ""))
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Formatted for EmailAddress {
    const NAME: Option<&'static str> = Some("email");

    fn read(text: &str) -> Result<Self, Refusal> {
        email_rules::address(text).map(Self).map_err(|reason| {
            let msg = format!("value is not a valid email address: {reason}");
            Refusal::new("value_error", msg).with("reason", reason)
        })
    }

    fn refuse(_: &Value) -> Refusal {
        Refusal::new("string_type", "Input should be a valid string")
    }
}

scalar!(EmailAddress);
text_of_serde!(EmailAddress);
