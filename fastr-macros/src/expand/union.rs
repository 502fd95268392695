//! An enum whose variants hold something.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Data, DeriveInput};

use super::model::{from_the_body, name_text, respond, traits_of_serde, with_serde, with_serde_functions};
use super::object::{own_fields, tell};
use super::owner::Owner;
use super::runtime::{import, short, short_at};
use super::{field, rule};
use crate::check::{ModelPlan, PlannedHolds, PlannedTagging, PlannedVariant};

/// The code of a union.
pub fn union(plan: &ModelPlan, variants: &[PlannedVariant], tagging: &PlannedTagging) -> TokenStream {
    let (rt, import) = (short(), import());
    let owner = Owner::of(&plan.item);
    let (own, schema) = (owner.own(), owner.implements(&quote!(#rt::Schema)));
    let item = told(&owner, &plan.item, variants);
    // Without tags, serde takes no lists for the fields of a variant.
    let (item, serde_traits) = match tagging {
        PlannedTagging::Untagged => (with_serde(&item), None),
        _ => (
            with_serde_functions(&item),
            Some(traits_of_serde(&owner, &quote!(Tagged))),
        ),
    };
    let fields: Vec<_> = variants.iter().filter_map(fields).collect();
    let own = (!fields.is_empty()).then(|| quote!(#own { #(#fields)* }));
    let descriptions = variants.iter().map(|variant| description(owner.name, variant));
    let is_valid = is_valid(plan, variants);
    let tagging = tagging_value(tagging);
    let (text, doc) = (name_text(owner.name), &plan.doc);
    let examples = field::examples(&plan.examples);
    let argument = from_the_body(&owner);
    let respond = respond(&owner);
    quote! {
        #item

        const _: () = {
            #import
            #serde_traits
            #own
            #schema {
                fn shape() -> #rt::Shape {
                    #rt::Shape::Union(const {
                        &#rt::Union {
                            name: #rt::TypeName::of::<Self>(#text),
                            doc: #doc,
                            tagging: #tagging,
                            variants: &[#(#descriptions),*],
                            examples: #examples,
                        }
                    })
                }
                #is_valid
            }
            #argument
            #respond
        };
    }
}

fn tagging_value(tagging: &PlannedTagging) -> TokenStream {
    let rt = short();
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

/// What the type has for the fields of a variant.
fn fields(variant: &PlannedVariant) -> Option<TokenStream> {
    match &variant.holds {
        PlannedHolds::Named(fields, _) => Some(own_fields(fields, &fields_constant(variant))),
        PlannedHolds::Nothing | PlannedHolds::One(_) => None,
    }
}

fn description(name: &Ident, variant: &PlannedVariant) -> TokenStream {
    let rt = short();
    let (text, doc) = (&variant.wire_name, &variant.doc);
    let holds = match &variant.holds {
        PlannedHolds::Nothing => quote!(::core::option::Option::None),
        PlannedHolds::One(ty) => {
            let rt_here = short_at(ty.span());
            quote_spanned!(ty.span()=> ::core::option::Option::Some(<#ty as #rt_here::Schema>::shape))
        }
        PlannedHolds::Named(_, closed) => {
            let constant = fields_constant(variant);
            let own_name = format!("{}{}", name_text(name), variant.name);
            let variant = variant.name.to_string();
            quote!(::core::option::Option::Some(|| #rt::Shape::Object(const {
                &#rt::Object {
                    name: #rt::TypeName::of_variant::<Self>(#own_name, #variant),
                    doc: #doc,
                    fields: Self::#constant,
                    closed: #closed,
                    rule: ::core::option::Option::None,
                    examples: ::core::option::Option::None,
                }
            })))
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
    let rt = short();
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
fn told(owner: &Owner<'_>, item: &DeriveInput, variants: &[PlannedVariant]) -> DeriveInput {
    let mut item = item.clone();
    if let Data::Enum(choice) = &mut item.data {
        for (entry, plan) in choice.variants.iter_mut().zip(variants) {
            if let PlannedHolds::Named(fields, _) = &plan.holds {
                tell(owner, &mut entry.fields, fields);
            }
        }
    }
    item
}
