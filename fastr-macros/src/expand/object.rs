//! A struct with named fields.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{Data, DeriveInput, Fields};

use super::model::{from_the_body, name_text, respond, traits_of_serde, with_serde_functions, without_serde};
use super::owner::Owner;
use super::runtime::{import, short};
use super::{entries, field, rule};
use crate::check::{ModelPlan, PlannedField, PlannedObject};

/// The code of a struct.
pub fn object(plan: &ModelPlan, object: &PlannedObject) -> TokenStream {
    let (rt, import) = (short(), import());
    let owner = Owner::of(&plan.item);
    let PlannedObject { fields, closed, .. } = object;
    let (item, serde_traits) = if object.left_to_serde {
        let item = with_serde_functions(&told(&owner, &plan.item, fields));
        (item, traits_of_serde(&owner, &quote!(Only)))
    } else {
        (
            without_serde(&plan.item).to_token_stream(),
            entries::struct_traits(&owner, object),
        )
    };
    let (own, schema, from_text) = (
        owner.own(),
        owner.implements(&quote!(#rt::Schema)),
        owner.implements(&quote!(#rt::FromText)),
    );
    let own_fields = own_fields(fields, &format_ident!("__FASTR_FIELDS"));
    let is_valid = is_valid(plan, fields);
    let (text, doc) = (name_text(owner.name), &plan.doc);
    let rule = rule::asked_of_json(plan.rule.as_ref(), &syn::parse_quote!(Self));
    let examples = field::examples(&plan.examples);
    let argument = from_the_body(&owner);
    let respond = respond(&owner);
    quote! {
        #item

        const _: () = {
            #import
            #serde_traits
            #own {
                #own_fields
            }
            #schema {
                fn shape() -> #rt::Shape {
                    #rt::Shape::Object(const {
                        &#rt::Object {
                            name: #rt::TypeName::of::<Self>(#text),
                            doc: #doc,
                            fields: Self::__FASTR_FIELDS,
                            closed: #closed,
                            rule: #rule,
                            examples: #examples,
                        }
                    })
                }
                #is_valid
            }
            #from_text {
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

/// What the type has for these fields: the functions that give the defaults, and the fields as a constant. It is a
/// constant of the type, and not a `static`, because that could not be one for each type that a parameter may be.
pub fn own_fields(fields: &[PlannedField], constant: &Ident) -> TokenStream {
    let rt = short();
    let defaults = fields.iter().filter_map(field::default);
    let descriptions = fields.iter().map(field::description);
    quote! {
        #(#defaults)*
        const #constant: &'static [#rt::Field] = &[#(#descriptions),*];
    }
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
fn told(owner: &Owner<'_>, item: &DeriveInput, planned: &[PlannedField]) -> DeriveInput {
    let mut item = item.clone();
    if let Data::Struct(object) = &mut item.data {
        tell(owner, &mut object.fields, planned);
    }
    item
}

/// Tells serde what was planned for these fields.
pub fn tell(owner: &Owner<'_>, fields: &mut Fields, planned: &[PlannedField]) {
    for entry in fields.iter_mut() {
        if let Some(plan) = planned
            .iter()
            .find(|plan| entry.ident.as_ref() == Some(&plan.name))
        {
            let told = field::serde_attributes(owner, plan, &entry.attrs);
            entry.attrs.extend(told);
        }
    }
}
