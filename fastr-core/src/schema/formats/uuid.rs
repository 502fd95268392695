//! `uuid::Uuid`.

use serde_json::Value;
use uuid::Uuid;

use crate::schema::format::scalar;
use crate::schema::{Formatted, Refusal};

impl Formatted for Uuid {
    const NAME: Option<&'static str> = Some("uuid");

    /// With hyphens, without, in braces, or as a URN, in any case (RFC 9562, section 4).
    fn read(text: &str) -> Result<Self, Refusal> {
        Self::try_parse(text).map_err(|_| {
            // The quick reading gives no reason; pydantic's words are those of this crate.
            let reason = Self::parse_str(text).map_or_else(|error| error.to_string(), |_| String::new());
            Refusal::because("uuid_parsing", "Input should be a valid UUID, ", reason)
        })
    }

    fn refuse(_: &Value) -> Refusal {
        Refusal::new("uuid_type", "UUID input should be a string, bytes or UUID object")
    }
}

scalar!(Uuid);
