//! A field of an annotated struct.

use syn::{Attribute, Expr, GenericArgument, Ident, PathArguments, Type, TypePath};

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

/// What stands between the angle brackets at the end of a type: `T` for `Vec<T>`.
pub fn inner_types(ty: &TypePath) -> impl DoubleEndedIterator<Item = &Type> {
    let arguments = match ty.path.segments.last().map(|last| &last.arguments) {
        Some(PathArguments::AngleBracketed(inside)) => Some(&inside.args),
        _ => None,
    };
    arguments
        .into_iter()
        .flatten()
        .filter_map(|argument| match argument {
            GenericArgument::Type(inner) => Some(inner),
            _ => None,
        })
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
