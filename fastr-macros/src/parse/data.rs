//! The type below `#[model]`, and the `#[field(...)]` of its fields.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::Parser;
use syn::{Attribute, Data as SynData, DeriveInput, Fields as SynFields};

use super::setting::settings;
use super::{doc, first_line, holds_word, ungrouped};
use crate::diagnostics::Diagnostics;
use crate::model::{Data, Field, Fields, Holds, Setting, Variant};

/// Reads a type; nothing when it cannot be read at all.
pub fn data(arguments: TokenStream, item: TokenStream, diagnostics: &mut Diagnostics) -> Option<Data> {
    let mut item: DeriveInput = match syn::parse2(item.clone()) {
        Ok(item) => item,
        // The compiler tells what is wrong with a type; this is only in case that it finds nothing.
        Err(error) if holds_word(first_line(item.clone()), is_type) => {
            diagnostics.add(error);
            return None;
        }
        Err(_) => {
            diagnostics.report(
                first_line(item),
                "`#[model]` goes above a struct or an enum; move it to one",
            );
            return None;
        }
    };
    let said = settings.parse2(arguments).unwrap_or_else(|error| {
        diagnostics.add(error);
        Vec::new()
    });
    let doc = doc(&item.attrs);
    let fields = match &mut item.data {
        SynData::Union(union) => Fields::Unfit("a union", union.union_token.to_token_stream()),
        SynData::Enum(choice) => Fields::Variants(
            choice
                .variants
                .iter_mut()
                .map(|entry| variant(entry, diagnostics))
                .collect(),
        ),
        SynData::Struct(object) => match &mut object.fields {
            SynFields::Named(named) => Fields::Named(named_fields(named, diagnostics)),
            SynFields::Unnamed(unnamed) => {
                Fields::Unfit("a struct whose fields have no names", unnamed.to_token_stream())
            }
            SynFields::Unit => Fields::Unfit("a struct without fields", item.ident.to_token_stream()),
        },
    };
    Some(Data {
        item,
        settings: said,
        doc,
        fields,
    })
}

/// A word that begins a type.
fn is_type(word: &str) -> bool {
    matches!(word, "struct" | "enum" | "union")
}

fn variant(variant: &mut syn::Variant, diagnostics: &mut Diagnostics) -> Variant {
    let holds = match &mut variant.fields {
        SynFields::Unit => Holds::Nothing,
        SynFields::Named(named) => Holds::Named(named_fields(named, diagnostics)),
        SynFields::Unnamed(unnamed) => match unnamed.unnamed.first() {
            Some(only) if unnamed.unnamed.len() == 1 => Holds::One(Box::new(only.ty.clone())),
            _ => Holds::Several(unnamed.to_token_stream()),
        },
    };
    Variant {
        name: variant.ident.clone(),
        attributes: variant.attrs.clone(),
        doc: doc(&variant.attrs),
        holds,
    }
}

fn named_fields(named: &mut syn::FieldsNamed, diagnostics: &mut Diagnostics) -> Vec<Field> {
    named
        .named
        .iter_mut()
        .filter_map(|entry| field(entry, diagnostics))
        .collect()
}

/// Reads a field and takes `#[field]` from it, which the compiler does not know.
fn field(entry: &mut syn::Field, diagnostics: &mut Diagnostics) -> Option<Field> {
    let (ours, attributes): (Vec<Attribute>, Vec<Attribute>) = std::mem::take(&mut entry.attrs)
        .into_iter()
        .partition(|attribute| attribute.path().is_ident("field"));
    entry.attrs.clone_from(&attributes);
    let mut all: Vec<Setting> = Vec::new();
    for attribute in ours {
        match attribute.parse_args_with(settings) {
            Ok(read) => all.extend(read),
            Err(error) => diagnostics.add(error),
        }
    }
    Some(Field {
        name: entry.ident.clone()?,
        ty: ungrouped(&entry.ty).clone(),
        doc: doc(&attributes),
        attributes,
        settings: all,
    })
}
