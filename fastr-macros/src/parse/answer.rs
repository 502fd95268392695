//! The type below `#[derive(ApiError)]` and its like, and its `#[status(...)]` or `#[close(...)]`.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Ident, Index, Lit, LitStr, Member, Meta, Token};

use super::setting::{comma, settings};
use super::status::status;
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
            .filter(|attribute| attribute.path().is_ident(derive.attribute()))
            .map(|attribute| status_attribute(derive, attribute, diagnostics))
            .collect(),
        words: words(attributes),
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
        words: words(&item.attrs),
        answers,
    })
}

/// One that is not in parentheses says nothing.
fn status_attribute(derive: Derive, attribute: &Attribute, diagnostics: &mut Diagnostics) -> StatusAttribute {
    let mut said = StatusAttribute {
        word: Ident::new(derive.attribute(), attribute.path().span()),
        read: true,
        status: None,
        message: None,
        settings: Vec::new(),
    };
    if let Meta::List(list) = &attribute.meta
        && let Err(error) = list.parse_args_with(|input: ParseStream| fill(derive, &mut said, input))
    {
        diagnostics.add(error);
        said.read = false;
    }
    said
}

fn fill(derive: Derive, said: &mut StatusAttribute, input: ParseStream) -> syn::Result<()> {
    if !input.is_empty() && !input.peek(LitStr) {
        let status = status(input)?;
        if input.peek(Token![=]) {
            return Err(syn::Error::new(
                status.span(),
                match derive {
                    Derive::CloseError => {
                        "the code and the reason have no names here; write `#[close(4001, \"kicked\")]`"
                    }
                    _ => {
                        "the status and the message have no names here; write `#[status(404, \"Item not found\")]`"
                    }
                },
            ));
        }
        comma(input)?;
        said.status = Some(status);
    }
    if input.peek(LitStr) {
        said.message = Some(input.parse()?);
        comma(input)?;
    } else if input.peek(Lit) || input.peek2(Token![!]) || input.peek2(Token![::]) {
        return Err(input.error(
            "the message is a text, which can have fields in it; write one such as `\"item {item_id} not found\"`",
        ));
    }
    said.settings = settings(input)?;
    Ok(())
}

fn field((index, field): (usize, &syn::Field)) -> AnswerField {
    let member = match &field.ident {
        Some(name) => Member::Named(name.clone()),
        None => Member::Unnamed(Index::from(index)),
    };
    AnswerField {
        member,
        ty: ungrouped(&field.ty).clone(),
        words: words(&field.attrs),
    }
}

/// The words of attributes that are one word.
fn words(attributes: &[Attribute]) -> Vec<Ident> {
    let words = attributes
        .iter()
        .filter_map(|attribute| attribute.path().get_ident());
    words.cloned().collect()
}
