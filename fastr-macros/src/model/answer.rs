//! A type whose variants are answers: below `#[derive(ApiError)]` or `#[derive(Responses)]`.

use proc_macro2::TokenStream;
use syn::{Expr, Generics, Ident, LitStr, Member, Type};

use super::Setting;

/// The type.
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
}

/// A variant, or a struct.
pub struct Answer {
    /// Its name.
    pub name: Ident,
    /// Its doc comment.
    pub doc: String,
    /// What `#[status(...)]` says; more than one is a mistake.
    pub statuses: Vec<StatusAttribute>,
    /// Its fields.
    pub fields: Vec<AnswerField>,
}

/// `#[status(404, "message", settings…)]`
pub struct StatusAttribute {
    /// The word `status`.
    pub word: Ident,
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
    /// What is said of it: `#[from]`, `#[source]`, `#[detail]`, `#[body]`.
    pub marks: Vec<Ident>,
}

impl AnswerField {
    /// Whether this is said of it.
    pub fn is(&self, mark: &str) -> bool {
        self.marks.iter().any(|said| said == mark)
    }
}
