//! One entry of an object, as it is written; the others are passed over.

use serde_json::Result;

use super::quick::Reader;

/// What stands under a name, the last time where it comes again.
///
/// # Errors
///
/// When the text is no JSON, or no object.
pub fn part<'text>(json: &'text str, name: &str) -> Result<Option<&'text str>> {
    let mut reader = Reader::new(json);
    let mut found = None;
    reader.enter_object()?;
    let mut is_first = true;
    while reader.next_name(&mut is_first)? {
        let is_it = reader.text()? == name;
        reader.colon()?;
        let part = reader.raw()?;
        if is_it {
            found = Some(part);
        }
    }
    reader.leave_object()?;
    reader.end()?;
    Ok(found)
}
