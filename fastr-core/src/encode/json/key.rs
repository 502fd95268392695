//! The keys of objects, which are texts whatever they were.

use serde::Serialize;
use serde::ser::Error as _;
use serde_json::{Error, Result};

use super::Writer;

/// Writes any key and the colon: a number or a bool becomes a text.
///
/// # Errors
///
/// When it is none of these.
pub fn any<T: Serialize + ?Sized>(json: &mut Vec<u8>, key: &T) -> Result<()> {
    let start = json.len();
    key.serialize(Writer(json))?;
    quote(json, start)
}

/// Makes a text of the key that was written there.
fn quote(json: &mut Vec<u8>, start: usize) -> Result<()> {
    match json.get(start) {
        Some(b'"') => {}
        Some(b'-' | b'0'..=b'9' | b't' | b'f') => {
            json.insert(start, b'"');
            json.push(b'"');
        }
        _ => return Err(Error::custom("key must be a string")),
    }
    json.push(b':');
    Ok(())
}
