//! A source of texts: the query, the headers, the cookies, a form.

use std::borrow::Cow;

use crate::decode::form::Form;
use crate::decode::{cookie, header, query};
use crate::request::{Payload, RequestParts};
use crate::route::Source;

/// A source, ready to be asked for names.
pub enum Texts<'call> {
    /// The query string.
    Query(&'call str),
    /// The headers.
    Headers(&'call http::HeaderMap),
    /// The cookies.
    Cookies(&'call http::HeaderMap),
    /// A form; none when there was no body.
    Form(Option<&'call Form>),
}

impl<'call> Texts<'call> {
    /// The source of a parameter.
    #[inline]
    pub fn of(source: Source, head: &'call RequestParts, payload: &'call Payload) -> Self {
        match source {
            Source::Header => Self::Headers(&head.headers),
            Source::Cookie => Self::Cookies(&head.headers),
            Source::Form => Self::Form(match payload {
                Payload::Form(form) => Some(form),
                Payload::Bytes(_) | Payload::Stream(_) => None,
            }),
            Source::Query | Source::Path(_) | Source::Body | Source::Special => {
                Self::Query(head.uri.query().unwrap_or_default())
            }
        }
    }

    /// What `loc` calls the source.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Query(_) => "query",
            Self::Headers(_) => "header",
            Self::Cookies(_) => "cookie",
            Self::Form(_) => "body",
        }
    }

    /// The one text of a name: the last where there are several, but the first of several headers, as in FastAPI.
    #[inline]
    pub fn one(&self, name: &str) -> Option<Cow<'call, str>> {
        match self {
            Self::Query(text) => query::last(text, name),
            Self::Headers(headers) => headers.get(name).map(header::text),
            Self::Cookies(headers) => cookie::pairs(headers)
                .into_iter()
                .rev()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value),
            // An empty field of a form is one that was not filled in.
            Self::Form(form) => {
                let last = form.as_ref()?.entries(name).next_back()?;
                last.text().filter(|text| !text.is_empty()).map(Cow::Borrowed)
            }
        }
    }

    /// All texts of a name, in order.
    pub fn all(&self, name: &str) -> Vec<Cow<'call, str>> {
        match self {
            Self::Query(text) => query::all(text, name),
            Self::Headers(headers) => headers.get_all(name).iter().map(header::text).collect(),
            Self::Form(form) => form
                .iter()
                .flat_map(|form| form.entries(name))
                .filter_map(|entry| entry.text().map(Cow::Borrowed))
                .collect(),
            Self::Cookies(_) => self
                .pairs()
                .into_iter()
                .filter(|(key, _)| key == name)
                .map(|(_, value)| value)
                .collect(),
        }
    }

    /// All pairs, in order; a file has the text that an error shows of it.
    pub fn pairs(&self) -> Vec<(Cow<'call, str>, Cow<'call, str>)> {
        match self {
            Self::Query(text) => query::pairs(text),
            Self::Headers(headers) => headers
                .iter()
                .map(|(name, value)| (name.as_str().into(), header::text(value)))
                .collect(),
            Self::Cookies(headers) => cookie::pairs(headers),
            Self::Form(form) => form
                .iter()
                .flat_map(|form| form.pairs())
                .map(|(key, entry)| (key.into(), entry.shown().into()))
                .collect(),
        }
    }
}
