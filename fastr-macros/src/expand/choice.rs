//! An enum of plain names.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

use super::field;
use super::model::{
    from_the_query, name_text, respond, serde_traits, traits_of_serde, with_serde_functions, without_serde,
};
use super::owner::Owner;
use super::runtime::{import, short};
use crate::check::{ModelPlan, PlannedChoice};

/// The code of an enum of plain names: each variant with its name in JSON.
pub fn choice(plan: &ModelPlan, choice: &PlannedChoice) -> TokenStream {
    let (rt, import) = (short(), import());
    let owner = Owner::of(&plan.item);
    let (schema, scalar) = (
        owner.implements(&quote!(#rt::Schema)),
        owner.implements(&quote!(#rt::Scalar)),
    );
    let PlannedChoice { names, left_to_serde } = choice;
    let (item, serde_traits) = if *left_to_serde {
        (
            with_serde_functions(&plan.item),
            traits_of_serde(&owner, &quote!(Only)),
        )
    } else {
        (
            without_serde(&plan.item).to_token_stream(),
            own_traits(&owner, names),
        )
    };
    let (variants, texts): (Vec<_>, Vec<_>) = names.iter().map(|(variant, text)| (variant, text)).unzip();
    let (text, doc) = (name_text(owner.name), &plan.doc);
    let examples = field::examples(&plan.examples);
    let argument = from_the_query(&owner);
    let respond = respond(&owner);
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

/// serde's traits for an enum of plain names, which is read as it is from any other text.
fn own_traits(owner: &Owner<'_>, names: &[(Ident, String)]) -> TokenStream {
    let rt = short();
    let name = name_text(owner.name);
    let texts = names.iter().map(|(_, text)| text);
    let arms = names
        .iter()
        .zip(0u32..)
        .map(|((variant, text), index)| quote!(Self::#variant => (#index, #text)));
    let write = quote! {
        let (__fastr_index, __fastr_text) = match self {
            #(#arms,)*
        };
        __fastr_serializer.serialize_unit_variant(#name, __fastr_index, __fastr_text)
    };
    let read = quote!(#rt::read_choice(__fastr_deserializer, #name, &[#(#texts),*]));
    serde_traits(owner, &write, &read)
}
