//! Any text, read as many types by fastr's own reader of JSON and by `serde_json`.

use crate::read_alike::read_alike;

/// The input is the text.
pub fn json_reader(data: &[u8]) {
    if let Ok(json) = str::from_utf8(data) {
        read_alike(json);
    }
}
