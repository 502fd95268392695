//! The signature of an operation with what its attribute says, and whether the two agree: what is asked of it while it
//! is compiled.

use fastr_status::{HTTP_101_SWITCHING_PROTOCOLS, HTTP_500_INTERNAL_SERVER_ERROR, StatusSet, may_be_final};

use super::contract::is_narrowed;
use super::message::hold;
use super::{BodyPlan, Contract, Covers, Declared, ErrorVariant, Message, Parameter, Statuses};

/// What an operation takes and returns, and what was said of it.
#[derive(Clone, Copy)]
pub struct Signature {
    /// The function's name.
    pub name: &'static str,
    /// The operation's own status.
    pub status: u16,
    /// What its return type can send.
    pub returns: Statuses,
    /// Its parameters.
    pub parameters: &'static [Parameter],
    /// What was declared besides the own status.
    pub declared: &'static [Declared],
}

/// Each ends the compilation, at the tokens that call it, when something does not fit together.
impl Signature {
    /// Its own status can be sent.
    #[track_caller]
    pub const fn assert_own(&self) {
        hold(self.own_problem());
    }

    /// An entry of `raises` or `responses` can be true.
    #[track_caller]
    pub const fn assert_declared(&self, index: usize) {
        hold(self.declared_problem(&self.declared[index]));
    }

    /// `raises` is the whole truth.
    #[track_caller]
    pub const fn assert_raises(&self) {
        hold(self.undeclared_problem());
    }

    /// What it returns can be returned.
    #[track_caller]
    pub const fn assert_returns(&self) {
        hold(self.returns_problem());
    }

    /// A body of at most so many bytes can come, and is read.
    #[track_caller]
    pub const fn assert_body_limit(&self, bytes: usize) {
        hold(self.body_limit_problem(bytes));
    }

    /// Its parameters can stand side by side.
    #[track_caller]
    pub const fn assert_parameters(&self) {
        hold(self.parameters_problem());
    }
}

impl Signature {
    /// The contract that it makes. 500 is sent after a panic.
    pub const fn contract(&self) -> Contract {
        self.sending(StatusSet::one(HTTP_500_INTERNAL_SERVER_ERROR), self.is_open())
    }

    /// The contract of the handshake of a WebSocket: 101, or a refusal. 500 is sent when the function fails before it has
    /// decided.
    pub const fn socket(&self) -> Contract {
        let decided = StatusSet::of(&[HTTP_101_SWITCHING_PROTOCOLS, HTTP_500_INTERNAL_SERVER_ERROR]);
        self.sending(decided, true)
    }

    /// The contract of a request that the program sends, and that somebody else answers: whatever was declared may come.
    pub const fn outgoing(&self) -> Contract {
        self.sending(StatusSet::EMPTY, true)
    }

    /// The contract with these statuses besides. What does not fit together is told by the assertions; a code that no
    /// response can have is left out here.
    const fn sending(&self, besides: StatusSet, open: bool) -> Contract {
        let (returns, declared) = (self.returns, self.declared);
        let mut sent = returns.own.union(besides);
        if returns.declared && may_be_final(self.status) {
            sent = sent.with(self.status);
        }
        if !is_narrowed(declared) {
            sent = sent.union(returns.raised);
        }
        let mut index = 0;
        while index < declared.len() {
            let covers = declared[index].covers;
            if covers.is_exact() {
                let statuses = covers.statuses();
                // Of a closed signature an entry only describes what is there.
                let new = if open {
                    statuses
                } else {
                    statuses.intersection(returns.raised)
                };
                sent = sent.union(new);
            }
            index += 1;
        }
        Contract {
            status: self.status,
            sent,
            refusals: self.refusals(),
            declared,
        }
    }

    /// Why a handler cannot return this.
    const fn returns_problem(&self) -> Option<Message> {
        match self.returns.problem {
            Some(told) if told.is_empty() => None,
            Some(problem) => Some(Message::new(problem)),
            None => match Contract::body_problem(self.status, self.returns, self.name) {
                Some(message) => Some(message),
                None => self.open_problem(),
            },
        }
    }

    /// What it returns can have any status, and it declares none.
    ///
    /// `&mut ResponseParts` asks for nothing: many a handler takes it for a header or a cookie alone.
    const fn open_problem(&self) -> Option<Message> {
        if !self.returns.open || !self.declared.is_empty() {
            return None;
        }
        Some(
            Message::new("`")
                .text(self.name)
                .text("` can answer with any status; say in its attribute with which ones, such as `raises(404)` or `responses(201 = \"Created\")`"),
        )
    }

    /// Why the own status that was written down can never be sent: nothing in the signature can have it.
    const fn own_problem(&self) -> Option<Message> {
        let (status, returns) = (self.status, self.returns);
        if let Some(problem) = Contract::status_problem(status) {
            return Some(problem);
        }
        if returns.declared || self.is_possible(StatusSet::one(status)) {
            return None;
        }
        let message = self.never().status(status);
        Some(match returns.own.first() {
            Some(first) => message
                .text("; what it returns has a status of its own, ")
                .status(first)
                .text(": leave out `status_code`"),
            None => message.text(NOTHING_HAS_IT),
        })
    }

    /// Why an entry of `raises` or `responses` can never be true.
    const fn declared_problem(&self, declared: &Declared) -> Option<Message> {
        let (status, returns) = (self.status, self.returns);
        let is_own = returns.declared && matches!(declared.covers, Covers::Status(code) if code == status);
        let statuses = declared.covers.statuses();
        match declared.covers {
            Covers::Status(code) if !may_be_final(code) => Contract::status_problem(code),
            Covers::Variant(name, None) => {
                let message = Message::new("this error has no variant `").text(name);
                Some(match returns.variants {
                    [] => message.text("`; name one that it has"),
                    variants => {
                        let message = message.text("`; name one that `").text(self.name);
                        listed(message.text("` can raise: "), variants)
                    }
                })
            }
            Covers::Class(_) | Covers::Every if !self.is_open() => Some(
                Message::new("`")
                    .text(self.name)
                    .text("` has a signature that says which statuses it can answer with; declare single ones, or leave this out"),
            ),
            Covers::Variant(name, Some(variant))
                if !self.is_open() && !variant.is_among(returns.variants) =>
            {
                Some(
                    Message::new("`")
                        .text(self.name)
                        .text("` never raises this `")
                        .text(name)
                        .text("`: the error that it returns cannot be it; name a variant of that one"),
                )
            }
            _ if is_own || self.is_possible(statuses) => None,
            Covers::Status(code @ 200..=299) if returns.declared => Some(
                self.never()
                    .status(code)
                    .text(": its own status is ")
                    .status(status)
                    .text("; write `status_code = ")
                    .number(code)
                    .text("` in the attribute, or leave this out"),
            ),
            Covers::Status(code @ 200..=399) if !returns.own.is_empty() => Some(
                self.never()
                    .status(code)
                    .text(": what it returns has its own statuses; leave it out, or return a type that has this one, such as one with `#[derive(fastr::Responses)]`"),
            ),
            Covers::Status(code) if !returns.raised.is_empty() => Some(
                self.never()
                    .status(code)
                    .text(": the error that it returns cannot be it; leave it out, or give the error a variant with this status"),
            ),
            Covers::Status(code) => Some(self.never().status(code).text(NOTHING_HAS_IT)),
            _ => None,
        }
    }

    /// Why `raises` is not the whole truth: the error that it returns has another status.
    const fn undeclared_problem(&self) -> Option<Message> {
        let (returns, declared) = (self.returns, self.declared);
        if returns.open || is_narrowed(declared) {
            return None;
        }
        let mut said = StatusSet::EMPTY;
        let mut index = 0;
        while index < declared.len() {
            said = said.union(declared[index].covers.statuses());
            index += 1;
        }
        match returns.raised.difference(said).first() {
            Some(status) => Some(
                Message::new("`")
                    .text(self.name)
                    .text("` can also answer with ")
                    .status(status)
                    .text(", which `raises` leaves out; add it, name the variants that are raised, or leave `raises` out"),
            ),
            None => None,
        }
    }

    /// Why the parameters cannot stand side by side.
    const fn parameters_problem(&self) -> Option<Message> {
        let parameters = self.parameters;
        let (bodies, forms) = (Parameter::json_bodies(parameters), Parameter::forms(parameters));
        let streams = Parameter::streams(parameters);
        let message = Message::new("`").text(self.name);
        if Parameter::sockets(parameters) > 0 {
            return Some(
                message.text(
                    "` takes a WebSocket, and answers a request; write `#[websocket(\"/…\")]` above it",
                ),
            );
        }
        if streams > 0 && bodies + forms + streams > 1 {
            return Some(message.text("` takes the body twice: a `Request` holds it as a stream, which only one parameter can have; take `&RequestParts` for the head alone"));
        }
        if bodies > 0 && Parameter::files(parameters) > 0 {
            return Some(message.text("` takes a file of a form and the body as JSON, and it is only one of them; mark what stands beside the file `#[form]`"));
        }
        if bodies > 0 && forms > 0 {
            return Some(message.text("` takes the body as JSON and as a form, and it is only one of them; mark all of its parts `#[form]`, or none"));
        }
        None
    }

    /// Why a limit for the body says nothing, or nothing useful.
    const fn body_limit_problem(&self, bytes: usize) -> Option<Message> {
        let message = Message::new("`").text(self.name);
        match BodyPlan::of(self.parameters) {
            BodyPlan::Leave if Parameter::streams(self.parameters) > 0 => Some(message.text("` takes the body as a stream, and reads as much of it as it wants; leave out `body_limit`, and give `collect` the limit")),
            BodyPlan::Leave => Some(message.text("` reads no body; leave out `body_limit`")),
            _ if bytes == 0 => Some(message.text("` would refuse every body; give `body_limit` the most bytes that one may have")),
            _ => None,
        }
    }

    const fn never(&self) -> Message {
        Message::new("`").text(self.name).text("` never answers with ")
    }

    /// Whether anything in it can have any status.
    const fn is_open(&self) -> bool {
        let mut open = self.returns.open;
        let mut index = 0;
        while index < self.parameters.len() {
            open = open || self.parameters[index].open;
            index += 1;
        }
        open
    }

    /// The statuses with which its arguments can be refused.
    const fn refusals(&self) -> StatusSet {
        let mut refusals = StatusSet::EMPTY;
        let mut index = 0;
        while index < self.parameters.len() {
            refusals = refusals.union(self.parameters[index].refusals());
            index += 1;
        }
        refusals
    }

    /// Whether it can have all of these statuses. A panic is answered 500, whatever the signature.
    const fn is_possible(&self, statuses: StatusSet) -> bool {
        let possible = self
            .returns
            .brought()
            .union(self.refusals())
            .with(HTTP_500_INTERNAL_SERVER_ERROR);
        self.is_open() || statuses.is_subset_of(possible)
    }
}

/// The message with the names of these variants behind it.
const fn listed(mut message: Message, variants: &[ErrorVariant]) -> Message {
    let mut index = 0;
    while index < variants.len() {
        let comma = if index == 0 { "`" } else { ", `" };
        message = message.text(comma).text(variants[index].name).text("`");
        index += 1;
    }
    message
}

const NOTHING_HAS_IT: &str = ": nothing that it takes or returns can have it; leave it out, or return a type that can, such as `Result<_, HttpException>`";
