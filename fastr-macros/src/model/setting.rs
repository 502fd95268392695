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
    /// `= type`, of a setting that has one
    Type(Type),
    /// `(value, …)`
    List(Vec<Expr>),
    /// `(status, …)`, of a setting that has statuses
    Statuses(Vec<StatusEntry>),
}

/// A status in `raises(...)` or `responses(...)`, and what is said of it.
pub struct StatusEntry {
    /// What stands for the status: a number, a name, a range, `default`, or a variant of an error.
    pub status: Expr,
    /// What is said of it.
    pub said: Said,
}

/// What is said of a status.
pub enum Said {
    /// Nothing.
    Nothing,
    /// `= "description"`
    Text(Expr),
    /// `(description = "…", …)`
    Settings(Vec<Setting>),
}
