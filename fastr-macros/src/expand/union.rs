//! An enum whose variants hold something.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Data, DeriveInput};

use super::model::{from_the_body, name_text, respond, serde_traits, with_serde, with_serde_functions};
use super::object::{defaults, descriptions, tell};
use super::runtime::{runtime, runtime_at};
use super::{field, rule};
use crate::check::{ModelPlan, PlannedHolds, PlannedTagging, PlannedVariant};

/// The code of a union.
pub fn union(plan: &ModelPlan, variants: &[PlannedVariant], tagging: &PlannedTagging) -> TokenStream {
    let rt = runtime();
    let (name, doc) = (&plan.item.ident, &plan.doc);
    let item = told(&plan.item, variants);
    // Without tags, serde takes no lists for the fields of a variant.
    let (item, serde_traits) = match tagging {
        PlannedTagging::Untagged => (with_serde(&item), None),
        _ => (
            with_serde_functions(&item),
            Some(serde_traits(name, &quote!(Tagged))),
        ),
    };
    let support = variants.iter().map(|variant| support(name, variant));
    let descriptions = variants.iter().map(|variant| description(name, variant));
    let is_valid = is_valid(plan, variants);
    let tagging = tagging_value(tagging);
    let text = name_text(name);
    let examples = field::examples(&plan.examples);
    let argument = from_the_body(name);
    let respond = respond(name);
    quote! {
        #item

        const _: () = {
            #serde_traits
            #(#support)*
            impl #rt::Schema for #name {
                fn shape() -> #rt::Shape {
                    static __FASTR_UNION: #rt::Union = #rt::Union {
                        name: #text,
                        path: ::core::any::type_name::<#name>,
                        doc: #doc,
                        tagging: #tagging,
                        variants: &[#(#descriptions),*],
                        examples: #examples,
                    };
                    #rt::Shape::Union(&__FASTR_UNION)
                }
                #is_valid
            }
            #argument
            #respond
        };
    }
}

fn tagging_value(tagging: &PlannedTagging) -> TokenStream {
    let rt = runtime();
    match tagging {
        PlannedTagging::External => quote!(#rt::Tagging::External),
        PlannedTagging::Internal(tag) => quote!(#rt::Tagging::Internal(#tag)),
        PlannedTagging::Adjacent(tag, content) => quote!(#rt::Tagging::Adjacent(#tag, #content)),
        PlannedTagging::Untagged => quote!(#rt::Tagging::Untagged),
    }
}

fn fields_constant(variant: &PlannedVariant) -> Ident {
    format_ident!("__FASTR_FIELDS_{}", variant.name.to_string().to_uppercase())
}

/// The constants and functions for the fields of a variant.
fn support(name: &Ident, variant: &PlannedVariant) -> Option<TokenStream> {
    let PlannedHolds::Named(fields, _) = &variant.holds else {
        return None;
    };
    let defaults = defaults(name, fields);
    let descriptions = descriptions(name, fields, &fields_constant(variant));
    Some(quote!(#defaults #descriptions))
}

fn description(name: &Ident, variant: &PlannedVariant) -> TokenStream {
    let rt = runtime();
    let (text, doc) = (&variant.wire_name, &variant.doc);
    let holds = match &variant.holds {
        PlannedHolds::Nothing => quote!(::core::option::Option::None),
        PlannedHolds::One(ty) => {
            let rt_here = runtime_at(ty.span());
            quote_spanned!(ty.span()=> ::core::option::Option::Some(<#ty as #rt_here::Schema>::shape))
        }
        PlannedHolds::Named(_, closed) => {
            let constant = fields_constant(variant);
            let own_name = format!("{}{}", name_text(name), variant.name);
            let path = format!("{own_name}#fields");
            quote!(::core::option::Option::Some(|| {
                static __FASTR_OBJECT: #rt::Object = #rt::Object {
                    name: #own_name,
                    path: || ::core::concat!(::core::module_path!(), "::", #path),
                    doc: #doc,
                    fields: #constant,
                    closed: #closed,
                    rule: ::core::option::Option::None,
                    examples: ::core::option::Option::None,
                };
                #rt::Shape::Object(&__FASTR_OBJECT)
            }))
        }
    };
    quote!(#rt::Variant { name: #text, doc: #doc, holds: #holds })
}

fn is_valid(plan: &ModelPlan, variants: &[PlannedVariant]) -> TokenStream {
    let arms = variants.iter().filter_map(arm);
    let rule = plan.rule.as_ref().map(|rule| {
        let kept = rule::kept(rule, &syn::parse_quote!(Self), &quote!(self));
        quote!(&& #kept)
    });
    quote! {
        fn is_valid(&self) -> bool {
            (match self {
                #(#arms)*
                #[allow(unreachable_patterns, reason = "every variant may have an arm of its own")]
                _ => true,
            }) #rule
        }
    }
}

/// The arm of a variant; none when nothing is asked of what it holds.
fn arm(variant: &PlannedVariant) -> Option<TokenStream> {
    let rt = runtime();
    let name = &variant.name;
    match &variant.holds {
        PlannedHolds::Nothing => None,
        PlannedHolds::One(ty) => {
            Some(quote!(Self::#name(__fastr_held) => <#rt::Probe<#ty>>::is_valid(__fastr_held),))
        }
        PlannedHolds::Named(fields, _) => {
            let constant = fields_constant(variant);
            let (members, checks): (Vec<_>, Vec<_>) = fields
                .iter()
                .enumerate()
                .filter_map(|(index, entry)| {
                    let member = &entry.name;
                    Some((
                        member,
                        field::validity(entry, &quote!(#member), &constant, index)?,
                    ))
                })
                .unzip();
            (!checks.is_empty()).then(|| quote!(Self::#name { #(#members,)* .. } => #(#checks)&&*,))
        }
    }
}

/// The item with what serde is told of each field, and of each type that a variant holds.
fn told(item: &DeriveInput, variants: &[PlannedVariant]) -> DeriveInput {
    let mut item = item.clone();
    let name = item.ident.clone();
    if let Data::Enum(choice) = &mut item.data {
        for (entry, plan) in choice.variants.iter_mut().zip(variants) {
            if let PlannedHolds::Named(fields, _) = &plan.holds {
                tell(&name, &mut entry.fields, fields);
            }
        }
    }
    item
}
