//! An operation: everything that is known of an annotated function when it is compiled.

use serde_json::Value;

use crate::error::Place;
use crate::request::Call;
use crate::response::Outcome;

use super::{BodyPlan, Callback, Contract, Method, Parameter, ResponseDoc, Segment};

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
    /// What is said where nothing was.
    pub const NONE: Self = Self {
        summary: "",
        description: "",
        tags: &[],
        response_description: "Successful Response",
        deprecated: false,
        operation_id: None,
        include_in_schema: true,
        shortened: false,
        openapi_extra: None,
        callbacks: None,
    };
}

/// An annotated function, as data.
pub struct Operation {
    /// The function's name.
    pub name: &'static str,
    /// The module it stands in.
    pub module: &'static str,
    /// Where its attribute stands.
    pub place: Place,
    /// Its methods.
    pub methods: &'static [Method],
    /// Its path.
    pub path: &'static [Segment],
    /// Its statuses.
    pub contract: Contract,
    /// Its words in the document.
    pub documentation: Documentation,
    /// Its parameters.
    pub parameters: &'static [Parameter],
    /// What it does with the body before its arguments are looked for.
    pub body: BodyPlan,
    /// The responses of its return type.
    pub responses: fn() -> Vec<ResponseDoc>,
    /// Takes the arguments, calls the function, and makes a response of what it returns.
    pub call: fn(&mut Call) -> Outcome,
}

impl Operation {
    /// The responses of what it returns, and of the errors that it raises.
    pub fn described(&self) -> Vec<ResponseDoc> {
        let mut all = (self.responses)();
        if let Some(variants) = self.contract.narrowed() {
            all.retain(|response| !response.raised);
            all.extend(variants.iter().flat_map(|variant| (variant.describe)()));
        }
        all
    }
}
