//! What the document says of the responses of a type.

use serde_json::Value;

use crate::error::Place;
use crate::schema::ShapeOf;

/// A response that a type can send.
#[derive(Clone)]
pub struct ResponseDoc {
    /// Its status; none for the operation's own.
    pub status: Option<u16>,
    /// Its body.
    pub body: BodyDoc,
    /// What is said of it; empty when nothing is.
    pub description: &'static str,
    /// Its headers.
    pub headers: Vec<HeaderDoc>,
    /// Whether it is an error that was raised.
    pub raised: bool,
    /// Whether its body is what is usual for its status, because no type says what it is.
    pub assumed: bool,
    /// Who sends it, where that is not the return type itself.
    pub origin: Option<Origin>,
}

/// The body of a response.
#[derive(Clone)]
pub enum BodyDoc {
    /// There is none.
    Nothing,
    /// A body of this media type, and of this shape if it is known.
    Media(&'static str, Option<ShapeOf>, BodyPart),
    /// An error in the envelope of the application.
    Error {
        /// The shape of what went wrong, when it is more than a text.
        detail: Option<ShapeOf>,
        /// An example of it.
        example: Option<Value>,
    },
    /// The mistakes in the arguments, in that envelope.
    NotValid,
}

/// What of a body has the shape that is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyPart {
    /// The whole.
    Whole,
    /// Every item of it, such as a line.
    Item,
    /// The data of every server-sent event, as JSON.
    EventData,
}

/// A header of a response.
#[derive(Clone, Copy, Debug)]
pub struct HeaderDoc {
    /// Its name.
    pub name: &'static str,
    /// What is said of it; empty when nothing is.
    pub description: &'static str,
}

/// A variant that stands for a response.
#[derive(Clone, Copy, Debug)]
pub struct Origin {
    /// The type and the variant.
    pub name: &'static str,
    /// Where it stands.
    pub place: Place,
}

impl Origin {
    /// The variant alone.
    pub fn variant(&self) -> &'static str {
        self.name.rsplit("::").next().unwrap_or(self.name)
    }
}

impl ResponseDoc {
    /// Nothing but a head, with the operation's own status.
    pub const EMPTY: Self = Self {
        status: None,
        body: BodyDoc::Nothing,
        description: "",
        headers: Vec::new(),
        raised: false,
        assumed: false,
        origin: None,
    };

    /// A body, with the operation's own status.
    pub fn body(media_type: &'static str, shape: ShapeOf) -> Self {
        Self::of(media_type, shape, BodyPart::Whole)
    }

    /// A body of items that come one after the other.
    pub fn items(media_type: &'static str, shape: ShapeOf) -> Self {
        Self::of(media_type, shape, BodyPart::Item)
    }

    /// A body of server-sent events, whose data is JSON of this shape.
    pub fn events(media_type: &'static str, shape: ShapeOf) -> Self {
        Self::of(media_type, shape, BodyPart::EventData)
    }

    fn of(media_type: &'static str, shape: ShapeOf, part: BodyPart) -> Self {
        Self {
            body: BodyDoc::Media(media_type, Some(shape), part),
            ..Self::EMPTY
        }
    }

    /// The same with one more header.
    #[must_use]
    pub fn header(mut self, name: &'static str, description: &'static str) -> Self {
        self.headers.push(HeaderDoc { name, description });
        self
    }

    /// The same with what is said of it.
    #[must_use]
    pub fn described(mut self, description: &'static str) -> Self {
        self.description = description;
        self
    }

    /// The same with a status of its own.
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        Self {
            status: Some(status),
            ..self
        }
    }

    /// The same with who sends it.
    #[must_use]
    pub fn by(mut self, name: &'static str, place: Place) -> Self {
        self.origin = Some(Origin { name, place });
        self
    }
}
