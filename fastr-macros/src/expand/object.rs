//! A struct with named fields.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Fields};

use super::model::{from_the_body, name_text, respond, serde_traits, with_serde_functions};
use super::runtime::runtime;
use super::{field, rule};
use crate::check::{ModelPlan, PlannedField};

/// The code of a struct.
pub fn object(plan: &ModelPlan, fields: &[PlannedField], closed: bool) -> TokenStream {
    let rt = runtime();
    let name = &plan.item.ident;
    let item = with_serde_functions(&told(&plan.item, fields));
    let defaults = defaults(name, fields);
    let descriptions = descriptions(name, fields, &format_ident!("__FASTR_FIELDS"));
    let is_valid = is_valid(plan, fields);
    let (text, doc) = (name_text(name), &plan.doc);
    let rule = rule::asked_of_json(plan.rule.as_ref(), &syn::parse_quote!(#name));
    let examples = field::examples(&plan.examples);
    let argument = from_the_body(name);
    let respond = respond(name);
    let serde_traits = serde_traits(name, &quote!(Only));
    quote! {
        #item

        const _: () = {
            #serde_traits
            #defaults
            #descriptions
            impl #rt::Schema for #name {
                fn shape() -> #rt::Shape {
                    static __FASTR_OBJECT: #rt::Object = #rt::Object {
                        name: #text,
                        path: ::core::any::type_name::<#name>,
                        doc: #doc,
                        fields: __FASTR_FIELDS,
                        closed: #closed,
                        rule: #rule,
                        examples: #examples,
                    };
                    #rt::Shape::Object(&__FASTR_OBJECT)
                }
                #is_valid
            }
            impl #rt::FromText for #name {
                const REQUIRED: bool = false;
                const SHAPE: #rt::ShapeOf = <Self as #rt::Schema>::shape;
                fn read(
                    __fastr_texts: &#rt::Texts<'_>,
                    __fastr_parameter: &#rt::Parameter,
                    __fastr_errors: &mut ::std::vec::Vec<#rt::ValidationError>,
                ) -> #rt::Found<Self> {
                    #rt::read_model(__fastr_texts, __fastr_parameter, __fastr_errors)
                }
            }
            #argument
            #respond
        };
    }
}

/// The functions that give the defaults.
pub fn defaults(name: &Ident, fields: &[PlannedField]) -> Option<TokenStream> {
    let defaults: Vec<_> = fields.iter().filter_map(field::default).collect();
    (!defaults.is_empty()).then(|| quote!(impl #name { #(#defaults)* }))
}

/// The fields as a constant of this name.
pub fn descriptions(name: &Ident, fields: &[PlannedField], constant: &Ident) -> TokenStream {
    let rt = runtime();
    let descriptions = fields.iter().map(|entry| field::description(name, entry));
    quote!(const #constant: &[#rt::Field] = &[#(#descriptions),*];)
}

fn is_valid(plan: &ModelPlan, fields: &[PlannedField]) -> Option<TokenStream> {
    let constant = format_ident!("__FASTR_FIELDS");
    let mut checks: Vec<_> = fields
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| {
            let member = &entry.name;
            field::validity(entry, &quote!(&self.#member), &constant, index)
        })
        .collect();
    checks.extend(
        plan.rule
            .as_ref()
            .map(|rule| rule::kept(rule, &syn::parse_quote!(Self), &quote!(self))),
    );
    (!checks.is_empty()).then(|| {
        quote! {
            fn is_valid(&self) -> bool {
                #(#checks)&&*
            }
        }
    })
}

/// The item with what serde is told of each field.
fn told(item: &DeriveInput, planned: &[PlannedField]) -> DeriveInput {
    let mut item = item.clone();
    let name = item.ident.clone();
    if let Data::Struct(object) = &mut item.data {
        tell(&name, &mut object.fields, planned);
    }
    item
}

/// Tells serde what was planned for these fields.
pub fn tell(model: &Ident, fields: &mut Fields, planned: &[PlannedField]) {
    for entry in fields.iter_mut() {
        if let Some(plan) = planned
            .iter()
            .find(|plan| entry.ident.as_ref() == Some(&plan.name))
        {
            let told = field::serde_attributes(model, plan, &entry.attrs);
            entry.attrs.extend(told);
        }
    }
}
