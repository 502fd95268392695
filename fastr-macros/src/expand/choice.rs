//! An enum of plain names.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::field;
use super::model::{from_the_query, name_text, respond, serde_traits, with_serde_functions};
use super::runtime::runtime;
use crate::check::ModelPlan;

/// The code of an enum of plain names: each variant with its name in JSON.
pub fn choice(plan: &ModelPlan, names: &[(Ident, String)]) -> TokenStream {
    let rt = runtime();
    let (name, doc) = (&plan.item.ident, &plan.doc);
    let item = with_serde_functions(&plan.item);
    let (variants, texts): (Vec<_>, Vec<_>) = names.iter().map(|(variant, text)| (variant, text)).unzip();
    let text = name_text(name);
    let examples = field::examples(&plan.examples);
    let argument = from_the_query(name);
    let respond = respond(name);
    let serde_traits = serde_traits(name, &quote!(Only));
    quote! {
        #item

        const _: () = {
            #serde_traits
            impl #rt::Schema for #name {
                fn shape() -> #rt::Shape {
                    static __FASTR_CHOICE: #rt::Choice = #rt::Choice {
                        name: #text,
                        path: ::core::any::type_name::<#name>,
                        doc: #doc,
                        names: &[#(#texts),*],
                        examples: #examples,
                    };
                    #rt::Shape::Choice(&__FASTR_CHOICE)
                }
            }
            impl #rt::Scalar for #name {
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
