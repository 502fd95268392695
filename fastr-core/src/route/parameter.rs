//! A parameter of an operation, as data.

use fastr_status::{HTTP_422_UNPROCESSABLE_CONTENT, StatusSet};
use serde_json::Value;

use crate::request::StateKey;
use crate::schema::{Constraints, Examples, ShapeOf};

/// Where an argument comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The piece of the path with this index among its parameters.
    Path(usize),
    /// The query string.
    Query,
    /// The headers.
    Header,
    /// The cookies.
    Cookie,
    /// The body, as JSON.
    Body,
    /// The body, as a form.
    Form,
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
    /// It is read to its end as a form.
    Form,
    /// It is read to its end as a form, of which this is a file.
    Upload,
    /// It is read to its end as a form, of which this is a file that is wanted in memory.
    Bytes,
    /// It is handed on unread.
    Stream,
    /// There is none: the connection becomes a WebSocket.
    Socket,
}

/// What an operation does with the body before its arguments are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyPlan {
    /// It is left as it is.
    Leave,
    /// It is read to its end as JSON; `embedded` when each parameter is a key of it.
    Json {
        /// Whether the body is an object with a key for each parameter that reads it.
        embedded: bool,
        /// How many bytes it may have, if the operation says it.
        limit: Option<usize>,
    },
    /// It is read to its end as a form.
    Form {
        /// How many bytes it may have, if the operation says it.
        limit: Option<usize>,
    },
}

impl BodyPlan {
    /// The plan for these parameters.
    pub const fn of(parameters: &[Parameter]) -> Self {
        if Parameter::forms(parameters) > 0 {
            Self::Form { limit: None }
        } else if Parameter::json_bodies(parameters) > 0 {
            Self::Json {
                embedded: Parameter::embedded(parameters),
                limit: None,
            }
        } else {
            Self::Leave
        }
    }

    /// The plan with a body of at most so many bytes. What is left as it is has no limit.
    #[must_use]
    pub const fn limited(self, bytes: usize) -> Self {
        let limit = Some(bytes);
        match self {
            Self::Leave => Self::Leave,
            Self::Json { embedded, .. } => Self::Json { embedded, limit },
            Self::Form { .. } => Self::Form { limit },
        }
    }

    /// How many bytes the body may have, if the operation says it.
    pub const fn limit(self) -> Option<usize> {
        match self {
            Self::Leave => None,
            Self::Json { limit, .. } | Self::Form { limit } => limit,
        }
    }
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
    /// The statuses with which it can be refused when it is there.
    pub statuses: StatusSet,
    /// Whether it lets the handler set any status.
    pub open: bool,
    /// The value of the state that it is, if it is one.
    pub state: Option<StateKey>,
    /// What was written at it.
    pub details: Details,
    /// Whether any constraint was.
    pub constrained: bool,
}

/// What `#[query(...)]` and its like say of a parameter.
#[derive(Clone, Copy)]
pub struct Details {
    /// What is asked of its value.
    pub constraints: Constraints,
    /// What it is when it is absent, for the document.
    pub default: Option<fn() -> Value>,
    /// A short name for readers of the document.
    pub title: &'static str,
    /// Its description.
    pub description: &'static str,
    /// Examples of its value.
    pub examples: Option<Examples>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Whether it is left out of the document.
    pub hidden: bool,
    /// Whether it is a key of the body even when it is alone.
    pub embed: bool,
}

impl Details {
    /// Nothing was written.
    pub const NONE: Self = Self {
        constraints: Constraints::NONE,
        default: None,
        title: "",
        description: "",
        examples: None,
        deprecated: false,
        hidden: false,
        embed: false,
    };
}

impl Parameter {
    /// A parameter about which nothing was said yet.
    pub const fn new(source: Source, required: bool, shape: Option<ShapeOf>, statuses: StatusSet) -> Self {
        let body = match source {
            Source::Body => BodyUse::Json,
            Source::Form => BodyUse::Form,
            _ => BodyUse::Unread,
        };
        Self {
            name: "",
            source,
            required,
            shape,
            body,
            statuses,
            open: false,
            state: None,
            details: Details::NONE,
            constrained: false,
        }
    }

    /// The parameter with what was written at it.
    #[must_use]
    pub const fn with(mut self, details: Details) -> Self {
        self.details = details;
        self.constrained = !details.constraints.is_none();
        self
    }

    /// What is asked of its value, if anything.
    pub fn constraints(&self) -> Option<&Constraints> {
        if self.constrained {
            Some(&self.details.constraints)
        } else {
            None
        }
    }

    /// The statuses with which it can be refused, absence included.
    pub const fn refusals(&self) -> StatusSet {
        let may_be_missing = self.required && !matches!(self.source, Source::Path(_) | Source::Special);
        if may_be_missing || self.constrained {
            self.statuses.with(HTTP_422_UNPROCESSABLE_CONTENT)
        } else {
            self.statuses
        }
    }

    /// How many of the parameters read the body as a form.
    pub const fn forms(parameters: &[Self]) -> usize {
        Self::count(parameters, BodyUse::Form) + Self::files(parameters)
    }

    /// How many of the parameters are files of a form.
    pub const fn files(parameters: &[Self]) -> usize {
        Self::count(parameters, BodyUse::Upload) + Self::count(parameters, BodyUse::Bytes)
    }

    /// Whether the JSON body is an object with a key for each parameter that reads it.
    pub const fn embedded(parameters: &[Self]) -> bool {
        let mut index = 0;
        while index < parameters.len() {
            if parameters[index].details.embed {
                return true;
            }
            index += 1;
        }
        Self::json_bodies(parameters) > 1
    }

    /// How many of the parameters read the body as JSON.
    pub const fn json_bodies(parameters: &[Self]) -> usize {
        Self::count(parameters, BodyUse::Json)
    }

    /// How many of the parameters take the body as a stream.
    pub const fn streams(parameters: &[Self]) -> usize {
        Self::count(parameters, BodyUse::Stream)
    }

    /// How many of the parameters are the WebSocket.
    pub const fn sockets(parameters: &[Self]) -> usize {
        Self::count(parameters, BodyUse::Socket)
    }

    /// Whether any of the parameters has a use for the body.
    pub const fn read_body(parameters: &[Self]) -> bool {
        Self::count(parameters, BodyUse::Unread) < parameters.len()
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
