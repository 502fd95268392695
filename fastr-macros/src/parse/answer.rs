//! The type below `#[derive(ApiError)]` or `#[derive(Responses)]`, and its `#[status(...)]`.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Ident, Index, LitStr, Member, Meta};

use super::setting::{comma, settings, status};
use super::{doc, ungrouped};
use crate::diagnostics::Diagnostics;
use crate::model::{Answer, AnswerField, Answers, Derive, StatusAttribute};

/// Reads a type; nothing when it cannot be read at all.
pub fn answers(derive: Derive, item: TokenStream, diagnostics: &mut Diagnostics) -> Option<Answers> {
    let item: DeriveInput = match syn::parse2(item) {
        Ok(item) => item,
        Err(error) => {
            diagnostics.add(error);
            return None;
        }
    };
    let mut answer = |name: &Ident, attributes: &[Attribute], fields: &syn::Fields| Answer {
        name: name.clone(),
        doc: doc(attributes),
        statuses: attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("status"))
            .filter_map(|attribute| status_attribute(attribute, diagnostics))
            .collect(),
        fields: fields.iter().enumerate().map(field).collect(),
    };
    let (union, is_enum, answers) = match &item.data {
        Data::Struct(object) => (
            None,
            false,
            vec![answer(&item.ident, &item.attrs, &object.fields)],
        ),
        Data::Enum(choice) => {
            let variants = choice.variants.iter();
            let answers = variants.map(|variant| answer(&variant.ident, &variant.attrs, &variant.fields));
            (None, true, answers.collect())
        }
        Data::Union(union) => (Some(union.union_token.to_token_stream()), false, Vec::new()),
    };
    Some(Answers {
        derive,
        name: item.ident,
        generics: item.generics,
        union,
        is_enum,
        answers,
    })
}

/// Nothing only when it cannot be read. `#[status]` alone says nothing.
fn status_attribute(attribute: &Attribute, diagnostics: &mut Diagnostics) -> Option<StatusAttribute> {
    let word = Ident::new("status", attribute.path().span());
    if let Meta::Path(_) = attribute.meta {
        return Some(StatusAttribute {
            word,
            status: None,
            message: None,
            settings: Vec::new(),
        });
    }
    let read = attribute.parse_args_with(|input: ParseStream| {
        let status = if input.is_empty() || input.peek(LitStr) {
            None
        } else {
            let status = status(input)?;
            comma(input)?;
            Some(status)
        };
        let message = if input.peek(LitStr) {
            let message = input.parse()?;
            comma(input)?;
            Some(message)
        } else {
            None
        };
        Ok(StatusAttribute {
            word,
            status,
            message,
            settings: settings(input)?,
        })
    });
    read.map_err(|error| diagnostics.add(error)).ok()
}

fn field((index, field): (usize, &syn::Field)) -> AnswerField {
    let marks = field
        .attrs
        .iter()
        .filter_map(|attribute| attribute.path().get_ident().cloned())
        .filter(|word| {
            ["from", "source", "detail", "body"]
                .iter()
                .any(|mark| word == mark)
        });
    let member = match &field.ident {
        Some(name) => Member::Named(name.clone()),
        None => Member::Unnamed(Index::from(index)),
    };
    AnswerField {
        member,
        ty: ungrouped(&field.ty).clone(),
        marks: marks.collect(),
    }
}
