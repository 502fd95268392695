//! A document as YAML 1.2, for people to read. Only what JSON knows is written, so it is no more than layout.

use std::fmt::Write;

use serde_json::Value;

/// The value as YAML 1.2, in block style: the document as people like to read it.
///
/// ```
/// # use fastr_core::private::openapi::yaml;
/// let value = serde_json::json!({ "title": "Shop", "version": "1.0", "tags": ["items"] });
/// assert_eq!(yaml(&value), "title: Shop\nversion: \"1.0\"\ntags:\n  - items\n");
/// ```
pub fn yaml(value: &Value) -> String {
    let mut text = String::new();
    block(value, 0, &mut text);
    text
}

/// Writes what follows a key or a dash, and the end of its line.
fn block(value: &Value, depth: usize, text: &mut String) {
    match value {
        Value::Object(entries) if !entries.is_empty() => {
            for (key, value) in entries {
                begin(depth, text);
                text.push_str(&scalar(key));
                text.push(':');
                nested(value, depth + 1, text);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                begin(depth, text);
                text.push_str("- ");
                match item {
                    Value::Object(_) | Value::Array(_) => block(item, depth + 1, text),
                    other => line(other, depth + 1, text),
                }
            }
        }
        other => line(other, depth, text),
    }
}

/// Writes the value of a key.
fn nested(value: &Value, depth: usize, text: &mut String) {
    let is_block = match value {
        Value::Object(entries) => !entries.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => false,
    };
    if is_block {
        text.push('\n');
        block(value, depth, text);
    } else {
        text.push(' ');
        line(value, depth, text);
    }
}

/// Writes a value that has no block of its own, and the end of the line.
fn line(value: &Value, depth: usize, text: &mut String) {
    match value {
        Value::String(written) if reads_well_in_lines(written) => {
            // Whether the last line ends, too.
            let (mark, lines) = match written.strip_suffix('\n') {
                Some(lines) => ("|\n", lines),
                None => ("|-\n", written.as_str()),
            };
            text.push_str(mark);
            for line in lines.split('\n') {
                if !line.is_empty() {
                    indent(depth.max(1), text);
                    text.push_str(line);
                }
                text.push('\n');
            }
            return;
        }
        Value::String(written) => text.push_str(&scalar(written)),
        // Numbers, `true`, `null`, `[]` and `{}` are written as in JSON.
        other => text.push_str(&other.to_string()),
    }
    text.push('\n');
}

/// Begins a line, unless it is the one behind a dash.
fn begin(depth: usize, text: &mut String) {
    if !text.ends_with("- ") {
        indent(depth, text);
    }
}

fn indent(depth: usize, text: &mut String) {
    for _ in 0..depth {
        text.push_str("  ");
    }
}

/// A text in one line: bare where nothing could take it for anything else, in quotes as in JSON otherwise.
fn scalar(text: &str) -> String {
    if is_bare(text) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// Whether every reader of YAML, of an older version too, takes these letters for a text.
fn is_bare(text: &str) -> bool {
    const WORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let begins = text.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '/' | '$'));
    let goes_on = text.chars().all(|letter| {
        letter.is_ascii_alphanumeric() || matches!(letter, '/' | '$' | '_' | '-' | '.' | ' ' | '{' | '}')
    });
    begins && goes_on && !text.ends_with(' ') && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// A text of several lines, each of which can stand there as it is.
fn reads_well_in_lines(text: &str) -> bool {
    text.contains('\n')
        && !text.starts_with([' ', '\n'])
        && !text.ends_with("\n\n")
        && text.chars().all(|letter| letter == '\n' || is_printable(letter))
        // A line of spaces alone would be read as an empty one.
        && text.split('\n').all(|line| line.is_empty() || !line.trim_matches(' ').is_empty())
}

fn is_printable(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a0}'..='\u{2027}' | '\u{202a}'..='\u{d7ff}' | '\u{e000}'..='\u{fefe}'
        | '\u{ff00}'..='\u{fffd}' | '\u{10000}'..)
}

/// In quotes, with everything escaped that YAML would not print.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            letter if is_printable(letter) => quoted.push(letter),
            letter if u32::from(letter) <= 0xffff => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(letter));
            }
            letter => {
                let _ = write!(quoted, "\\U{:08x}", u32::from(letter));
            }
        }
    }
    quoted.push('"');
    quoted
}
