//! A model: the type with serde's derives, its shape, and what makes it an argument and a response.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Attribute, Data, DeriveInput, Fields};

use super::owner::Owner;
use super::runtime::{SERDE, runtime, short};
use super::{choice, object, union};
use crate::check::{Checked, ModelPlan, Planned};

/// The code of a model.
pub fn model(plan: &Checked<ModelPlan>) -> TokenStream {
    match &plan.made_of {
        Planned::Object(object) => object::object(plan, object),
        Planned::Choice(choice) => choice::choice(plan, choice),
        Planned::Union(variants, tagging) => union::union(plan, variants, tagging),
        Planned::Nothing => TokenStream::new(),
    }
}

/// The item with serde's derives.
pub fn with_serde(item: &DeriveInput) -> TokenStream {
    derived(item, None)
}

/// The item with what serde derives, as functions of its own: serde's traits are [`traits_of_serde`].
pub fn with_serde_functions(item: &DeriveInput) -> TokenStream {
    let name = item.ident.to_string();
    derived(item, Some(&quote!(, remote = #name)))
}

/// The item without what serde is told, which no derive is there to read.
pub fn without_serde(item: &DeriveInput) -> DeriveInput {
    let is_serde = |attribute: &Attribute| attribute.path().is_ident("serde");
    let mut item = item.clone();
    item.attrs.retain(|attribute| !is_serde(attribute));
    let strip = |fields: &mut Fields| {
        for field in fields.iter_mut() {
            field.attrs.retain(|attribute| !is_serde(attribute));
        }
    };
    match &mut item.data {
        Data::Struct(object) => strip(&mut object.fields),
        Data::Enum(choice) => {
            for variant in &mut choice.variants {
                variant.attrs.retain(|attribute| !is_serde(attribute));
                strip(&mut variant.fields);
            }
        }
        Data::Union(_) => {}
    }
    item
}

fn derived(item: &DeriveInput, remote: Option<&TokenStream>) -> TokenStream {
    let rt = runtime();
    let bounds = Owner::of(item).told_to_serde();
    quote! {
        // serde's code stands beside the item and names what the trait has for a field that is no model.
        #[allow(unused_imports, reason = "not every model has a field that needs it")]
        use #rt::NotAModel as _;
        #[derive(#rt::serde::Serialize, #rt::serde::Deserialize)]
        #[serde(crate = #SERDE #remote #bounds)]
        #item
    }
}

/// serde's traits around the functions that it has derived: so a model is read in no other form than its schema says.
/// `reader` is the type of the runtime through which it is read.
pub fn traits_of_serde(owner: &Owner<'_>, reader: &TokenStream) -> TokenStream {
    let rt = short();
    serde_traits(
        owner,
        &quote!(Self::serialize(self, __fastr_serializer)),
        &quote!(Self::deserialize(#rt::#reader(__fastr_deserializer))),
    )
}

/// serde's traits, whose functions do this with `__fastr_serializer` and with `__fastr_deserializer`.
pub fn serde_traits(owner: &Owner<'_>, write: &TokenStream, read: &TokenStream) -> TokenStream {
    let rt = short();
    let serialize = owner.implements(&quote!(#rt::serde::Serialize));
    let deserialize = owner.is_deserialized();
    quote! {
        #serialize {
            fn serialize<__S: #rt::serde::Serializer>(
                &self,
                __fastr_serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                #write
            }
        }
        #deserialize {
            fn deserialize<__D: #rt::serde::Deserializer<'de>>(
                __fastr_deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                #read
            }
        }
    }
}

/// The name in the document.
pub fn name_text(name: &Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}

/// What makes a model the JSON body.
pub fn from_the_body(owner: &Owner<'_>) -> TokenStream {
    argument(
        owner,
        &quote!(Body),
        &quote!(Json),
        &quote!(JSON_STATUSES),
        &quote!(find_json),
    )
}

/// What makes a model a query parameter.
pub fn from_the_query(owner: &Owner<'_>) -> TokenStream {
    argument(
        owner,
        &quote!(Query),
        &quote!(Unread),
        &quote!(TEXT_STATUSES),
        &quote!(find_text),
    )
}

fn argument(
    owner: &Owner<'_>,
    source: &TokenStream,
    body: &TokenStream,
    statuses: &TokenStream,
    find: &TokenStream,
) -> TokenStream {
    let rt = short();
    let argument = owner.implements(&quote!(#rt::Argument));
    quote! {
        #argument {
            const SOURCE: #rt::Source = #rt::Source::#source;
            const BODY: #rt::BodyUse = #rt::BodyUse::#body;
            const STATUSES: #rt::StatusSet = #rt::#statuses;
            const SHAPE: ::core::option::Option<#rt::ShapeOf> = ::core::option::Option::Some(<Self as #rt::Schema>::shape);
            fn find(__fastr_call: &mut #rt::Call, __fastr_parameter: &#rt::Parameter) -> #rt::Found<Self> {
                #rt::#find(__fastr_call, __fastr_parameter)
            }
        }
    }
}

/// What makes a model a response.
pub fn respond(owner: &Owner<'_>) -> TokenStream {
    let rt = short();
    let respond = owner.implements(&quote!(#rt::Respond));
    quote! {
        #respond {
            const STATUSES: #rt::Statuses = #rt::Statuses::BODY;
            fn respond(self, __fastr_reply: #rt::Reply) -> #rt::Response {
                __fastr_reply.json(&self)
            }
            fn describe() -> ::std::vec::Vec<#rt::ResponseDoc> {
                #rt::describe_json::<Self>()
            }
        }
    }
}
