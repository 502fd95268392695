//! Sentences put together while the program is compiled, so that a `const` assertion can name what is wrong.

/// A text of at most 512 bytes that is built in `const` code.
pub struct Message {
    bytes: [u8; 512],
    length: usize,
}

impl Message {
    /// A message that begins with this text.
    pub const fn new(text: &str) -> Self {
        Self {
            bytes: [0; 512],
            length: 0,
        }
        .text(text)
    }

    /// The message with a text behind it.
    #[must_use]
    pub const fn text(mut self, text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut index = 0;
        while index < bytes.len() && self.length < self.bytes.len() {
            self.bytes[self.length] = bytes[index];
            self.length += 1;
            index += 1;
        }
        self
    }

    /// The message with a number behind it.
    #[must_use]
    pub const fn number(self, number: u16) -> Self {
        let shorter = if number >= 10 {
            self.number(number / 10)
        } else {
            self
        };
        let digit = [b'0' + (number % 10) as u8];
        match core::str::from_utf8(&digit) {
            Ok(digit) => shorter.text(digit),
            Err(_) => shorter,
        }
    }

    /// The message with a status behind it, its reason phrase included where it has one.
    #[must_use]
    pub const fn status(self, code: u16) -> Self {
        let with_code = self.number(code);
        match fastr_status::reason_phrase(code) {
            Some(phrase) => with_code.text(" ").text(phrase),
            None => with_code,
        }
    }

    /// The text.
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            // A cut in the middle of a character is the only way here.
            Err(_) => "the message is too long to be shown",
        }
    }
}

/// Ends the compilation with this message, if there is one, at the place that calls it.
///
/// # Panics
///
/// When there is a message.
#[track_caller]
pub const fn hold(problem: Option<Message>) {
    if let Some(message) = problem {
        panic!("{}", message.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_the_code_and_its_phrase() {
        const MESSAGE: Message = Message::new("status ").status(204).text(" of `f`");
        assert_eq!(MESSAGE.as_str(), "status 204 No Content of `f`");
        assert_eq!(Message::new("").status(599).as_str(), "599");
    }
}
