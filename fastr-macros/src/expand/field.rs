//! A field of a model: what serde is told of it, and what the runtime knows of it.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Attribute, Expr, ExprLit, ExprUnary, GenericArgument, Lit, PathArguments, Type};

use super::runtime::{PROBE, runtime};
use crate::check::PlannedField;
use crate::model::{Constraint, Fallback};

/// Types whose serde implementation is known to be there, so that it needs no detour.
const PLAIN: [&str; 17] = [
    "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f32", "f64",
    "bool", "char", "String",
];
const HOLDERS: [&str; 7] = [
    "Option", "Vec", "Box", "HashSet", "BTreeSet", "HashMap", "BTreeMap",
];

fn is_plain(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    let name = last.ident.to_string();
    match &last.arguments {
        PathArguments::None => PLAIN.contains(&name.as_str()) || name == "Value",
        PathArguments::AngleBracketed(inside) => {
            HOLDERS.contains(&name.as_str())
                && inside
                    .args
                    .iter()
                    .all(|argument| matches!(argument, GenericArgument::Type(ty) if is_plain(ty)))
        }
        PathArguments::Parenthesized(_) => false,
    }
}

/// The name of the function that gives the default of the field at this index.
fn default_function(index: usize) -> Ident {
    format_ident!("__fastr_default_{index}")
}

/// What serde is told of a field.
///
/// A type of the user's own is read and written through the runtime, which has an answer even for a type that is no
/// model: so the mistake is told once, in fastr's words, and not again by serde.
pub fn serde_attributes(
    model: &Ident,
    index: usize,
    field: &PlannedField,
    written: &[Attribute],
) -> Vec<Attribute> {
    let mut told = Vec::new();
    match &field.fallback {
        Some(Fallback::OfType) => told.push(quote!(default)),
        Some(Fallback::Value(_)) => {
            let path = format!("{model}::{}", default_function(index));
            told.push(quote!(default = #path));
        }
        None => {}
    }
    let touched = written.iter().any(|attribute| attribute.path().is_ident("serde"));
    if !is_plain(&field.ty) && !touched {
        let ty = &field.ty;
        let path = |function: &str| format!("<{PROBE}<{}>>::{function}", quote!(#ty));
        let (serialize, deserialize) = (path("serialize"), path("deserialize"));
        told.push(quote!(serialize_with = #serialize, deserialize_with = #deserialize));
        if field.optional && field.fallback.is_none() {
            told.push(quote!(default));
        }
    }
    if told.is_empty() {
        Vec::new()
    } else {
        vec![syn::parse_quote!(#[serde(#(#told),*)])]
    }
}

/// The function that gives the default, for serde and for the document.
pub fn default(index: usize, field: &PlannedField) -> Option<TokenStream> {
    let default @ Fallback::Value(_) = field.fallback.as_ref()? else {
        return None;
    };
    let (function, ty) = (default_function(index), &field.ty);
    let value = default_value(default, ty);
    Some(quote! {
        fn #function() -> #ty {
            #value
        }
    })
}

/// What something of this type is when it is absent.
pub fn default_value(default: &Fallback, ty: &Type) -> TokenStream {
    match default {
        Fallback::OfType => quote_spanned!(ty.span()=> <#ty as ::core::default::Default>::default()),
        // A text in quotes may stand for a `String`.
        Fallback::Value(value @ Expr::Lit(ExprLit { lit: Lit::Str(_), .. })) => {
            quote_spanned!(value.span()=> ::core::convert::Into::<#ty>::into(#value))
        }
        Fallback::Value(value) => quote!(#value),
    }
}

/// The field as data. The only mention of its type that asks anything of it.
pub fn description(model: &Ident, index: usize, field: &PlannedField) -> TokenStream {
    let rt = runtime();
    let (name, ty, doc) = (&field.wire_name, &field.ty, &field.doc);
    let shape = quote_spanned!(ty.span()=> <#ty as #rt::Schema>::shape);
    let default = match &field.fallback {
        None => quote!(::core::option::Option::None),
        Some(default @ Fallback::OfType) => {
            let value = default_value(default, ty);
            quote!(::core::option::Option::Some(|| #rt::to_value(&#value)))
        }
        Some(Fallback::Value(_)) => {
            let function = default_function(index);
            quote!(::core::option::Option::Some(|| #rt::to_value(&#model::#function())))
        }
    };
    let required = field.fallback.is_none() && !field.optional;
    let constraints = constraints(&field.constraints);
    quote! {
        #rt::Field {
            name: #name,
            shape: #shape,
            doc: #doc,
            required: #required,
            default: #default,
            constraints: #constraints,
        }
    }
}

/// Whether the value of the field keeps its constraints; nothing to ask for a plain type without any.
pub fn validity(index: usize, field: &PlannedField) -> Option<TokenStream> {
    let rt = runtime();
    let (name, ty) = (&field.name, &field.ty);
    let constrained = !field.constraints.is_empty();
    if is_plain(ty) && !constrained {
        return None;
    }
    Some(if constrained {
        quote!(<#rt::Probe<#ty>>::keeps(&self.#name, &__FASTR_FIELDS[#index].constraints))
    } else {
        quote!(<#rt::Probe<#ty>>::is_valid(&self.#name))
    })
}

/// Constraints as data.
pub fn constraints(written: &[Constraint]) -> TokenStream {
    let rt = runtime();
    if written.is_empty() {
        return quote!(#rt::Constraints::NONE);
    }
    let entries = written.iter().map(constraint);
    quote!(#rt::Constraints { #(#entries,)* ..#rt::Constraints::NONE })
}

fn constraint(Constraint { name, value }: &Constraint) -> TokenStream {
    let rt = runtime();
    let value = match name.to_string().as_str() {
        "gt" | "ge" | "lt" | "le" | "multiple_of" => {
            if is_float(value) {
                quote!(#rt::Bound::Number(#value))
            } else {
                quote!(#rt::Bound::Integer(#value))
            }
        }
        "pattern" => quote! {
            #rt::Pattern {
                source: #value,
                regex: || {
                    static __FASTR_PATTERN: ::std::sync::LazyLock<#rt::regex_lite::Regex> =
                        ::std::sync::LazyLock::new(|| #rt::regex(#value));
                    &__FASTR_PATTERN
                },
            }
        },
        "unique_items" => return quote!(#name: #value),
        _ => quote!(#value),
    };
    quote!(#name: ::core::option::Option::Some(#value))
}

fn is_float(value: &Expr) -> bool {
    match value {
        Expr::Unary(ExprUnary { expr, .. }) => is_float(expr),
        Expr::Lit(ExprLit { lit, .. }) => matches!(lit, Lit::Float(_)),
        _ => false,
    }
}
