//! An enum of plain names.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::field;
use super::model::{from_the_query, name_text, respond, serde_traits, with_serde_functions};
use super::owner::Owner;
use super::runtime::{import, short};
use crate::check::ModelPlan;

/// The code of an enum of plain names: each variant with its name in JSON.
pub fn choice(plan: &ModelPlan, names: &[(Ident, String)]) -> TokenStream {
    let (rt, import) = (short(), import());
    let owner = Owner::of(&plan.item);
    let (schema, scalar) = (
        owner.implements(&quote!(#rt::Schema)),
        owner.implements(&quote!(#rt::Scalar)),
    );
    let item = with_serde_functions(&plan.item);
    let (variants, texts): (Vec<_>, Vec<_>) = names.iter().map(|(variant, text)| (variant, text)).unzip();
    let (text, doc) = (name_text(owner.name), &plan.doc);
    let examples = field::examples(&plan.examples);
    let argument = from_the_query(&owner);
    let respond = respond(&owner);
    let serde_traits = serde_traits(&owner, &quote!(Only));
    quote! {
        #item

        const _: () = {
            #import
            #serde_traits
            #schema {
                fn shape() -> #rt::Shape {
                    #rt::Shape::Choice(const {
                        &#rt::Choice {
                            name: #rt::TypeName::of::<Self>(#text),
                            doc: #doc,
                            names: &[#(#texts),*],
                            examples: #examples,
                        }
                    })
                }
            }
            #scalar {
                fn parse(__fastr_text: &str) -> ::core::option::Option<Self> {
                    match __fastr_text {
                        #(#texts => ::core::option::Option::Some(Self::#variants),)*
                        _ => ::core::option::Option::None,
                    }
                }
            }
            #argument
            #respond
        };
    }
}
