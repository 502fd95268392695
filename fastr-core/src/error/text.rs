//! JSON that is kept as text, as it is only ever sent.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

/// A piece of JSON as text, in a [`ValidationError`](super::ValidationError).
///
/// A text keeps what a [`Value`] has no place for, such as a whole number beyond 64 bits.
///
/// ```
/// # use fastr_core::private::JsonText;
/// let text = JsonText::of(&["a", "b"]);
/// assert_eq!(text.as_str(), r#"["a","b"]"#);
/// assert_eq!(text.to_value()[1], "b");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonText(String);

impl JsonText {
    /// The JSON of a value. One that cannot be JSON, as a map whose keys are no texts, is `null`.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Self {
        Self(serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned()))
    }

    /// The same of what was received. Of more than 8 KiB of JSON only the beginning is told, as a text: a body can be wrong in many
    /// places, and each would tell all of it again.
    pub fn of_input<T: Serialize + ?Sized>(value: &T) -> Self {
        let mut beginning = Beginning {
            json: Vec::with_capacity(FEW),
            is_cut: false,
        };
        match serde_json::to_writer(&mut beginning, value) {
            Err(_) if beginning.is_cut => Self::of(&format!("{}…", beginning.shown())),
            Err(_) => Self::of(&()),
            Ok(()) => Self(String::from_utf8(beginning.json).unwrap_or_default()),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The JSON as a value. A number that it has no place for is the float next to it.
    pub fn to_value(&self) -> Value {
        self.0.parse().unwrap_or_default()
    }
}

/// How much room is made for an input, in bytes: most are small.
const FEW: usize = 128;

/// So many bytes of an input are told.
const MOST: usize = 8192;

/// The longest of what one character is written as: `\ud83e\udd80`.
const SURROGATE_PAIR: usize = 12;

/// The beginning of what is written.
struct Beginning {
    json: Vec<u8>,
    is_cut: bool,
}

impl Beginning {
    /// What is told of more: of a text what it says, of anything else its JSON.
    fn shown(&self) -> String {
        let whole = self.json.utf8_chunks().next().map_or("", |chunk| chunk.valid());
        // It may end in the middle of an escape.
        let ends = (0..=SURROGATE_PAIR).filter_map(|cut| whole.get(..whole.len().checked_sub(cut)?));
        let mut texts = ends.filter_map(|text| serde_json::from_str(&format!("{text}\"")).ok());
        texts.next().unwrap_or_else(|| whole.to_owned())
    }
}

impl Write for Beginning {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        self.write_all(piece).map(|()| piece.len())
    }

    fn write_all(&mut self, piece: &[u8]) -> io::Result<()> {
        let room = MOST - self.json.len();
        let (piece, behind) = piece.split_at(piece.len().min(room));
        self.json.extend_from_slice(piece);
        self.is_cut = !behind.is_empty();
        if self.is_cut {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_input_is_told_by_its_beginning() {
        let whole = "a".repeat(MOST - 2);
        assert_eq!(JsonText::of_input(&whole), JsonText::of(&whole));
        let long = JsonText::of_input(&format!("{whole}b"));
        assert_eq!(long.to_value(), format!("{whole}b…"));
        let letters = "é".repeat(MOST);
        let told = JsonText::of_input(&letters).to_value();
        assert_eq!(told, format!("{}…", "é".repeat((MOST - 1) / 2)));
        let escaped = JsonText::of_input(&"\u{1}".repeat(MOST)).to_value();
        assert_eq!(escaped, format!("{}…", "\u{1}".repeat((MOST - 1) / 6)));
        let list = JsonText::of_input(&vec![1; MOST]).to_value();
        assert!(
            list.as_str()
                .is_some_and(|list| list.starts_with("[1,1,") && list.ends_with('…'))
        );
    }
}
