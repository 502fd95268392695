//! The first mistake of syntax in a JSON text (RFC 8259), found where Python's reader finds it and in its words.
//!
//! It is looked for when `serde_json` has refused the text already. What `serde_json` asks beyond the grammar is asked
//! here too: UTF-8, whole surrogate pairs, numbers that an `f64` can hold, and no more than 127 brackets in each other.

/// A mistake of syntax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SyntaxMistake {
    /// Where it is, in characters.
    pub offset: usize,
    /// What it is.
    pub reason: &'static str,
}

/// The first mistake in the text, if it has one.
pub fn first_mistake(bytes: &[u8]) -> Option<SyntaxMistake> {
    let (at, reason) = match str::from_utf8(bytes) {
        Ok(_) => Scanner::new(bytes).scan().err()?,
        Err(error) => (error.valid_up_to(), "Invalid UTF-8"),
    };
    Some(SyntaxMistake {
        offset: String::from_utf8_lossy(&bytes[..at]).chars().count(),
        reason,
    })
}

/// How many brackets `serde_json` does not open in each other any more.
const TOO_DEEP: usize = 128;

const VALUE: &str = "Expecting value";
const NAME: &str = "Expecting property name enclosed in double quotes";
const COLON: &str = "Expecting ':' delimiter";
const COMMA: &str = "Expecting ',' delimiter";
const EXTRA: &str = "Extra data";
const UNTERMINATED: &str = "Unterminated string starting at";
const CONTROL: &str = "Invalid control character at";
const ESCAPE: &str = "Invalid \\escape";
const UNICODE: &str = "Invalid \\uXXXX escape";
const RANGE: &str = "Number out of range";
const DEPTH: &str = "Nested too deeply";

/// A place in bytes, and what is wrong there.
type Mistake = (usize, &'static str);

struct Scanner<'text> {
    text: &'text [u8],
    at: usize,
    open: Vec<Bracket>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bracket {
    Object,
    List,
}

impl Bracket {
    fn end(self) -> u8 {
        match self {
            Self::Object => b'}',
            Self::List => b']',
        }
    }
}

impl<'text> Scanner<'text> {
    fn new(text: &'text [u8]) -> Self {
        Self {
            text,
            at: 0,
            open: Vec::new(),
        }
    }

    /// Reads one value and the end of the text. No function calls itself: the depth of the text costs no stack.
    fn scan(mut self) -> Result<(), Mistake> {
        self.space();
        loop {
            if self.begin_value()? {
                while self.close()? {}
                let Some(bracket) = self.open.last() else {
                    return self.end();
                };
                self.next_entry(*bracket)?;
            }
        }
    }

    /// Reads a value, or the beginning of one that holds others. Whether it is whole.
    fn begin_value(&mut self) -> Result<bool, Mistake> {
        match self.peek() {
            Some(b'"') => self.string()?,
            Some(b'{') => return self.begin(Bracket::Object),
            Some(b'[') => return self.begin(Bracket::List),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        }
        Ok(true)
    }

    fn begin(&mut self, bracket: Bracket) -> Result<bool, Mistake> {
        if self.open.len() + 1 == TOO_DEEP {
            return self.mistake(DEPTH);
        }
        self.at += 1;
        self.space();
        if self.peek() == Some(bracket.end()) {
            self.at += 1;
            return Ok(true);
        }
        self.open.push(bracket);
        if bracket == Bracket::Object {
            self.name()?;
        }
        Ok(false)
    }

    /// Closes the innermost bracket if it ends here. Whether it does.
    fn close(&mut self) -> Result<bool, Mistake> {
        self.space();
        let Some(&bracket) = self.open.last() else {
            return Ok(false);
        };
        match self.peek() {
            Some(byte) if byte == bracket.end() => {
                self.at += 1;
                self.open.pop();
                Ok(true)
            }
            Some(b',') => Ok(false),
            _ => self.mistake(COMMA),
        }
    }

    /// Reads the comma, and the name where one is due.
    fn next_entry(&mut self, bracket: Bracket) -> Result<(), Mistake> {
        self.at += 1;
        self.space();
        match bracket {
            Bracket::Object => self.name(),
            Bracket::List => Ok(()),
        }
    }

    fn name(&mut self) -> Result<(), Mistake> {
        if self.peek() != Some(b'"') {
            return self.mistake(NAME);
        }
        self.string()?;
        self.space();
        if self.peek() != Some(b':') {
            return self.mistake(COLON);
        }
        self.at += 1;
        self.space();
        Ok(())
    }

    fn end(&mut self) -> Result<(), Mistake> {
        if self.at == self.text.len() {
            Ok(())
        } else {
            self.mistake(EXTRA)
        }
    }

    fn word(&mut self) -> Result<(), Mistake> {
        let words: [&[u8]; 3] = [b"true", b"false", b"null"];
        let rest = &self.text[self.at..];
        match words.into_iter().find(|word| rest.starts_with(word)) {
            Some(word) => {
                self.at += word.len();
                Ok(())
            }
            None => self.mistake(VALUE),
        }
    }

    fn number(&mut self) -> Result<(), Mistake> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        match self.peek() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => self.at += digits(&self.text[self.at..]),
            _ => return Err((start, VALUE)),
        }
        self.at += fraction(&self.text[self.at..]);
        self.at += exponent(&self.text[self.at..]);
        let number = str::from_utf8(&self.text[start..self.at]).ok();
        match number.and_then(|number| number.parse::<f64>().ok()) {
            Some(number) if number.is_finite() => Ok(()),
            _ => Err((start, RANGE)),
        }
    }

    fn string(&mut self) -> Result<(), Mistake> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek() {
                None => return Err((start, UNTERMINATED)),
                Some(b'"') => break,
                Some(b'\\') => self.escape(start)?,
                Some(..b' ') => return self.mistake(CONTROL),
                Some(_) => self.at += 1,
            }
        }
        self.at += 1;
        Ok(())
    }

    fn escape(&mut self, string: usize) -> Result<(), Mistake> {
        match self.text.get(self.at + 1) {
            None => Err((string, UNTERMINATED)),
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 2;
                Ok(())
            }
            Some(b'u') => self.unicode_escape(),
            Some(_) => self.mistake(ESCAPE),
        }
    }

    /// One escape, or the two of a surrogate pair.
    fn unicode_escape(&mut self) -> Result<(), Mistake> {
        let lone = Err((self.at + 1, UNICODE));
        match self.code_unit()? {
            0xd800..=0xdbff if self.text[self.at..].starts_with(b"\\u") => match self.code_unit()? {
                0xdc00..=0xdfff => Ok(()),
                _ => lone,
            },
            0xd800..=0xdfff => lone,
            _ => Ok(()),
        }
    }

    /// The four digits behind `\u`. Something must stand behind them, if only the end of the string.
    fn code_unit(&mut self) -> Result<u16, Mistake> {
        let digits = self.text.get(self.at + 2..self.at + 6);
        let digits = digits.filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let unit = digits
            .and_then(|digits| str::from_utf8(digits).ok())
            .and_then(|digits| u16::from_str_radix(digits, 16).ok())
            .filter(|_| self.at + 6 < self.text.len());
        let Some(unit) = unit else {
            return Err((self.at + 1, UNICODE));
        };
        self.at += 6;
        Ok(unit)
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn mistake<T>(&self, reason: &'static str) -> Result<T, Mistake> {
        Err((self.at, reason))
    }
}

fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The length of a fraction. A point without digits is none.
fn fraction(text: &[u8]) -> usize {
    match text {
        [b'.', rest @ ..] if digits(rest) > 0 => 1 + digits(rest),
        _ => 0,
    }
}

/// The length of an exponent. One without digits is none.
fn exponent(text: &[u8]) -> usize {
    let (before, rest) = match text {
        [b'e' | b'E', b'+' | b'-', rest @ ..] => (2, rest),
        [b'e' | b'E', rest @ ..] => (1, rest),
        _ => return 0,
    };
    match digits(rest) {
        0 => 0,
        count => before + count,
    }
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
