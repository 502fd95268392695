//! What went wrong, when it is more than a text.

use std::marker::PhantomData;

use serde_json::Value;

use crate::route::{BodyDoc, ResponseDoc};
use crate::schema::{Schema, ShapeOf, default_value};

/// The detail of an error, of the type `T`.
pub struct Detail<T>(PhantomData<T>, ShapeOf, fn(&T) -> Value);

impl<T> Detail<T> {
    /// A type that can be a detail: the one place that asks for it.
    pub const fn of() -> Self
    where
        T: Schema,
    {
        Self(PhantomData, T::shape, default_value)
    }

    /// The shape of the detail.
    pub const fn shape(&self) -> Option<ShapeOf> {
        Some(self.1)
    }

    /// The detail as it is sent.
    pub fn written(&self, value: &T) -> Value {
        (self.2)(value)
    }
}

/// What the document says of an error with this message, or with a detail of this shape.
pub fn error_doc(status: u16, message: &'static str, detail: Option<ShapeOf>) -> ResponseDoc {
    let example = match detail {
        Some(_) => None,
        None if message.is_empty() => Some(super::error::title(status).into()),
        None => Some(message.into()),
    };
    ResponseDoc {
        body: BodyDoc::Error { detail, example },
        ..ResponseDoc::EMPTY.with_status(status).described(message)
    }
}

/// What the document says of a response without a body.
pub fn no_body() -> Vec<ResponseDoc> {
    vec![ResponseDoc::EMPTY]
}

/// What the document says of several answers: for each one what it says of its body, and what it adds.
pub fn answer_docs(answers: &[(DescribeBody, DescribeRest)]) -> Vec<ResponseDoc> {
    let docs = answers
        .iter()
        .map(|(body, besides)| body().into_iter().map(besides));
    docs.flatten().collect()
}

type DescribeBody = fn() -> Vec<ResponseDoc>;
type DescribeRest = fn(ResponseDoc) -> ResponseDoc;
