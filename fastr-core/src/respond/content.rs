//! Bytes and texts with a media type that is part of the type: FastAPI's `Response(content, media_type)`.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use http::HeaderValue;

use super::{Reply, Respond};
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};
use crate::schema::Shape;

/// A media type (RFC 9110, section 8.3.1), as a type: so the document knows it before anything is sent.
///
/// The usual ones are in [`media`]. One of your own is three lines:
///
/// ```
/// # use fastr_core::private::{Content, MediaType};
/// struct GeoJson;
///
/// impl MediaType for GeoJson {
///     const NAME: &'static str = "application/geo+json";
/// }
///
/// fn borders() -> Content<GeoJson> {
///     Content::new(r#"{"type":"FeatureCollection","features":[]}"#)
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no media type",
    label = "fastr does not know what to write into `content-type`",
    note = "use one of `fastr::media`, or write `impl fastr::MediaType for {Self} {{ const NAME: &'static str = \"…\"; }}`"
)]
pub trait MediaType {
    /// Its name, such as `image/png`. A text says its charset by itself: UTF-8.
    const NAME: &'static str;
}

/// The value of `content-type`: texts are UTF-8, as Starlette says it too.
pub(super) fn content_type<M: MediaType>() -> HeaderValue {
    let name = M::NAME;
    if !name.starts_with("text/") || name.contains("charset=") {
        return HeaderValue::from_static(name);
    }
    // What is a header value stays one with this behind it.
    HeaderValue::try_from(format!("{name}; charset=utf-8")).unwrap_or(HeaderValue::from_static(name))
}

/// The usual media types, for [`Content`] and [`StreamResponse`](super::StreamResponse).
pub mod media {
    macro_rules! media {
        ($($(#[$doc:meta])* $type:ident $name:literal)*) => {$(
            $(#[$doc])*
            #[doc = concat!("`", $name, "`")]
            #[derive(Clone, Copy, Debug)]
            pub struct $type;

            impl super::MediaType for $type {
                const NAME: &'static str = $name;
            }
        )*};
    }

    media! {
        /// Bytes of which nothing is known:
        OctetStream "application/octet-stream"
        /// XML:
        Xml "application/xml"
        /// Comma-separated values:
        Csv "text/csv"
        /// A style sheet:
        Css "text/css"
        /// A script:
        JavaScript "text/javascript"
        /// Markdown:
        Markdown "text/markdown"
        /// A text:
        Plain "text/plain"
        /// A picture:
        Png "image/png"
        /// A photograph:
        Jpeg "image/jpeg"
        /// A drawing:
        Svg "image/svg+xml"
        /// A document to print:
        Pdf "application/pdf"
        /// An archive:
        Zip "application/zip"
    }
}

/// Bytes or a text with this media type; without one, `application/octet-stream`.
///
/// ```
/// # use fastr_core::private::{Content, media};
/// fn legacy() -> Content<media::Xml> {
///     Content::new("<shampoo><Header>Apply shampoo here.</Header></shampoo>")
/// }
///
/// fn bytes() -> Content {
///     Content::new(vec![0, 1, 2])
/// }
/// ```
pub struct Content<M = media::OctetStream> {
    bytes: Bytes,
    media_type: PhantomData<fn() -> M>,
}

impl<M> Content<M> {
    /// What is sent.
    pub fn new(content: impl Into<Bytes>) -> Self {
        Self {
            bytes: content.into(),
            media_type: PhantomData,
        }
    }
}

impl<M> fmt::Debug for Content<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Content({} bytes)", self.bytes.len())
    }
}

impl<M: MediaType> Respond for Content<M> {
    const STATUSES: Statuses = Statuses::BODY;

    fn respond(self, reply: Reply) -> Response {
        reply.bytes(content_type::<M>(), self.bytes)
    }

    fn describe() -> Vec<ResponseDoc> {
        vec![ResponseDoc::body(M::NAME, || Shape::Text)]
    }
}
