//! The parameters of a header's value: `form-data; name="file"; filename="a.txt"`.

/// The value of the first parameter with this name, in any case; quotes do not belong to it.
///
/// Inside quotes only `\"` and `\\` are escapes: browsers of old send the backslashes of a path as they are. `name*` is
/// another name: no part of a form may have one (RFC 7578, section 4.2).
pub fn parameter(value: &str, name: &str) -> Option<String> {
    let (_, mut rest) = value.split_once(';')?;
    loop {
        let (key, value, after) = first(rest)?;
        if key.eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = after;
    }
}

/// The first parameter, and what stands behind it; one without a value is skipped.
fn first(mut text: &str) -> Option<(&str, String, &str)> {
    loop {
        let end = text.find(['=', ';'])?;
        let (key, rest) = (text[..end].trim(), &text[end + 1..]);
        if text[end..].starts_with('=') {
            let (value, after) = self::value(rest);
            return Some((key, value, after));
        }
        text = rest;
    }
}

fn value(text: &str) -> (String, &str) {
    let text = text.trim_start();
    if let Some((value, rest)) = text.strip_prefix('"').and_then(quoted) {
        return (value, rest.split_once(';').unwrap_or_default().1);
    }
    let (value, rest) = text.split_once(';').unwrap_or((text, ""));
    (value.trim_end().to_owned(), rest)
}

/// What stands before the closing quote, and behind it. Without one the opening quote was none.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut characters = text.char_indices().peekable();
    while let Some((index, character)) = characters.next() {
        match character {
            '"' => return Some((value, &text[index + 1..])),
            '\\' => match characters.next_if(|&(_, next)| next == '"' || next == '\\') {
                Some((_, escaped)) => value.push(escaped),
                None => value.push(character),
            },
            _ => value.push(character),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_is_found_as_clients_write_it() {
        for (header, name, value) in [
            (r#"form-data; name="file""#, "name", Some("file")),
            ("form-data; name=file ; x=y", "name", Some("file")),
            (r#"FORM-DATA; NAME = "file""#, "name", Some("file")),
            (r#"form-data; filename="a;name=b"; name="c""#, "name", Some("c")),
            (r#"form-data; name="a\"b""#, "name", Some("a\"b")),
            (r#"form-data; name="a\\b""#, "name", Some("a\\b")),
            (r#"form-data; name="C:\dir\a""#, "name", Some("C:\\dir\\a")),
            (r#"form-data; name="""#, "name", Some("")),
            ("form-data; name=", "name", Some("")),
            (r#"form-data; name="open"#, "name", Some("\"open")),
            ("form-data; name*=UTF-8''x", "name", None),
            ("form-data; flag; name=x", "name", Some("x")),
            ("form-data; name", "name", None),
            ("name=x", "name", None),
            ("", "name", None),
        ] {
            assert_eq!(parameter(header, name).as_deref(), value, "{header}");
        }
    }
}
