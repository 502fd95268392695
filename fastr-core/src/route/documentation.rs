//! The words of an operation in the document.

use serde_json::Value;

use super::Callback;

/// What the document says of an operation beyond its parameters and statuses.
#[derive(Clone, Copy, Debug)]
pub struct Documentation {
    /// One line; made of the function's name when not given.
    pub summary: &'static str,
    /// Text in `CommonMark`: the function's doc comment when not given.
    pub description: &'static str,
    /// The groups it belongs to.
    pub tags: &'static [&'static str],
    /// What the document says of the declared status.
    pub response_description: &'static str,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Its id; made of the function, the path and the method when not given.
    pub operation_id: Option<&'static str>,
    /// Whether it is in the document at all.
    pub include_in_schema: bool,
    /// Whether its answers leave out fields that say nothing.
    pub shortened: bool,
    /// What is added to it.
    pub openapi_extra: Option<fn() -> Value>,
    /// The requests that it leads to.
    pub callbacks: Option<fn() -> Vec<&'static Callback>>,
}

impl Documentation {
    /// An operation with this summary and this description, of which nothing else is said.
    pub const fn new(summary: &'static str, description: &'static str) -> Self {
        Self {
            summary,
            description,
            tags: &[],
            response_description: "Successful Response",
            deprecated: false,
            operation_id: None,
            include_in_schema: true,
            shortened: false,
            openapi_extra: None,
            callbacks: None,
        }
    }
}
