//! A field of a model: what serde is told of it, and what the runtime knows of it.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Attribute, Expr, ExprLit, ExprUnary, GenericArgument, Lit, LitStr, PathArguments, Type};

use super::runtime::{PROBE, runtime, runtime_at};
use crate::check::PlannedField;
use crate::model::{Constraint, Fallback, inner_types};

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
    if field.fallback.is_some() {
        let path = format!("{model}::{}", default_function(index));
        told.push(quote!(default = #path));
    }
    let touched = written.iter().any(|attribute| attribute.path().is_ident("serde"));
    if !is_plain(&field.ty) && !touched {
        let ty = &field.ty;
        // At the type, so that a name that serde repeats here is an unknown one only once.
        let at = innermost(ty).span();
        let path = |function: &str| LitStr::new(&format!("<{PROBE}<{}>>::{function}", quote!(#ty)), at);
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

/// `Price` of `Option<Vec<Price>>`.
fn innermost(ty: &Type) -> &Type {
    match ty {
        Type::Path(path) => inner_types(path).next_back().map_or(ty, innermost),
        _ => ty,
    }
}

/// The function that gives the default, for serde and for the document.
pub fn default(index: usize, field: &PlannedField) -> Option<TokenStream> {
    let (function, ty) = (default_function(index), &field.ty);
    let value = match field.fallback.as_ref()? {
        Fallback::OfType => quote_spanned!(ty.span()=> <#ty as ::core::default::Default>::default()),
        // A text in quotes may stand for a `String`.
        Fallback::Value(value @ Expr::Lit(ExprLit { lit: Lit::Str(_), .. })) => {
            let rt = runtime_at(value.span());
            quote_spanned!(value.span()=> #rt::FromQuotes::from_quotes(#value))
        }
        Fallback::Value(value) => quote!(#value),
    };
    Some(quote! {
        fn #function() -> #ty {
            #value
        }
    })
}

/// The field as data. The only mention of its type that asks anything of it.
pub fn description(model: &Ident, index: usize, field: &PlannedField) -> TokenStream {
    let rt = runtime();
    let (name, ty, doc) = (&field.wire_name, &field.ty, &field.doc);
    let shape = quote_spanned!(ty.span()=> <#ty as #rt::Schema>::shape);
    let default = if field.fallback.is_some() {
        let function = default_function(index);
        quote!(::core::option::Option::Some(|| #rt::to_value(&#model::#function())))
    } else {
        quote!(::core::option::Option::None)
    };
    let required = field.fallback.is_none() && !field.optional;
    let constraints = constraints(field);
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

fn constraints(field: &PlannedField) -> TokenStream {
    let rt = runtime();
    if field.constraints.is_empty() {
        return quote!(#rt::Constraints::NONE);
    }
    let entries = field.constraints.iter().map(constraint);
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
