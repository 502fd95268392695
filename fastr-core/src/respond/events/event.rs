//! One event, and how it is written.

use std::time::Duration;

use serde::Serialize;

use crate::body::BodyError;
use crate::encode::json;

/// An event of an [`EventStream`](super::EventStream): FastAPI's `ServerSentEvent`.
///
/// ```
/// # use fastr_core::private::Event;
/// # use std::time::Duration;
/// let event = Event::new("ready").event("state").id("7").retry(Duration::from_secs(5));
/// ```
#[derive(Clone, Debug)]
pub struct Event<T> {
    data: Data<T>,
    name: Option<String>,
    id: Option<String>,
    retry: Option<Duration>,
    comment: Option<String>,
}

#[derive(Clone, Debug)]
enum Data<T> {
    None,
    Json(T),
    Text(String),
}

impl<T> Event<T> {
    /// An event with this value, which is sent as JSON, a text too.
    pub fn new(data: T) -> Self {
        Self::with(Data::Json(data))
    }

    /// An event with this text, which is sent as it is: FastAPI's `raw_data`.
    pub fn text(text: impl Into<String>) -> Self {
        Self::with(Data::Text(text.into()))
    }

    /// A comment, which clients pass over. It keeps a connection open that would be closed for its silence.
    pub fn comment_only(comment: impl Into<String>) -> Self {
        Self::with(Data::None).comment(comment)
    }

    fn with(data: Data<T>) -> Self {
        Self {
            data,
            name: None,
            id: None,
            retry: None,
            comment: None,
        }
    }

    /// The event with a name; `message` when it has none.
    ///
    /// # Panics
    ///
    /// When the name has more than one line.
    #[track_caller]
    #[must_use]
    pub fn event(mut self, name: impl Into<String>) -> Self {
        let name = name.into();
        assert!(
            is_line(&name),
            "the name of an event is one line, and this is {name:?}"
        );
        self.name = Some(name);
        self
    }

    /// The event with an id. A client that comes back sends the last one as `Last-Event-ID`:
    /// `#[header] last_event_id: Option<String>`.
    ///
    /// # Panics
    ///
    /// When the id has more than one line, or a NUL.
    #[track_caller]
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        let id = id.into();
        assert!(
            is_line(&id) && !id.contains('\0'),
            "the id of an event is one line without NUL, and this is {id:?}"
        );
        self.id = Some(id);
        self
    }

    /// The event with the time that a client waits before it comes back, to the millisecond.
    #[must_use]
    pub fn retry(mut self, wait: Duration) -> Self {
        self.retry = Some(wait);
        self
    }

    /// The event with a comment.
    #[must_use]
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
        self
    }
}

impl<T: Serialize> Event<T> {
    /// The event as it is sent.
    pub(super) fn write(&self) -> serde_json::Result<String> {
        let mut text = String::new();
        if let Some(comment) = &self.comment {
            lines(&mut text, ": ", comment);
        }
        if let Some(name) = &self.name {
            lines(&mut text, "event: ", name);
        }
        match &self.data {
            Data::None => {}
            Data::Json(value) => lines(&mut text, "data: ", &json::to_string(value)?),
            Data::Text(data) => lines(&mut text, "data: ", data),
        }
        if let Some(id) = &self.id {
            lines(&mut text, "id: ", id);
        }
        if let Some(wait) = self.retry {
            lines(&mut text, "retry: ", &wait.as_millis().to_string());
        }
        text.push('\n');
        Ok(text)
    }
}

fn is_line(text: &str) -> bool {
    !text.contains(['\r', '\n'])
}

/// Every line of a text behind the name of its field.
fn lines(written: &mut String, field: &str, text: &str) {
    for line in text.replace("\r\n", "\n").split(['\r', '\n']) {
        written.push_str(field);
        written.push_str(line);
        written.push('\n');
    }
}

/// What a stream of events may give: a `T`, an [`Event`] of one, or a result of either.
#[diagnostic::on_unimplemented(
    message = "a stream of `{Self}` is no stream of events with `{T}`",
    label = "neither `{T}` nor `Event<{T}>`, nor a result of them",
    note = "let the stream give values of the type that is returned, or return the type that it gives"
)]
pub trait IntoEvent<T> {
    /// The event.
    ///
    /// # Errors
    ///
    /// When the stream has failed here.
    fn into_event(self) -> Result<Event<T>, BodyError>;
}

impl<T> IntoEvent<T> for T {
    fn into_event(self) -> Result<Event<T>, BodyError> {
        Ok(Event::new(self))
    }
}

impl<T> IntoEvent<T> for Event<T> {
    fn into_event(self) -> Result<Event<T>, BodyError> {
        Ok(self)
    }
}

impl<T, E: Into<BodyError>> IntoEvent<T> for Result<T, E> {
    fn into_event(self) -> Result<Event<T>, BodyError> {
        self.map(Event::new).map_err(Into::into)
    }
}

impl<T, E: Into<BodyError>> IntoEvent<T> for Result<Event<T>, E> {
    fn into_event(self) -> Result<Event<T>, BodyError> {
        self.map_err(Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_written_as_the_standard_wants_it() {
        let all = Event::new(vec![1, 2])
            .event("numbers")
            .id("7")
            .retry(Duration::from_millis(1500))
            .comment("two\nlines");
        let expected = ": two\n: lines\nevent: numbers\ndata: [1,2]\nid: 7\nretry: 1500\n\n";
        for (event, expected) in [
            (all, expected),
            (
                Event::text("a\r\nb\rc\n"),
                "data: a\ndata: b\ndata: c\ndata: \n\n",
            ),
            (Event::comment_only("ping"), ": ping\n\n"),
            (Event::new(Vec::new()), "data: []\n\n"),
        ] {
            assert_eq!(event.write().ok().as_deref(), Some(expected));
        }
    }

    #[test]
    #[should_panic = "one line"]
    fn a_name_cannot_end_its_line() {
        let _ = Event::new(1).event("a\ndata: 2");
    }
}
