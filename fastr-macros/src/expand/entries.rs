//! How a struct is written and read, field by field: what serde would derive, in a few lines.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::field::is_plain;
use super::model::{name_text, serde_traits};
use super::owner::Owner;
use super::runtime::short;
use crate::check::{PlannedField, PlannedObject, Sent};

/// serde's traits for a struct, and how it is made of its entries.
pub fn struct_traits(owner: &Owner<'_>, object: &PlannedObject) -> TokenStream {
    let rt = short();
    let serde_traits = serde_traits(owner, &write(owner, &object.fields), &read(owner, object));
    let from_entries = from_entries(owner, &object.fields);
    let has_types_of_others = object.fields.iter().any(|field| !is_plain(&field.ty));
    let stand_in = has_types_of_others.then(|| {
        quote! {
            #[allow(unused_imports, reason = "it is for a field that is no model")]
            use #rt::NotAModel as _;
        }
    });
    quote!(#stand_in #serde_traits #from_entries)
}

fn write(owner: &Owner<'_>, fields: &[PlannedField]) -> TokenStream {
    let (rt, name, count) = (short(), name_text(owner.name), count(fields));
    let written = fields.iter().map(written);
    quote! {
        let mut __fastr_fields = #rt::write_object(__fastr_serializer, #name, #count);
        #(#written)*
        __fastr_fields.end()
    }
}

/// How many fields are written.
fn count(fields: &[PlannedField]) -> TokenStream {
    let always = fields
        .iter()
        .filter(|field| matches!(field.sent, Sent::Always))
        .count();
    let others = fields.iter().filter_map(left_out);
    quote!(#always #(+ (!#others) as usize)*)
}

/// Whether a field is left out, where that depends on its value.
fn left_out(field: &PlannedField) -> Option<TokenStream> {
    let (rt, member) = (short(), &field.name);
    match &field.sent {
        Sent::Always | Sent::Never => None,
        Sent::Unless(path) => Some(quote!(#path(&self.#member))),
        Sent::UnlessAbsent => Some(quote!(#rt::Patch::is_absent(&self.#member))),
    }
}

/// The statement that writes a field.
fn written(field: &PlannedField) -> TokenStream {
    let rt = short();
    let (member, ty, name) = (&field.name, &field.ty, &field.wire_name);
    let whole = if is_plain(ty) {
        quote!(__fastr_fields.field(#name, &self.#member))
    } else {
        quote!(<#rt::Probe<#ty>>::write(&self.#member, #name, &mut __fastr_fields))
    };
    let left_out = match field.sent {
        // Otherwise the compiler would find that nobody reads it.
        Sent::Never => return quote!(let _ = &self.#member;),
        _ => left_out(field),
    };
    match left_out {
        None => quote!(#whole;),
        Some(left_out) => {
            quote!(if #left_out { __fastr_fields.skip(#name) } else { #whole })
        }
    }
}

fn read(owner: &Owner<'_>, object: &PlannedObject) -> TokenStream {
    let (rt, name, closed) = (short(), name_text(owner.name), object.closed);
    let aliases = object.fields.iter().flat_map(|field| &field.aliases);
    let names = object.fields.iter().map(|field| &field.wire_name).chain(aliases);
    quote! {
        #rt::read_object(
            __fastr_deserializer,
            &#rt::Keys { model: #name, names: &[#(#names),*], closed: #closed },
        )
    }
}

fn from_entries(owner: &Owner<'_>, fields: &[PlannedField]) -> TokenStream {
    let rt = short();
    let from_entries = owner.implements(&quote!(#rt::FromEntries));
    let values: Vec<_> = (0..fields.len())
        .map(|index| format_ident!("__fastr_{index}"))
        .collect();
    let arms = fields
        .iter()
        .zip(&values)
        .zip(places(fields))
        .map(|((field, value), places)| arm(field, value, &places));
    let required = fields.iter().zip(&values).filter_map(required);
    let given = fields.iter().zip(&values).map(given);
    quote! {
        #from_entries {
            fn from_entries<'de, __A: #rt::serde::de::MapAccess<'de>>(
                mut __fastr_entries: #rt::Entries<__A, __A::Error>,
            ) -> ::core::result::Result<Self, __A::Error> {
                #(let mut #values = ::core::option::Option::None;)*
                loop {
                    match __fastr_entries.next_place() {
                        #(#arms,)*
                        #rt::END => break,
                        _ => __fastr_entries.skip(),
                    }
                }
                #(#required)*
                __fastr_entries.made(Self { #(#given),* })
            }
        }
    }
}

/// The places that each field has among the names: its own, and behind all those the ones of its aliases.
fn places(fields: &[PlannedField]) -> impl Iterator<Item = Vec<usize>> {
    let mut behind = fields.len();
    fields.iter().enumerate().map(move |(own, field)| {
        let aliases = behind..behind + field.aliases.len();
        behind = aliases.end;
        std::iter::once(own).chain(aliases).collect()
    })
}

fn arm(field: &PlannedField, value: &Ident, places: &[usize]) -> TokenStream {
    let (rt, ty, name) = (short(), &field.ty, &field.wire_name);
    if is_plain(ty) {
        quote!(#(#places)|* => __fastr_entries.read(&mut #value, #name))
    } else {
        quote!(#(#places)|* => <#rt::Probe<#ty>>::read(&mut #value, #name, &mut __fastr_entries))
    }
}

/// Takes the value of a field that has to be there.
fn required((field, value): (&PlannedField, &Ident)) -> Option<TokenStream> {
    let name = &field.wire_name;
    let is_required = field.fallback.is_none() && !field.optional;
    is_required.then(|| {
        quote! {
            let ::core::option::Option::Some(#value) = #value else {
                return __fastr_entries.missing(#name);
            };
        }
    })
}

/// The field with its value, or with what it is when it is absent.
fn given((field, value): (&PlannedField, &Ident)) -> TokenStream {
    let (member, ty) = (&field.name, &field.ty);
    if field.fallback.is_some() {
        let default = &field.default_function;
        quote!(#member: #value.unwrap_or_else(Self::#default))
    } else if field.optional {
        let value = quote_spanned!(ty.span()=> ::core::option::Option::unwrap_or_default(#value));
        quote!(#member: #value)
    } else {
        quote!(#member: #value)
    }
}
