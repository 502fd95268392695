//! What is no JSON, and where, in the words of Python's reader.

/// A mistake of syntax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SyntaxMistake {
    /// Where it is, in characters.
    pub offset: usize,
    /// What it is.
    pub reason: &'static str,
}

/// A place in bytes, and what is wrong there.
pub type Mistake = (usize, &'static str);

pub const UTF8: &str = "Invalid UTF-8";
pub const VALUE: &str = "Expecting value";
pub const NAME: &str = "Expecting property name enclosed in double quotes";
pub const COLON: &str = "Expecting ':' delimiter";
pub const COMMA: &str = "Expecting ',' delimiter";
pub const EXTRA: &str = "Extra data";
pub const UNTERMINATED: &str = "Unterminated string starting at";
pub const CONTROL: &str = "Invalid control character at";
pub const ESCAPE: &str = "Invalid \\escape";
pub const UNICODE: &str = "Invalid \\uXXXX escape";
pub const RANGE: &str = "Number out of range";
pub const DEPTH: &str = "Nested too deeply";
