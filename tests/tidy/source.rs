//! Source files as tokens: comments gone, the inside of literals hidden, test modules cut away.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file.
pub struct Source {
    /// Its path from the root of the repository.
    pub path: String,
    /// What it says.
    pub text: String,
    /// Its code.
    pub code: Vec<Token>,
}

/// A word, a `::`, any other single character, or `"` for each line of a literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// As it is written.
    pub text: String,
    /// Its line, from 1.
    pub line: usize,
}

impl Source {
    /// A file with this text.
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code: without_tests(&tokens(text)),
        }
    }

    /// How many lines hold code: neither blank, nor comment, nor in a test module.
    pub fn code_lines(&self) -> usize {
        let mut lines: Vec<usize> = self.code.iter().map(|token| token.line).collect();
        lines.dedup();
        lines.len()
    }

    /// The lines, counted from 1, where the code has these tokens one after the other.
    pub fn find<'a>(&'a self, wanted: &'a [&str]) -> impl Iterator<Item = usize> + 'a {
        let found = self.code.windows(wanted.len());
        found
            .filter(move |tokens| tokens.iter().zip(wanted).all(|(token, text)| token.text == *text))
            .map(|tokens| tokens[0].line)
    }

    /// The place of a line, for a message.
    pub fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.path)
    }
}

/// The text of a file.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every Rust file in a folder, in the order of the paths; those of a test module are left out.
pub fn sources(folder: &str) -> Vec<Source> {
    let is_test = |path: &str| {
        let inside = path.strip_prefix(folder).unwrap_or(path);
        inside.ends_with("/tests.rs") || inside.contains("/tests/")
    };
    let kept = files(folder).into_iter().filter(|path| !is_test(path));
    kept.map(|path| Source::new(&path, &read(&path))).collect()
}

/// The path of every Rust file in a folder, from the root of the repository; none if there is no such folder.
pub fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let (inner, others): (Vec<PathBuf>, Vec<PathBuf>) =
            entries.map(|entry| entry.path()).partition(|path| path.is_dir());
        folders.extend(inner);
        found.extend(
            others
                .iter()
                .filter(|path| path.extension().is_some_and(|it| it == "rs"))
                .map(|path| {
                    let inside = path.strip_prefix(root()).unwrap_or(path);
                    inside.to_string_lossy().replace('\\', "/")
                }),
        );
    }
    found.sort();
    found
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
        let length = if let Some(length) = comment(rest) {
            length
        } else if let Some(length) = literal(rest) {
            let lines = rest[..length].lines().enumerate();
            tokens.extend(
                lines
                    .filter(|(_, text)| !text.trim().is_empty())
                    .map(|(index, _)| token("\"", line + index)),
            );
            length
        } else {
            let length = match first {
                _ if word > 0 => word,
                ':' if rest.starts_with("::") => 2,
                other => other.len_utf8(),
            };
            if !first.is_whitespace() {
                tokens.push(token(&rest[..length], line));
            }
            length
        };
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

fn token(text: &str, line: usize) -> Token {
    Token {
        text: text.to_owned(),
        line,
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of the comment that stands here.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    let mut rest = text.strip_prefix("/*")?;
    let mut depth = 1;
    while depth > 0 && !rest.is_empty() {
        let step = match rest {
            _ if rest.starts_with("/*") => 1,
            _ if rest.starts_with("*/") => -1,
            _ => 0,
        };
        depth += step;
        let mut left = rest.chars();
        left.nth(usize::from(step != 0));
        rest = left.as_str();
    }
    Some(text.len() - rest.len())
}

/// The length of the text, byte or character literal that stands here.
fn literal(text: &str) -> Option<usize> {
    let prefix = ["br", "cr", "b", "c", "r", ""].into_iter().find(|prefix| {
        text.strip_prefix(prefix)
            .is_some_and(|rest| rest.starts_with(['"', '\'', '#']))
    })?;
    let rest = &text[prefix.len()..];
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    if prefix.ends_with('r') {
        let inside = rest[hashes..].strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        let length = inside.find(&end).map_or(inside.len(), |at| at + end.len());
        return Some(prefix.len() + hashes + 1 + length);
    }
    let quote = rest.chars().next().filter(|&quote| quote != '#')?;
    // A quote that is not closed behind one character begins a lifetime.
    if quote == '\'' && !rest.starts_with("'\\") && rest.chars().nth(2) != Some('\'') {
        return None;
    }
    let mut escaped = false;
    let end = rest[1..].find(|c: char| {
        let ends = c == quote && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    Some(prefix.len() + end.map_or(rest.len(), |at| at + 2))
}

/// Leaves out every `#[cfg(test)] mod … { … }`.
fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(length) = test_module(&tokens[at..]) {
            at += length;
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// The length of the test module that stands here, its attributes included.
fn test_module(tokens: &[Token]) -> Option<usize> {
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.text == text);
    if !(is(0, "#") && is(1, "[") && is(2, "cfg")) {
        return None;
    }
    let mut at = 0;
    let mut for_tests = false;
    while is(at, "#") && is(at + 1, "[") {
        let end = at + 1 + closed(&tokens[at + 1..])?;
        for_tests |= is(at + 2, "cfg") && tokens[at..end].iter().any(|token| token.text == "test");
        at = end;
    }
    if is(at, "pub") {
        at += 1;
        if is(at, "(") {
            at += closed(&tokens[at..])?;
        }
    }
    let found = for_tests && is(at, "mod") && is(at + 2, "{");
    found.then_some(at + 2 + closed(&tokens[at + 2..])?)
}

/// The length of the bracket that stands here, up to the one that closes it.
fn closed(tokens: &[Token]) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate() {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return Some(index + 1);
        }
    }
    None
}

#[test]
fn comments_literals_and_test_modules_are_no_code() {
    let text = r##"//! Top.
use a::b; // todo!()
/* x /* y */ z */ fn f<'a>(c: char) -> &'a str {
    match c { '"' | '\'' => "todo!()", _ => r#" " } "# }
}

const TEXT: &str = "one

three";

#[cfg(test)]
#[allow(unused)]
mod tests {
    fn g() { x.unwrap() }
}
const LAST: u8 = b'}';
"##;
    let source = Source::new("a.rs", text);
    let all: Vec<&str> = source.code.iter().map(|token| token.text.as_str()).collect();
    let written = "use a :: b ; fn f < ' a > ( c : char ) - > & ' a str { match c { \" | \" = > \" , _ = > \" } } \
                   const TEXT : & str = \" \" ; const LAST : u8 = \" ;";
    assert_eq!(all.join(" "), written);
    assert_eq!(source.code_lines(), 7);
    assert_eq!(source.find(&["const"]).collect::<Vec<_>>(), [7, 16]);
}
