//! Values that are sent one after the other, each as a line of JSON.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use futures_core::Stream;
use http::HeaderValue;
use serde::Serialize;

use super::stream::pieces;
use super::{Reply, Respond};
use crate::body::{Body, BodyError};
use crate::encode::json;
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};
use crate::schema::Schema;

const MEDIA_TYPE: &str = "application/jsonl";

/// Values that are sent while they are made, each as a line of JSON: FastAPI's page "Stream JSON Lines".
///
/// It takes any [`Stream`] of `T`, or of results of it. The document has the schema of a line.
///
/// ```
/// # use fastr_core::private::{JsonLines, stream};
/// fn numbers() -> JsonLines<u32> {
///     JsonLines::new(stream(|mut out| async move {
///         out.send(1).await;
///         out.send(2).await;
///     }))
/// }
/// ```
pub struct JsonLines<T> {
    body: Body,
    of: PhantomData<fn() -> T>,
}

impl<T: Serialize + 'static> JsonLines<T> {
    /// The response that this stream makes.
    pub fn new<S>(stream: S) -> Self
    where
        S: Stream<Item: StreamItem<T>> + Send + 'static,
    {
        let line = |item: S::Item| {
            let mut line = json::bytes(&item.into_item()?, 0)?;
            line.push(b'\n');
            Ok(Bytes::from(line))
        };
        Self {
            body: pieces(stream, line),
            of: PhantomData,
        }
    }
}

impl<T> fmt::Debug for JsonLines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JsonLines")
    }
}

impl<T: Schema> Respond for JsonLines<T> {
    const STATUSES: Statuses = Statuses::BODY;

    fn respond(self, reply: Reply) -> Response {
        reply.typed(HeaderValue::from_static(MEDIA_TYPE), self.body)
    }

    fn describe() -> Vec<ResponseDoc> {
        vec![ResponseDoc::items(MEDIA_TYPE, T::shape)]
    }
}

/// A `T` of a stream, or the reason why there is none.
#[diagnostic::on_unimplemented(
    message = "a stream of `{Self}` is no stream of `{T}`",
    label = "neither `{T}` nor a result of it",
    note = "let the stream give values of the type that is returned, or return the type that it gives"
)]
pub trait StreamItem<T> {
    /// The value.
    ///
    /// # Errors
    ///
    /// When the stream has failed here.
    fn into_item(self) -> Result<T, BodyError>;
}

impl<T> StreamItem<T> for T {
    fn into_item(self) -> Result<T, BodyError> {
        Ok(self)
    }
}

impl<T, E: Into<BodyError>> StreamItem<T> for Result<T, E> {
    fn into_item(self) -> Result<T, BodyError> {
        self.map_err(Into::into)
    }
}
