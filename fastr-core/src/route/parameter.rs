//! A parameter of an operation, as data.

use fastr_status::StatusSet;

use crate::schema::ShapeOf;

/// Where an argument comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The piece of the path with this index among its parameters.
    Path(usize),
    /// The query string.
    Query,
    /// The body.
    Body,
    /// Neither: the request itself, or something that the application lends.
    Special,
}

/// What an argument does with the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyUse {
    /// Nothing.
    Unread,
    /// It is read to its end as JSON.
    Json,
    /// It is handed on unread.
    Stream,
}

/// A parameter of an operation.
#[derive(Clone, Copy)]
pub struct Parameter {
    /// Its name in a request.
    pub name: &'static str,
    /// Where it comes from.
    pub source: Source,
    /// Whether a request must have it.
    pub required: bool,
    /// The shape of its value; none for one that is not in the document.
    pub shape: Option<ShapeOf>,
    /// What it does with the body.
    pub body: BodyUse,
    /// The statuses with which it can be refused.
    pub statuses: StatusSet,
    /// Whether it lets the handler set any status.
    pub open: bool,
}

impl Parameter {
    /// How many of the parameters read the body as JSON.
    pub const fn json_bodies(parameters: &[Self]) -> usize {
        Self::count(parameters, BodyUse::Json)
    }

    /// How many of the parameters take the body as a stream.
    pub const fn streams(parameters: &[Self]) -> usize {
        Self::count(parameters, BodyUse::Stream)
    }

    const fn count(parameters: &[Self], wanted: BodyUse) -> usize {
        let mut count = 0;
        let mut index = 0;
        while index < parameters.len() {
            if parameters[index].body as u8 == wanted as u8 {
                count += 1;
            }
            index += 1;
        }
        count
    }
}
