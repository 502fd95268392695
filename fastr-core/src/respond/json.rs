//! JSON responses.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, Hash};
use std::sync::Arc;

use http::HeaderMap;
use http::header::SET_COOKIE;
use serde_json::Value;

use super::{Reply, Respond};
use crate::cookie::Cookie;
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};
use crate::schema::{Scalar, Schema, each_format, list_size_as_json};

/// The media type of JSON (RFC 8259).
pub const MEDIA_TYPE: &str = "application/json";

macro_rules! as_json {
    ($($(#[$attribute:meta])* [$($generics:tt)*] $type:ty),* $(,)?) => {$(
        $(#[$attribute])*
        impl<$($generics)*> Respond for $type {
            const STATUSES: Statuses = Statuses::BODY;

            fn respond(self, reply: Reply) -> Response {
                reply.json_of_size(&self, self.size_as_json())
            }

            fn describe() -> Vec<ResponseDoc> {
                describe::<Self>()
            }
        }
    )*};
}

as_json! {
    [] bool,
    [] f32,
    [] f64,
    [] char,
    [] String,
    [] Value,
    [T: Schema] Option<T>,
    [T: Schema] Box<T>,
    [T: Schema] Vec<T>,
    [T: Schema + Ord] BTreeSet<T>,
    [T: Schema + Eq + Hash, S: BuildHasher + Default] HashSet<T, S>,
    [K: Scalar + Ord, T: Schema] BTreeMap<K, T>,
    [K: Scalar + Eq + Hash, T: Schema, S: BuildHasher + Default] HashMap<K, T, S>,
    // A list of what can be returned is clearer without tuples.
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

macro_rules! as_text_of_json {
    ($type:ty) => {
        as_json! { #[diagnostic::do_not_recommend] [] $type }
    };
}

each_format!(as_text_of_json);

/// What is kept for long, and sent without being copied: a value of the program, of the state, or of a cache.
///
/// FastAPI's `return items` hands out the list itself; so does this.
macro_rules! borrowed_as_json {
    ($([$($generics:tt)*] $type:ty, $sent:ty, $size:expr;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Respond for $type {
            const STATUSES: Statuses = Statuses::BODY;

            fn respond(self, reply: Reply) -> Response {
                let size: fn(&Self) -> usize = $size;
                reply.json_of_size(&*self, size(&self))
            }

            fn describe() -> Vec<ResponseDoc> {
                describe::<$sent>()
            }
        }
    )*};
}

borrowed_as_json! {
    [T: Schema] &'static T, T, |value| T::size_as_json(value);
    [T: Schema] &'static [T], Vec<T>, |items| list_size_as_json(items);
    [T: Schema] Arc<T>, T, |value| T::size_as_json(value);
    [T: Schema] Arc<[T]>, Vec<T>, |items| list_size_as_json(items);
}

impl Respond for &'static str {
    const STATUSES: Statuses = Statuses::BODY;

    fn respond(self, reply: Reply) -> Response {
        reply.json(self)
    }

    fn describe() -> Vec<ResponseDoc> {
        describe::<String>()
    }
}

/// What the document says of a type that is sent as JSON with the operation's own status.
pub fn describe<T: Schema>() -> Vec<ResponseDoc> {
    vec![ResponseDoc::body(MEDIA_TYPE, T::shape)]
}

/// A JSON response whose status and headers are chosen when it is made, as FastAPI's `JSONResponse`.
///
/// Without a status of its own it has the operation's. With one it can be any, so the operation says in
/// `responses(...)` which ones may come; see FastAPI's page "Additional Status Codes".
///
/// ```
/// # use fastr_core::private::JsonResponse;
/// let created = JsonResponse::new("made").status(201).header("x-new", "yes");
/// ```
#[derive(Clone, Debug)]
pub struct JsonResponse<T = Value> {
    content: T,
    status: Option<u16>,
    headers: HeaderMap,
}

impl<T> JsonResponse<T> {
    /// A response with this content.
    pub fn new(content: T) -> Self {
        Self {
            content,
            status: None,
            headers: HeaderMap::new(),
        }
    }

    /// The same with a status of its own.
    ///
    /// # Panics
    ///
    /// When the status is none of a response with a body, that is outside 200..=599, 204, 205, or 304.
    #[track_caller]
    #[must_use]
    pub fn status(self, status: u16) -> Self {
        assert!(
            fastr_status::may_be_final(status) && fastr_status::may_have_body(status),
            "JsonResponse: a response with {status} has no body; use another status, or return `Response`"
        );
        Self {
            status: Some(status),
            ..self
        }
    }

    /// The same with one more header.
    ///
    /// # Panics
    ///
    /// When the name or the value cannot stand in an HTTP header (RFC 9110, section 5).
    #[track_caller]
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let (name, value) = crate::header::header(name, value);
        self.headers.append(name, value);
        self
    }
}

impl<T> JsonResponse<T> {
    /// The same with one more cookie.
    #[must_use]
    pub fn cookie(mut self, cookie: &Cookie) -> Self {
        self.headers.append(SET_COOKIE, cookie.into());
        self
    }
}

impl<T: Schema> Respond for JsonResponse<T> {
    const STATUSES: Statuses = Statuses {
        open: true,
        ..Statuses::BODY
    };

    fn respond(self, reply: Reply) -> Response {
        let status = self.status.unwrap_or(reply.status());
        reply
            .with_status(status)
            .with_headers(self.headers)
            .json(&self.content)
    }

    fn describe() -> Vec<ResponseDoc> {
        describe::<T>()
    }
}
