//! The type below `#[model]`, and the `#[field(...)]` of its fields.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Data as SynData, DeriveInput, Fields as SynFields};

use super::setting::settings;
use super::{doc, ungrouped};
use crate::diagnostics::Diagnostics;
use crate::model::{Data, Field, Fields, Setting, Variant};

/// Reads a type; nothing when it cannot be read at all.
pub fn data(arguments: TokenStream, item: TokenStream, diagnostics: &mut Diagnostics) -> Option<Data> {
    let mut item: DeriveInput = match syn::parse2(item) {
        Ok(item) => item,
        Err(error) => {
            diagnostics.report(error.to_compile_error(), "");
            return None;
        }
    };
    let doc = doc(&item.attrs);
    let fields = match &mut item.data {
        SynData::Union(union) => Fields::Unfit("a union", union.union_token.to_token_stream()),
        SynData::Enum(choice) => Fields::Variants(choice.variants.iter().map(variant).collect()),
        SynData::Struct(object) => match &mut object.fields {
            SynFields::Named(named) => Fields::Named(
                named
                    .named
                    .iter_mut()
                    .filter_map(|entry| field(entry, diagnostics))
                    .collect(),
            ),
            SynFields::Unnamed(unnamed) => {
                Fields::Unfit("a struct whose fields have no names", unnamed.to_token_stream())
            }
            SynFields::Unit => Fields::Unfit("a struct without fields", item.ident.to_token_stream()),
        },
    };
    Some(Data {
        item,
        arguments,
        doc,
        fields,
    })
}

fn variant(variant: &syn::Variant) -> Variant {
    Variant {
        name: variant.ident.clone(),
        attributes: variant.attrs.clone(),
        holds: variant.fields.clone(),
    }
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
