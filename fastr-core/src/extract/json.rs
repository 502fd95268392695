//! Arguments from a JSON body: decoded straight from the bytes, looked at again only when something is wrong.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, Hash};

use fastr_status::StatusSet;
use fastr_status::{
    HTTP_413_CONTENT_TOO_LARGE, HTTP_415_UNSUPPORTED_MEDIA_TYPE, HTTP_422_UNPROCESSABLE_CONTENT,
};
use http::HeaderValue;
use http::header::CONTENT_TYPE;
use serde_json::Value;

use super::media::unsupported;
use super::{Arg, Argument, Found};
use crate::decode::header::{essence, text};
use crate::decode::json::{Node, SyntaxMistake, from_str, part, read};
use crate::error::ValidationError;
use crate::request::{Call, Payload};
use crate::route::{BodyUse, Parameter, Source};
use crate::schema::{Scalar, Schema, Shape, ShapeOf};
use crate::validate::{self, Step, Way};

/// The statuses with which a JSON body can be refused.
pub const STATUSES: StatusSet = StatusSet::of(&[
    HTTP_413_CONTENT_TOO_LARGE,
    HTTP_415_UNSUPPORTED_MEDIA_TYPE,
    HTTP_422_UNPROCESSABLE_CONTENT,
]);

/// How nearly every client names it.
const MEDIA_TYPE: &str = "application/json";

/// Looks for a value in the JSON body: the whole of it, or one key when several parameters share it.
pub fn find<T: Schema>(call: &mut Call, parameter: &Parameter) -> Found<T> {
    let Payload::Bytes(bytes) = &call.payload else {
        return Found::Absent;
    };
    if bytes.is_empty() {
        return Found::Absent;
    }
    if !is_json(call) {
        let headers = &call.head.headers;
        call.refusal
            .get_or_insert_with(|| unsupported(MEDIA_TYPE, headers));
        return Found::Wrong;
    }
    if call.embedded {
        return embedded(call, parameter);
    }
    if stands_for_nothing(parameter) && bytes.trim_ascii() == b"null" {
        return Found::Absent;
    }
    // To look at all of it at once is less than to look at each text in it.
    let Ok(text) = str::from_utf8(bytes) else {
        return explain(call, parameter, None);
    };
    match from_str::<T>(text) {
        Ok(value) if keeps(&value, parameter) => Found::Value(value),
        Ok(_) => explain(call, parameter, None),
        Err(error) => explain(call, parameter, Some(&error)),
    }
}

fn keeps<T: Schema>(value: &T, parameter: &Parameter) -> bool {
    value.is_valid()
        && parameter
            .constraints()
            .is_none_or(|constraints| value.satisfies(constraints))
}

/// `application/json`, or any other `application/` with the suffix `+json` (RFC 6839).
#[inline]
fn is_json(call: &Call) -> bool {
    let content_type = call.head.headers.get(CONTENT_TYPE);
    content_type.is_some_and(|value| value == MEDIA_TYPE || is_kind_of_json(value))
}

fn is_kind_of_json(content_type: &HeaderValue) -> bool {
    let content_type = text(content_type);
    let Some((kind, subtype)) = essence(&content_type).split_at_checked("application/".len()) else {
        return false;
    };
    let suffix = subtype
        .len()
        .checked_sub("+json".len())
        .and_then(|at| subtype.get(at..));
    kind.eq_ignore_ascii_case("application/")
        && (subtype.eq_ignore_ascii_case("json")
            || suffix.is_some_and(|suffix| suffix.eq_ignore_ascii_case("+json")))
}

#[cold]
fn explain<T: Schema>(call: &mut Call, parameter: &Parameter, error: Option<&serde_json::Error>) -> Found<T> {
    let Payload::Bytes(bytes) = &call.payload else {
        return Found::Wrong;
    };
    let errors = &mut call.errors;
    let input = match read(bytes) {
        Ok(input) => input,
        Err(mistake) => {
            malformed(mistake, errors);
            return Found::Wrong;
        }
    };
    if !call.embedded {
        blame(
            &T::shape(),
            parameter,
            &input,
            &Way::source("body"),
            error,
            errors,
        );
        return Found::Wrong;
    }
    let at = Way::of("body", Step::Name(parameter.name));
    match input.get(parameter.name) {
        Some(input) => blame(&T::shape(), parameter, input, &at, error, errors),
        // A body that is no object has none of the keys.
        None => errors.push(validate::missing(&at, &Value::Null)),
    }
    Found::Wrong
}

/// Whether `null` in the place of the parameter is its absence. Where there is a default, it is a value.
fn stands_for_nothing(parameter: &Parameter) -> bool {
    !parameter.required && parameter.details.default.is_none()
}

/// Adds what is wrong with a value that was refused; never nothing.
fn blame(
    shape: &Shape,
    parameter: &Parameter,
    input: &Node<'_>,
    at: &Way<'_>,
    error: Option<&serde_json::Error>,
    errors: &mut Vec<ValidationError>,
) {
    let before = errors.len();
    validate::value(input, shape, &parameter.details.constraints, at, errors);
    if errors.len() == before {
        let reason = error.map_or_else(|| "not a valid value".to_owned(), without_place);
        errors.push(validate::unexplained(at, &reason, input));
    }
}

/// Says once that the body is no JSON, however many parameters it has.
fn malformed(mistake: SyntaxMistake, errors: &mut Vec<ValidationError>) {
    let mistake = validate::invalid_json("body", mistake);
    if !errors.contains(&mistake) {
        errors.push(mistake);
    }
}

/// What serde says, without the line and the column that it may say at the end.
pub fn without_place(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let reason = said.split(" at line ").next().unwrap_or(&said);
    reason.to_owned()
}

/// One key of the body. It stays as it was written until its type reads it, and so it is as exact as that.
fn embedded<T: Schema>(call: &mut Call, parameter: &Parameter) -> Found<T> {
    let Payload::Bytes(bytes) = &call.payload else {
        return Found::Absent;
    };
    let Ok(body) = str::from_utf8(bytes) else {
        return explain(call, parameter, None);
    };
    let text = match part(body, parameter.name) {
        Ok(Some(text)) => text,
        Ok(None) => return absent(call),
        Err(error) => return explain(call, parameter, Some(&error)),
    };
    if text == "null" && stands_for_nothing(parameter) {
        return Found::Absent;
    }
    match from_str::<T>(text) {
        Ok(value) if keeps(&value, parameter) => Found::Value(value),
        Ok(_) => explain(call, parameter, None),
        Err(error) => explain(call, parameter, Some(&error)),
    }
}

/// A key that is not there. Parts that nobody asks for are only passed over, so it may be that the body is no JSON.
fn absent<T>(call: &mut Call) -> Found<T> {
    let Payload::Bytes(bytes) = &call.payload else {
        return Found::Absent;
    };
    match read(bytes) {
        Ok(_) => Found::Absent,
        Err(mistake) => {
            malformed(mistake, &mut call.errors);
            Found::Wrong
        }
    }
}

/// A type that `#[body]` can read: whatever has a schema.
pub trait FromBody: Sized {
    /// The argument as data, still without a name.
    const JSON: Arg<Self>;
}

impl<T: Schema> FromBody for T {
    const JSON: Arg<Self> = Arg {
        parameter: Parameter::new(Source::Body, !T::NULLABLE, Some(T::shape), STATUSES),
        find: find::<T>,
        default: if T::NULLABLE { Some(null::<T>) } else { None },
        rule: None,
    };
}

fn null<T: Schema>() -> T {
    match T::null() {
        Some(null) => null,
        None => unreachable!("only a nullable type is asked for its null"),
    }
}

macro_rules! from_the_body {
    ($($(#[$attribute:meta])* [$($generics:tt)*] $type:ty),* $(,)?) => {$(
        $(#[$attribute])*
        impl<$($generics)*> Argument for $type {
            const SOURCE: Source = Source::Body;
            const BODY: BodyUse = BodyUse::Json;
            const STATUSES: StatusSet = STATUSES;
            const SHAPE: Option<ShapeOf> = Some(<Self as Schema>::shape);

            fn find(call: &mut Call, parameter: &Parameter) -> Found<Self> {
                find(call, parameter)
            }
        }
    )*};
}

from_the_body! {
    [] Value,
    [T: Schema] Vec<T>,
    [T: Schema + Ord] BTreeSet<T>,
    [T: Schema + Eq + Hash, S: BuildHasher + Default] HashSet<T, S>,
    [K: Scalar + Ord, T: Schema] BTreeMap<K, T>,
    [K: Scalar + Eq + Hash, T: Schema, S: BuildHasher + Default] HashMap<K, T, S>,
    // A list of what can be taken is clearer without tuples.
    #[diagnostic::do_not_recommend]
    [A: Schema] (A,),
    #[diagnostic::do_not_recommend]
    [A: Schema, B: Schema] (A, B),
    #[diagnostic::do_not_recommend]
    [A: Schema, B: Schema, C: Schema] (A, B, C),
    #[diagnostic::do_not_recommend]
    [A: Schema, B: Schema, C: Schema, D: Schema] (A, B, C, D),
    #[diagnostic::do_not_recommend]
    [A: Schema, B: Schema, C: Schema, D: Schema, E: Schema] (A, B, C, D, E),
    #[diagnostic::do_not_recommend]
    [A: Schema, B: Schema, C: Schema, D: Schema, E: Schema, F: Schema] (A, B, C, D, E, F),
}
