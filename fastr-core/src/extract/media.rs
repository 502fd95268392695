//! A body of a media type that the operation does not read.

use fastr_status::HTTP_415_UNSUPPORTED_MEDIA_TYPE;
use http::HeaderMap;
use http::header::CONTENT_TYPE;

use crate::decode::header::{essence, text};
use crate::error::HttpException;

/// No media type of those that are registered is as long.
const LONGEST: usize = 100;

/// Says as what the body must be sent, and as what it came.
#[cold]
pub fn unsupported(wanted: &str, headers: &HeaderMap) -> HttpException {
    let came = match headers.get(CONTENT_TYPE).map(text) {
        None => "without a Content-Type".to_owned(),
        Some(content_type) => match essence(&content_type) {
            "" => "with an empty Content-Type".to_owned(),
            essence => format!("as {}", shown(essence)),
        },
    };
    HttpException::new(
        HTTP_415_UNSUPPORTED_MEDIA_TYPE,
        format!("The body must be sent as {wanted}, and it came {came}"),
    )
}

/// What somebody wrote, short and with nothing in it but what a media type has (RFC 9110, sections 5.6.2 and 8.3.1).
fn shown(essence: &str) -> String {
    let is_of_one = |letter: char| letter.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~/".contains(letter);
    let mut letters = essence
        .chars()
        .map(|letter| if is_of_one(letter) { letter } else { '?' });
    let mut shown: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}
