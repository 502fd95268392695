//! Whether two spellings are of one value.

use jiff::civil::{DateTime, Time};
use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;
use serde_json::Value;

/// Whether the values are the same, each in the spelling of its library.
pub fn is_same(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => theirs
            .iter()
            .all(|(name, value)| ours.get(name).is_some_and(|ours| is_same(ours, value))),
        (Value::String(ours), Value::String(theirs)) => ours == theirs || is_same_text(ours, theirs),
        // The recorded server says durations in seconds.
        (Value::String(ours), Value::Number(theirs)) => ours
            .parse()
            .is_ok_and(|ours: SignedDuration| Some(ours.as_secs_f64()) == theirs.as_f64()),
        _ => ours == theirs,
    }
}

fn is_same_text(ours: &str, theirs: &str) -> bool {
    both::<Timestamp>(ours, theirs)
        || both::<DateTime>(ours, theirs)
        || both::<Time>(ours, theirs)
        || both::<Decimal>(ours, theirs)
        || both::<Decimal>(ours, &plain(theirs))
        || is_same_duration(ours, theirs)
}

fn both<T: std::str::FromStr + PartialEq>(ours: &str, theirs: &str) -> bool {
    matches!((ours.parse::<T>(), theirs.parse::<T>()), (Ok(ours), Ok(theirs)) if ours == theirs)
}

/// A number with an exponent without it.
fn plain(text: &str) -> String {
    Decimal::from_scientific(text).map_or_else(|_| text.to_owned(), |number| number.to_string())
}

/// `P3DT12H` and `PT84H`.
fn is_same_duration(ours: &str, theirs: &str) -> bool {
    let span = theirs.parse::<jiff::Span>();
    let theirs = span.and_then(|span| span.to_duration(jiff::SpanRelativeTo::days_are_24_hours()));
    matches!((ours.parse::<SignedDuration>(), theirs), (Ok(ours), Ok(theirs)) if ours == theirs)
}
