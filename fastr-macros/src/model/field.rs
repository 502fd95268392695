//! A field of an annotated struct.

use syn::{Attribute, Expr, Ident, Type};

use super::Setting;

/// A field.
pub struct Field {
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: Type,
    /// Its attributes, without `#[field]`.
    pub attributes: Vec<Attribute>,
    /// Its doc comment.
    pub doc: String,
    /// What `#[field(...)]` says.
    pub settings: Vec<Setting>,
}

/// What a field is when it is absent.
pub enum Fallback {
    /// The default of its type.
    OfType,
    /// This value.
    Value(Expr),
}

/// A constraint whose value has the right form.
pub struct Constraint {
    /// Its name.
    pub name: Ident,
    /// Its value.
    pub value: Expr,
}
