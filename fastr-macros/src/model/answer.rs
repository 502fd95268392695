//! A type whose variants are answers: below `#[derive(ApiError)]`, `#[derive(Responses)]` or `#[derive(CloseError)]`.

use proc_macro2::TokenStream;
use syn::{Expr, Generics, Ident, LitStr, Member, Type};

use super::Setting;

/// The type.
#[expect(clippy::struct_field_names, reason = "the answers are what the type has")]
pub struct Answers {
    /// What is derived.
    pub derive: Derive,
    /// Its name.
    pub name: Ident,
    /// Its generics.
    pub generics: Generics,
    /// Where it stands when it is a union, which has no variants.
    pub union: Option<TokenStream>,
    /// Whether its answers are variants; a struct is itself the only one.
    pub is_enum: bool,
    /// The words of the attributes above it.
    pub words: Vec<Ident>,
    /// Its answers.
    pub answers: Vec<Answer>,
}

/// What is derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Derive {
    /// `ApiError`
    ApiError,
    /// `Responses`
    Responses,
    /// `CloseError`: its answers are the ends of a WebSocket, and its statuses close codes.
    CloseError,
}

impl Derive {
    /// The attribute that says how a variant answers.
    pub const fn attribute(self) -> &'static str {
        match self {
            Self::ApiError | Self::Responses => "status",
            Self::CloseError => "close",
        }
    }

    /// How it is written.
    pub const fn example(self) -> &'static str {
        match self {
            Self::ApiError => "#[status(404, \"Item not found\")]",
            Self::Responses => "#[status(201)]",
            Self::CloseError => "#[close(4001, \"kicked\")]",
        }
    }
}

/// A variant, or a struct.
pub struct Answer {
    /// Its name.
    pub name: Ident,
    /// Its doc comment.
    pub doc: String,
    /// What `#[status(...)]` or `#[close(...)]` says; more than one is a mistake.
    pub statuses: Vec<StatusAttribute>,
    /// The words of all its attributes.
    pub words: Vec<Ident>,
    /// Its fields.
    pub fields: Vec<AnswerField>,
}

/// `#[status(404, "message", settings…)]`, or `#[close(4001, "message")]`
pub struct StatusAttribute {
    /// The word `status`, or `close`.
    pub word: Ident,
    /// Whether it could be read. If not, that was told.
    pub read: bool,
    /// The status, or the word `transparent`.
    pub status: Option<Expr>,
    /// The message.
    pub message: Option<LitStr>,
    /// Everything behind them.
    pub settings: Vec<Setting>,
}

/// A field.
pub struct AnswerField {
    /// Its name or number.
    pub member: Member,
    /// Its type.
    pub ty: Type,
    /// The words of its attributes: `#[from]`, `#[source]`, `#[detail]`, `#[body]`, and whatever else is there.
    pub words: Vec<Ident>,
}

impl AnswerField {
    /// Whether this is said of it.
    pub fn is(&self, mark: &str) -> bool {
        self.words.iter().any(|said| said == mark)
    }
}
