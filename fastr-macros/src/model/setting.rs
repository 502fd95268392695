//! A setting in an attribute: `name`, `name = value`, `name(value, …)`.

use syn::{Expr, Ident};

/// A setting.
pub struct Setting {
    /// Its name.
    pub name: Ident,
    /// Its value.
    pub value: Value,
}

/// The value of a setting.
pub enum Value {
    /// None: the name alone.
    Flag,
    /// `= value`
    Is(Expr),
    /// `(value, …)`
    List(Vec<Expr>),
}
