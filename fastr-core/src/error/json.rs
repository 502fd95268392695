//! A mistake as JSON. It is written by hand, as most of it is known: only what comes from elsewhere is looked at for
//! what has to be escaped.

use serde_json::Value;

use super::{JsonText, Loc, ValidationError};

impl ValidationError {
    /// Writes the mistake in the form of pydantic.
    ///
    /// ```
    /// # use fastr_core::private::{JsonText, ValidationError};
    /// let mistake = ValidationError {
    ///     kind: "missing".into(),
    ///     loc: vec!["body".into(), "tags".into(), 0.into()],
    ///     msg: "Field required".into(),
    ///     input: JsonText::of("\"x\""),
    ///     ctx: Vec::new(),
    /// };
    /// let mut json = String::new();
    /// mistake.write_json(&mut json);
    /// assert_eq!(
    ///     json,
    ///     r#"{"type":"missing","loc":["body","tags",0],"msg":"Field required","input":"\"x\""}"#
    /// );
    /// ```
    pub fn write_json(&self, json: &mut String) {
        json.push_str("{\"type\":");
        text(&self.kind, json);
        json.push_str(",\"loc\":");
        each('[', &self.loc, ']', json, step);
        json.push_str(",\"msg\":");
        text(&self.msg, json);
        json.push_str(",\"input\":");
        json.push_str(self.input.as_str());
        if !self.ctx.is_empty() {
            json.push_str(",\"ctx\":");
            each('{', &self.ctx, '}', json, entry);
        }
        json.push('}');
    }

    /// About how long it is as JSON.
    pub fn json_length(&self) -> usize {
        const WORDS: usize = 128;
        self.msg.len() + self.input.as_str().len() + WORDS
    }
}

fn each<T>(open: char, items: &[T], close: char, json: &mut String, write: fn(&T, &mut String)) {
    let mut before = open;
    for item in items {
        json.push(before);
        write(item, json);
        before = ',';
    }
    if items.is_empty() {
        json.push(open);
    }
    json.push(close);
}

fn step(step: &Loc, json: &mut String) {
    match step {
        Loc::Name(name) => text(name, json),
        Loc::Index(index) => json.push_str(&index.to_string()),
    }
}

fn entry((name, value): &(&'static str, JsonText), json: &mut String) {
    text(name, json);
    json.push(':');
    json.push_str(value.as_str());
}

#[expect(
    clippy::needless_bitwise_bool,
    reason = "every byte is looked at, not only up to the first that is escaped: so several are looked at at once"
)]
fn text(text: &str, json: &mut String) {
    let is_plain = text.bytes().fold(true, |plain, byte| {
        plain & (byte >= b' ') & (byte != b'"') & (byte != b'\\')
    });
    if is_plain {
        json.push('"');
        json.push_str(text);
        json.push('"');
    } else {
        json.push_str(&Value::from(text).to_string());
    }
}
