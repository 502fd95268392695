//! A model with a mistake, in outline: enough of it that nothing else complains.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput};

use super::model::{from_the_body, respond};
use super::runtime::runtime;

/// A type with a mistake in its attribute: it stays, and is a model as far as others can tell, so that nothing else
/// complains.
pub fn plain(item: &DeriveInput) -> TokenStream {
    let rt = runtime();
    let name = &item.ident;
    if !item.generics.params.is_empty() {
        return quote!(#item);
    }
    let mut bare = item.clone();
    strip_serde(&mut bare);
    let argument = from_the_body(name);
    let respond = respond(name);
    quote! {
        #bare

        const _: () = {
            impl #rt::Schema for #name {
                fn shape() -> #rt::Shape {
                    #rt::Shape::Any
                }
            }
            impl #rt::Scalar for #name {
                fn parse(_: &str) -> ::core::option::Option<Self> {
                    ::core::option::Option::None
                }
            }
            impl #rt::serde::Serialize for #name {
                fn serialize<S: #rt::serde::Serializer>(&self, _: S) -> ::core::result::Result<S::Ok, S::Error> {
                    ::core::unreachable!()
                }
            }
            impl<'de> #rt::serde::Deserialize<'de> for #name {
                fn deserialize<D: #rt::serde::Deserializer<'de>>(_: D) -> ::core::result::Result<Self, D::Error> {
                    ::core::unreachable!()
                }
            }
            #argument
            #respond
        };
    }
}

fn strip_serde(item: &mut DeriveInput) {
    let is_serde = |attribute: &syn::Attribute| attribute.path().is_ident("serde");
    item.attrs.retain(|attribute| !is_serde(attribute));
    match &mut item.data {
        Data::Struct(object) => object
            .fields
            .iter_mut()
            .for_each(|field| field.attrs.retain(|it| !is_serde(it))),
        Data::Enum(choice) => {
            for variant in &mut choice.variants {
                variant.attrs.retain(|it| !is_serde(it));
                variant
                    .fields
                    .iter_mut()
                    .for_each(|field| field.attrs.retain(|it| !is_serde(it)));
            }
        }
        Data::Union(_) => {}
    }
}
