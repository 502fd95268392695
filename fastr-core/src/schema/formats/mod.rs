//! The types with a format: those of the standard library, and those that a Cargo feature brings.

#[cfg(feature = "base64")]
mod base64;
#[cfg(feature = "decimal")]
mod decimal;
#[cfg(feature = "email")]
mod email;
#[cfg(feature = "email")]
mod email_rules;
mod ip;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "url")]
mod url;
#[cfg(feature = "uuid")]
mod uuid;

#[cfg(feature = "base64")]
pub use base64::Base64Bytes;
#[cfg(feature = "email")]
pub use email::EmailAddress;
#[cfg(feature = "url")]
pub use url::HttpUrl;

/// Calls a macro with each type that has a format: the one list of them.
macro_rules! each_format {
    ($each:ident) => {
        $each!(std::net::IpAddr);
        $each!(std::net::Ipv4Addr);
        $each!(std::net::Ipv6Addr);
        #[cfg(feature = "base64")]
        $each!(crate::schema::Base64Bytes);
        #[cfg(feature = "decimal")]
        $each!(rust_decimal::Decimal);
        #[cfg(feature = "email")]
        $each!(crate::schema::EmailAddress);
        #[cfg(feature = "jiff")]
        $each!(jiff::civil::Date);
        #[cfg(feature = "jiff")]
        $each!(jiff::civil::DateTime);
        #[cfg(feature = "jiff")]
        $each!(jiff::civil::Time);
        #[cfg(feature = "jiff")]
        $each!(jiff::SignedDuration);
        #[cfg(feature = "jiff")]
        $each!(jiff::Timestamp);
        #[cfg(feature = "url")]
        $each!(crate::schema::HttpUrl);
        #[cfg(feature = "url")]
        $each!(url::Url);
        #[cfg(feature = "uuid")]
        $each!(uuid::Uuid);
    };
}
pub(crate) use each_format;
