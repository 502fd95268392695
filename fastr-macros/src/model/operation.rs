//! An annotated function.

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::{Attribute, Ident, Pat, Signature, Type, Visibility};

use super::{Setting, Template};

/// A request method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// GET
    Get,
    /// POST
    Post,
    /// PUT
    Put,
    /// DELETE
    Delete,
    /// PATCH
    Patch,
    /// HEAD
    Head,
    /// OPTIONS
    Options,
    /// TRACE
    Trace,
}

impl Method {
    /// Every method, with its name on the wire.
    pub const ALL: [(&'static str, Self); 8] = [
        ("GET", Self::Get),
        ("POST", Self::Post),
        ("PUT", Self::Put),
        ("DELETE", Self::Delete),
        ("PATCH", Self::Patch),
        ("HEAD", Self::Head),
        ("OPTIONS", Self::Options),
        ("TRACE", Self::Trace),
    ];
}

/// What a function is for, and with it who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The program: the function is called.
    Served,
    /// The program, which then speaks another protocol: the function is called.
    Socket,
    /// Somebody else, who wants to be told of something.
    Webhook,
    /// Somebody else, whose address came with a request.
    Callback,
    /// The program: the function makes the response to an error.
    Handler,
    /// The program: the function stands around all operations.
    Middleware,
}

impl Kind {
    /// What people call the function.
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Served | Self::Webhook | Self::Callback => "an operation",
            Self::Socket => "a WebSocket",
            Self::Handler => "an exception handler",
            Self::Middleware => "a middleware",
        }
    }
}

/// An attribute and the function below it.
pub struct Operation {
    /// Who answers.
    pub kind: Kind,
    /// The attribute's name, such as `get`.
    pub attribute: &'static str,
    /// The attribute's method; none for `route`, `webhook` and `callback`.
    pub method: Option<Method>,
    /// The path, when one was given that could be read. That of a webhook is its name, that of a callback an expression.
    pub path: Option<Template>,
    /// Everything else in the attribute.
    pub settings: Vec<Setting>,
    /// The function.
    pub function: Function,
}

/// A function.
pub struct Function {
    /// Its attributes, doc comments among them.
    pub attributes: Vec<Attribute>,
    /// Its visibility.
    pub visibility: Visibility,
    /// Its signature.
    pub signature: Signature,
    /// Its body, braces included, not looked into.
    pub body: TokenStream,
    /// Its doc comment.
    pub doc: String,
    /// `self`, which no operation has.
    pub receiver: Option<Receiver>,
    /// Its parameters.
    pub parameters: Vec<Parameter>,
    /// What it returns.
    pub returns: Type,
    /// Whether its body might wait: it is async, and holds `await` or a macro that might.
    pub waits: bool,
}

impl Function {
    /// The parameter with this name, as requests know it: `type` for `r#type`.
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        let named = |parameter: &&Parameter| parameter.name.as_ref().is_some_and(|it| it.unraw() == name);
        self.parameters.iter().find(named)
    }
}

/// `self` in any form.
pub struct Receiver(pub TokenStream);

/// A parameter of a function.
pub struct Parameter {
    /// Its name, when it is no more than one.
    pub name: Option<Ident>,
    /// What stands for the name.
    pub pattern: Pat,
    /// Its type.
    pub ty: Type,
    /// What says where it comes from; more than one is a mistake.
    pub sources: Vec<SourceAttribute>,
}

/// `#[query(...)]` and its like, at a parameter.
pub struct SourceAttribute {
    /// Which one.
    pub name: Ident,
    /// What it says.
    pub settings: Vec<Setting>,
}
