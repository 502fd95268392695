//! The braces in a message.

/// What stands in a pair of braces.
#[derive(Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// Nothing, or nothing but how to write it.
    Empty,
    /// The name or number of a field.
    Field(String),
}

/// Every pair of braces. What is no pair is told by the compiler.
pub fn placeholders(message: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let mut rest = message;
    while let Some((_, behind)) = rest.split_once('{') {
        if let Some(escaped) = behind.strip_prefix('{') {
            rest = escaped;
            continue;
        }
        let Some((inside, behind)) = behind.split_once('}') else {
            break;
        };
        let name = inside.split(':').next().unwrap_or_default().trim();
        found.push(if name.is_empty() {
            Placeholder::Empty
        } else {
            Placeholder::Field(name.to_owned())
        });
        rest = behind;
    }
    found
}

/// The message with names in the place of the numbers of fields: `{0}` becomes `{prefix0}`.
pub fn with_names(message: &str, prefix: &str) -> String {
    let mut named = String::new();
    let mut rest = message;
    while let Some((before, behind)) = rest.split_once('{') {
        named.push_str(before);
        named.push('{');
        rest = behind;
        if let Some(escaped) = behind.strip_prefix('{') {
            named.push('{');
            rest = escaped;
        } else if behind.starts_with(|letter: char| letter.is_ascii_digit()) {
            named.push_str(prefix);
        }
    }
    named + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_are_found_and_doubled_ones_are_text() {
        let field = |name: &str| Placeholder::Field(name.to_owned());
        for (message, expected) in [
            ("plain", vec![]),
            ("{name} of {0:>3}", vec![field("name"), field("0")]),
            ("{{name}} {}", vec![Placeholder::Empty]),
            ("{:?}", vec![Placeholder::Empty]),
            ("{ open", vec![]),
        ] {
            assert_eq!(placeholders(message), expected, "{message}");
        }
    }

    #[test]
    fn numbers_become_names() {
        assert_eq!(
            with_names("{0} {{0}} {name} {1:?}", "it_"),
            "{it_0} {{0}} {name} {it_1:?}"
        );
    }
}
