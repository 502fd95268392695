//! Arguments from a JSON body: decoded straight from the bytes, looked at again only when something is wrong.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, Hash};

use fastr_status::StatusSet;
use fastr_status::{
    HTTP_413_CONTENT_TOO_LARGE, HTTP_415_UNSUPPORTED_MEDIA_TYPE, HTTP_422_UNPROCESSABLE_CONTENT,
};
use http::header::CONTENT_TYPE;
use serde_json::Value;
use serde_json::value::RawValue;

use super::{Arg, Argument, Found};
use crate::decode::header::{essence, text};
use crate::decode::json::first_mistake;
use crate::error::{HttpException, Loc};
use crate::request::{Call, Payload};
use crate::route::{BodyUse, Parameter, Source};
use crate::schema::{Scalar, Schema, ShapeOf};
use crate::validate;

/// The statuses with which a JSON body can be refused.
pub const STATUSES: StatusSet = StatusSet::of(&[
    HTTP_413_CONTENT_TOO_LARGE,
    HTTP_415_UNSUPPORTED_MEDIA_TYPE,
    HTTP_422_UNPROCESSABLE_CONTENT,
]);

/// Looks for a value in the JSON body: the whole of it, or one key when several parameters share it.
pub fn find<T: Schema>(call: &mut Call, parameter: &Parameter) -> Found<T> {
    let Payload::Bytes(bytes) = &call.payload else {
        return Found::Absent;
    };
    if bytes.is_empty() {
        return Found::Absent;
    }
    if !is_json(call) {
        call.refusal.get_or_insert_with(|| {
            HttpException::new(
                HTTP_415_UNSUPPORTED_MEDIA_TYPE,
                "The body must be sent as application/json",
            )
        });
        return Found::Wrong;
    }
    if call.embedded {
        return embedded(call, parameter);
    }
    if stands_for_nothing(parameter) && bytes.trim_ascii() == b"null" {
        return Found::Absent;
    }
    match serde_json::from_slice::<T>(bytes) {
        Ok(value) if keeps(&value, parameter) => Found::Value(value),
        Ok(_) => explain::<T>(call, parameter, None),
        Err(error) => explain::<T>(call, parameter, Some(&error)),
    }
}

fn keeps<T: Schema>(value: &T, parameter: &Parameter) -> bool {
    value.is_valid()
        && parameter
            .constraints()
            .is_none_or(|constraints| value.satisfies(constraints))
}

/// `application/json`, or any other `application/` with the suffix `+json` (RFC 6839).
fn is_json(call: &Call) -> bool {
    let Some(content_type) = call.head.headers.get(CONTENT_TYPE).map(text) else {
        return false;
    };
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
    match serde_json::from_slice::<Value>(bytes) {
        Err(syntax) => malformed(call, &syntax),
        Ok(input) => blame::<T>(call, parameter, &input, &mut vec!["body".into()], error),
    }
    Found::Wrong
}

/// Whether `null` in the place of the parameter is its absence. Where there is a default, it is a value.
fn stands_for_nothing(parameter: &Parameter) -> bool {
    !parameter.required && parameter.details.default.is_none()
}

/// Adds what is wrong with a value that was refused; never nothing.
fn blame<T: Schema>(
    call: &mut Call,
    parameter: &Parameter,
    input: &Value,
    loc: &mut Vec<Loc>,
    error: Option<&serde_json::Error>,
) {
    let before = call.errors.len();
    validate::value(
        input,
        &T::shape(),
        &parameter.details.constraints,
        loc,
        &mut call.errors,
    );
    if call.errors.len() == before {
        let reason = error.map_or_else(|| "not a valid value".to_owned(), without_place);
        call.errors
            .push(validate::unexplained(loc, &reason, input.clone()));
    }
}

#[cold]
fn malformed(call: &mut Call, error: &serde_json::Error) {
    let Payload::Bytes(bytes) = &call.payload else {
        return;
    };
    let mistake = match first_mistake(bytes) {
        Some(mistake) => validate::invalid_json("body", mistake.offset, mistake.reason),
        None => validate::invalid_json("body", 0, &error.to_string()),
    };
    if !call.errors.contains(&mistake) {
        call.errors.push(mistake);
    }
}

/// What serde says, without the line and the column that it may say at the end.
pub fn without_place(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let reason = said.split(" at line ").next().unwrap_or(&said);
    reason.to_owned()
}

fn embedded<T: Schema>(call: &mut Call, parameter: &Parameter) -> Found<T> {
    let Payload::Bytes(bytes) = &call.payload else {
        return Found::Absent;
    };
    let mut whole = match serde_json::from_slice::<Value>(bytes) {
        Ok(whole) => whole,
        Err(syntax) => {
            malformed(call, &syntax);
            return Found::Wrong;
        }
    };
    let mut loc = vec!["body".into(), parameter.name.into()];
    if !whole.is_object() {
        call.errors.push(validate::missing(&loc, Value::Null));
        return Found::Wrong;
    }
    let Some(part) = whole.get_mut(parameter.name).map(Value::take) else {
        return Found::Absent;
    };
    if part.is_null() && stands_for_nothing(parameter) {
        return Found::Absent;
    }
    let error = match T::deserialize(&part).or_else(|_| from_text(bytes, parameter.name)) {
        Ok(value) if keeps(&value, parameter) => return Found::Value(value),
        Ok(_) => None,
        Err(error) => Some(error),
    };
    blame::<T>(call, parameter, &part, &mut loc, error.as_ref());
    Found::Wrong
}

/// A part of the body from its text: a [`Value`] has no place for a whole number beyond 64 bits.
#[cold]
fn from_text<T: Schema>(bytes: &[u8], name: &str) -> serde_json::Result<T> {
    let parts: HashMap<String, &RawValue> = serde_json::from_slice(bytes)?;
    let text = parts.get(name).map_or("null", |part| part.get());
    serde_json::from_str(text)
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
