//! A model with a mistake, in outline: enough of it that nothing else complains.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use super::model::{from_the_body, respond, without_serde};
use super::owner::Owner;
use super::runtime::{import, short};

/// A type with a mistake in its attribute: it stays, and is a model as far as others can tell, so that nothing else
/// complains.
pub fn plain(item: &DeriveInput) -> TokenStream {
    let (rt, import) = (short(), import());
    let bare = without_serde(item);
    // What it would have to ask of its other parameters cannot be known.
    if item.generics.type_params().count() < item.generics.params.len() {
        return quote!(#bare);
    }
    let owner = Owner::of(item);
    let (schema, scalar, serialize) = (
        owner.implements(&quote!(#rt::Schema)),
        owner.implements(&quote!(#rt::Scalar)),
        owner.implements(&quote!(#rt::serde::Serialize)),
    );
    let deserialize = owner.is_deserialized();
    let argument = from_the_body(&owner);
    let respond = respond(&owner);
    quote! {
        #bare

        const _: () = {
            #import
            #schema {
                fn shape() -> #rt::Shape {
                    #rt::Shape::Any
                }
            }
            #scalar {
                fn parse(_: &str) -> ::core::option::Option<Self> {
                    ::core::option::Option::None
                }
            }
            #serialize {
                fn serialize<__S: #rt::serde::Serializer>(&self, _: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
                    ::core::unreachable!()
                }
            }
            #deserialize {
                fn deserialize<__D: #rt::serde::Deserializer<'de>>(_: __D) -> ::core::result::Result<Self, __D::Error> {
                    ::core::unreachable!()
                }
            }
            #argument
            #respond
        };
    }
}
