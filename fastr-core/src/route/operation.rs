//! An operation: everything that is known of an annotated function when it is compiled.

use fastr_status::{HTTP_101_SWITCHING_PROTOCOLS, HTTP_200_OK, StatusSet};

use super::outgoing::not_served;
use crate::error::Place;
use crate::request::Call;
use crate::response::Outcome;

use super::{
    BodyPlan, Contract, Declared, Documentation, Method, Parameter, ResponseDoc, Segment, Signature, Statuses,
};

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
    /// What its return type can send.
    pub returns: Statuses,
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

/// What the macros say of it, one thing after the other; the last says what kind of operation it is, which makes the contract.
impl Operation {
    /// An operation of which nothing is known but the name of its function.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            module: "",
            place: Place::here(),
            methods: &[],
            path: &[],
            returns: Statuses::NEVER,
            contract: Contract {
                status: HTTP_200_OK,
                sent: StatusSet::EMPTY,
                refusals: StatusSet::EMPTY,
                declared: &[],
            },
            documentation: Documentation::new("", ""),
            parameters: &[],
            body: BodyPlan::Leave,
            responses: Vec::new,
            call: not_served,
        }
    }

    /// The operation with the place where it stands.
    #[must_use]
    pub const fn at(mut self, module: &'static str, place: Place) -> Self {
        self.module = module;
        self.place = place;
        self
    }

    /// The operation with its methods.
    #[must_use]
    pub const fn methods(mut self, methods: &'static [Method]) -> Self {
        self.methods = methods;
        self
    }

    /// The operation with its path.
    #[must_use]
    pub const fn path(mut self, path: &'static [Segment]) -> Self {
        self.path = path;
        self
    }

    /// The operation with its parameters.
    #[must_use]
    pub const fn taking(mut self, parameters: &'static [Parameter]) -> Self {
        self.parameters = parameters;
        self.body = BodyPlan::of(parameters);
        self
    }

    /// The operation with a body of at most so many bytes, whatever the application says of all of them.
    #[must_use]
    pub const fn body_limit(mut self, bytes: usize) -> Self {
        self.body = self.body.limited(bytes);
        self
    }

    /// The operation with what its return type can send, and what the document says of that.
    #[must_use]
    pub const fn returning(mut self, returns: Statuses, responses: fn() -> Vec<ResponseDoc>) -> Self {
        self.returns = returns;
        self.responses = responses;
        self
    }

    /// The operation with a status of its own.
    #[must_use]
    pub const fn status(mut self, status: u16) -> Self {
        self.contract.status = status;
        self
    }

    /// The operation with the status that the word `auto` stands for, when all else is known of it.
    #[must_use]
    pub const fn auto_status(self) -> Self {
        let status = Contract::auto(self.methods[0], self.returns, self.parameters);
        self.status(status)
    }

    /// The operation with what was declared besides.
    #[must_use]
    pub const fn declaring(mut self, declared: &'static [Declared]) -> Self {
        self.contract.declared = declared;
        self
    }

    /// The operation with its words in the document.
    #[must_use]
    pub const fn documented(mut self, documentation: Documentation) -> Self {
        self.documentation = documentation;
        self
    }

    /// An operation that the program answers by this function.
    #[must_use]
    pub const fn served(mut self, call: fn(&mut Call) -> Outcome) -> Self {
        self.call = call;
        self.contract = self.signature().contract();
        self
    }

    /// The handshake of a WebSocket, which this function makes.
    #[must_use]
    pub const fn socket(mut self, call: fn(&mut Call) -> Outcome) -> Self {
        self.call = call;
        self.contract.status = HTTP_101_SWITCHING_PROTOCOLS;
        self.contract = self.signature().socket();
        self
    }

    /// A request that the program sends. Whoever answers may refuse what he likes, so no parameter adds a status.
    #[must_use]
    pub const fn outgoing(mut self) -> Self {
        let mut signature = self.signature();
        signature.parameters = &[];
        self.contract = signature.outgoing();
        self
    }

    /// What it takes and returns, and what was said of that: what its assertions ask.
    pub const fn signature(&self) -> Signature {
        Signature {
            name: self.name,
            status: self.contract.status,
            returns: self.returns,
            parameters: self.parameters,
            declared: self.contract.declared,
        }
    }
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
