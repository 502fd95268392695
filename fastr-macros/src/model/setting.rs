//! A setting in an attribute: `name`, `name = value`, `name(value, …)`.

use syn::{Expr, Ident, Type};

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
    /// `= type`, of a setting that names one.
    Type(Type),
    /// `(value, …)`
    List(Vec<Expr>),
}
