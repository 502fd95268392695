//! A model: the type with serde's derives, its shape, and what makes it an argument and a response.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Data, DeriveInput, Fields};

use super::field;
use super::runtime::{SERDE, runtime};
use crate::check::{Checked, ModelPlan, Planned, PlannedField};

/// The code of a model.
pub fn model(plan: &Checked<ModelPlan>) -> TokenStream {
    match &plan.made_of {
        Planned::Object(fields, closed) => object(plan, fields, *closed),
        Planned::Choice(names) => choice(plan, names),
        Planned::Nothing => TokenStream::new(),
    }
}

fn object(plan: &ModelPlan, fields: &[PlannedField], closed: bool) -> TokenStream {
    let rt = runtime();
    let (name, doc) = (&plan.item.ident, &plan.doc);
    let item = with_serde(&told(&plan.item, fields));
    let defaults: Vec<_> = fields
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| field::default(index, entry))
        .collect();
    let defaults = (!defaults.is_empty()).then(|| quote!(impl #name { #(#defaults)* }));
    let descriptions = fields
        .iter()
        .enumerate()
        .map(|(index, entry)| field::description(name, index, entry));
    let checks: Vec<_> = fields
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| field::validity(index, entry))
        .collect();
    let is_valid = (!checks.is_empty()).then(|| {
        quote! {
            fn is_valid(&self) -> bool {
                #(#checks)&&*
            }
        }
    });
    let text = name_text(name);
    let argument = argument(
        name,
        &quote!(Body),
        &quote!(Json),
        &quote!(JSON_STATUSES),
        &quote!(find_json),
    );
    let (respond, serde_traits) = (respond(name), serde_traits(name));
    quote! {
        #item

        const _: () = {
            #serde_traits
            #defaults
            const __FASTR_FIELDS: &[#rt::Field] = &[#(#descriptions),*];
            impl #rt::Schema for #name {
                fn shape() -> #rt::Shape {
                    static __FASTR_OBJECT: #rt::Object = #rt::Object {
                        name: #text,
                        path: ::core::any::type_name::<#name>,
                        doc: #doc,
                        fields: __FASTR_FIELDS,
                        closed: #closed,
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

/// The item with what serde is told of each field.
fn told(item: &DeriveInput, fields: &[PlannedField]) -> DeriveInput {
    let mut item = item.clone();
    let name = item.ident.clone();
    if let Data::Struct(object) = &mut item.data
        && let Fields::Named(named) = &mut object.fields
    {
        for (index, (entry, planned)) in named.named.iter_mut().zip(fields).enumerate() {
            let told = field::serde_attributes(&name, index, planned, &entry.attrs);
            entry.attrs.extend(told);
        }
    }
    item
}

fn choice(plan: &ModelPlan, names: &[(Ident, String)]) -> TokenStream {
    let rt = runtime();
    let (name, doc) = (&plan.item.ident, &plan.doc);
    let item = with_serde(&plan.item);
    let (variants, texts): (Vec<_>, Vec<_>) = names.iter().map(|(variant, text)| (variant, text)).unzip();
    let text = name_text(name);
    let argument = argument(
        name,
        &quote!(Query),
        &quote!(Unread),
        &quote!(TEXT_STATUSES),
        &quote!(find_text),
    );
    let (respond, serde_traits) = (respond(name), serde_traits(name));
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

/// The name in the document.
fn name_text(name: &Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}

fn with_serde(item: &DeriveInput) -> TokenStream {
    let rt = runtime();
    quote! {
        // serde's code stands beside the item and names what the trait has for a field that is no model.
        #[allow(unused_imports, reason = "not every model has a field that needs it")]
        use #rt::NotAModel as _;
        #[derive(#rt::serde::Serialize, #rt::serde::Deserialize)]
        #[serde(crate = #SERDE, remote = "Self")]
        #item
    }
}

/// serde's traits for a model, around the functions that its derives have made of `remote = "Self"`: so a model is
/// read in no other form than its schema says.
fn serde_traits(name: &Ident) -> TokenStream {
    let rt = runtime();
    quote! {
        impl #rt::serde::Serialize for #name {
            fn serialize<S: #rt::serde::Serializer>(
                &self,
                __fastr_serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                #name::serialize(self, __fastr_serializer)
            }
        }
        impl<'de> #rt::serde::Deserialize<'de> for #name {
            fn deserialize<D: #rt::serde::Deserializer<'de>>(
                __fastr_deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                #name::deserialize(#rt::Only(__fastr_deserializer))
            }
        }
    }
}

fn argument(
    name: &Ident,
    source: &TokenStream,
    body: &TokenStream,
    statuses: &TokenStream,
    find: &TokenStream,
) -> TokenStream {
    let rt = runtime();
    quote! {
        impl #rt::Argument for #name {
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

fn respond(name: &Ident) -> TokenStream {
    let rt = runtime();
    quote! {
        impl #rt::Respond for #name {
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
    let argument = argument(
        name,
        &quote!(Body),
        &quote!(Json),
        &quote!(JSON_STATUSES),
        &quote!(find_json),
    );
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
