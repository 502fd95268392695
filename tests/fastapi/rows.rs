//! The recorded rows.

use serde::Deserialize;
use serde_json::Value;

/// A request and FastAPI's answer to it.
#[derive(Deserialize)]
pub struct Row {
    /// Its name.
    pub id: String,
    /// Whether FastAPI accepted a value of another type than the declared one.
    #[serde(default)]
    pub lax: bool,
    /// The request.
    pub request: Request,
    /// FastAPI's answer.
    pub answer: Answer,
}

/// What was asked.
#[derive(Deserialize)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The path and the query, as they stand on the wire.
    pub path: String,
    /// The headers, in order.
    pub headers: Vec<(String, String)>,
    body: Option<String>,
    body_base64: Option<String>,
}

impl Request {
    /// The bytes of the body.
    pub fn body(&self) -> Vec<u8> {
        match (&self.body, &self.body_base64) {
            (Some(text), _) => text.clone().into_bytes(),
            (None, Some(text)) => from_base64(text),
            (None, None) => Vec::new(),
        }
    }
}

/// What was answered.
#[derive(Deserialize)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The content type, if there was one.
    pub content_type: Option<String>,
    /// The header `allow`.
    pub allow: Option<String>,
    /// The header `location`.
    pub location: Option<String>,
    /// The body, when it is JSON.
    pub body: Option<Value>,
    /// The body, when it is not.
    pub body_text: Option<String>,
}

#[derive(Deserialize)]
struct Recording {
    rows: Vec<Row>,
}

/// All rows.
pub fn recorded() -> Vec<Row> {
    let recording: Recording =
        serde_json::from_str(include_str!("answers.json")).expect("the recording is JSON");
    recording.rows
}

/// RFC 4648, section 4. The text is ours, so nothing else is expected in it.
fn from_base64(text: &str) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for digit in text
        .bytes()
        .filter_map(|byte| DIGITS.iter().position(|&digit| digit == byte))
    {
        bits = (bits << 6) | u32::try_from(digit).expect("a digit is less than 64");
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xff).expect("it is one byte"));
        }
    }
    bytes
}
