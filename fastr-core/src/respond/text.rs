//! Text responses: plain and HTML.

use bytes::Bytes;
use http::HeaderValue;

use super::{Reply, Respond};
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};
use crate::schema::Shape;

macro_rules! text {
    ($(#[$doc:meta])* $name:ident, $media_type:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name<T = String>(pub T);

        impl<T: Into<Bytes>> Respond for $name<T> {
            const STATUSES: Statuses = Statuses::BODY;

            fn respond(self, reply: Reply) -> Response {
                reply.bytes(HeaderValue::from_static(concat!($media_type, "; charset=utf-8")), self.0.into())
            }

            fn describe() -> Vec<ResponseDoc> {
                vec![ResponseDoc::body($media_type, || Shape::Text)]
            }
        }
    };
}

text! {
    /// A text, sent as `text/plain`: FastAPI's `PlainTextResponse`.
    PlainText, "text/plain"
}

text! {
    /// A page, sent as `text/html`: FastAPI's `HTMLResponse`.
    Html, "text/html"
}
