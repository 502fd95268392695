//! The scalars that are no integers.

use serde_json::Value;

use super::integers::without_underscores;
use super::{Constraints, Scalar, Schema, Shape};

macro_rules! number {
    ($($type:ty),*) => {$(
        impl Schema for $type {
            fn shape() -> Shape {
                Shape::Number
            }

            fn satisfies(&self, constraints: &Constraints) -> bool {
                constraints.allow_number(f64::from(*self))
            }
        }

        impl Scalar for $type {
            fn parse(text: &str) -> Option<Self> {
                let text = text.trim();
                text.parse().ok().or_else(|| without_underscores(text)?.parse().ok())
            }
        }
    )*};
}

number!(f32, f64);

impl Schema for bool {
    fn shape() -> Shape {
        Shape::Bool
    }
}

impl Scalar for bool {
    /// pydantic's words, in any case.
    fn parse(text: &str) -> Option<Self> {
        const YES: [&str; 6] = ["true", "1", "yes", "on", "t", "y"];
        const NO: [&str; 6] = ["false", "0", "no", "off", "f", "n"];
        if YES.iter().any(|word| text.eq_ignore_ascii_case(word)) {
            Some(true)
        } else {
            NO.iter()
                .any(|word| text.eq_ignore_ascii_case(word))
                .then_some(false)
        }
    }
}

impl Schema for char {
    fn shape() -> Shape {
        Shape::Char
    }
}

impl Scalar for char {
    fn parse(text: &str) -> Option<Self> {
        let mut characters = text.chars();
        characters.next().filter(|_| characters.next().is_none())
    }
}

impl Schema for String {
    fn shape() -> Shape {
        Shape::Text
    }

    fn satisfies(&self, constraints: &Constraints) -> bool {
        constraints.allow_text(self)
    }
}

impl Scalar for String {
    const ANY_TEXT: bool = true;

    fn parse(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl Schema for Value {
    fn shape() -> Shape {
        Shape::Any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bool_is_one_of_the_words_of_pydantic() {
        for text in ["true", "True", "1", "on", "YES", "t", "y"] {
            assert_eq!(bool::parse(text), Some(true), "{text}");
        }
        for text in ["false", "0", "off", "No", "f", "n"] {
            assert_eq!(bool::parse(text), Some(false), "{text}");
        }
        for text in ["", "2", "tru", " true", "oui"] {
            assert_eq!(bool::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_char_is_just_one_character() {
        assert_eq!(char::parse("é"), Some('é'));
        assert_eq!(char::parse(""), None);
        assert_eq!(char::parse("ab"), None);
    }
}
