//! An annotated struct or enum.

use proc_macro2::TokenStream;
use syn::{Attribute, DeriveInput, Ident, Type};

use super::{Field, Setting};

/// A type below `#[model]`.
pub struct Data {
    /// The item as it is to be written out: without the attributes that are fastr's own.
    pub item: DeriveInput,
    /// What stands in the parentheses of the attribute.
    pub settings: Vec<Setting>,
    /// Its doc comment.
    pub doc: String,
    /// What it is made of.
    pub fields: Fields,
}

/// What a type is made of.
pub enum Fields {
    /// A struct with named fields.
    Named(Vec<Field>),
    /// An enum.
    Variants(Vec<Variant>),
    /// Something that cannot be a model: what it is, and where that shows.
    Unfit(&'static str, TokenStream),
}

/// A variant of an enum.
pub struct Variant {
    /// Its name.
    pub name: Ident,
    /// Its attributes.
    pub attributes: Vec<Attribute>,
    /// Its doc comment.
    pub doc: String,
    /// What it holds.
    pub holds: Holds,
}

/// What a variant holds.
pub enum Holds {
    /// Nothing.
    Nothing,
    /// One value.
    One(Box<Type>),
    /// Named fields.
    Named(Vec<Field>),
    /// Several values without names.
    Several(TokenStream),
}
