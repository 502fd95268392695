//! A field of a model: what serde is told of it, and what the runtime knows of it.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Attribute, Expr, ExprLit, ExprUnary, GenericArgument, Lit, LitStr, PathArguments, Type};

use super::owner::Owner;
use super::rule;
use super::runtime::{IS_ABSENT, PROBE, short, short_at};
use crate::check::{PlannedField, Sent, serde_says};
use crate::model::{Constraint, Fallback, inner_types};

/// Types whose serde implementation is known to be there, so that it needs no detour.
const PLAIN: [&str; 17] = [
    "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f32", "f64",
    "bool", "char", "String",
];
const HOLDERS: [&str; 7] = [
    "Option", "Vec", "Box", "HashSet", "BTreeSet", "HashMap", "BTreeMap",
];

/// Whether serde is known to read and write the type.
pub fn is_plain(ty: &Type) -> bool {
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

/// What serde is told of a field.
///
/// A type of the user's own is read and written through the runtime, which has an answer even for a type that is no
/// model: so the mistake is told once, in fastr's words, and not again by serde.
pub fn serde_attributes(owner: &Owner<'_>, field: &PlannedField, written: &[Attribute]) -> Vec<Attribute> {
    let mut told = Vec::new();
    if field.fallback.is_some() {
        let path = owner.path_to(&field.default_function);
        told.push(quote!(default = #path));
    }
    let has_own_way = [
        "with",
        "serialize_with",
        "deserialize_with",
        "flatten",
        "skip",
        "borrow",
    ];
    if !is_plain(&field.ty) && !has_own_way.iter().any(|way| serde_says(written, way)) {
        let ty = &field.ty;
        // At the type, so that a name that serde repeats here is an unknown one only once.
        let at = innermost(ty).span();
        let path = |function: &str| LitStr::new(&format!("<{PROBE}<{}>>::{function}", quote!(#ty)), at);
        let (serialize, deserialize) = (path("serialize"), path("deserialize"));
        told.push(quote!(serialize_with = #serialize, deserialize_with = #deserialize));
        if field.optional && field.fallback.is_none() && !serde_says(written, "default") {
            told.push(quote!(default));
        }
    }
    if matches!(field.sent, Sent::UnlessAbsent) {
        told.push(quote!(skip_serializing_if = #IS_ABSENT));
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
pub fn default(field: &PlannedField) -> Option<TokenStream> {
    let (function, ty) = (&field.default_function, &field.ty);
    let value = default_value(field.fallback.as_ref()?, ty);
    Some(quote! {
        #[allow(non_snake_case, reason = "the name holds that of a variant")]
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
            let rt = short_at(value.span());
            quote_spanned!(value.span()=> #rt::FromQuotes::from_quotes(#value))
        }
        Fallback::Value(value) => quote!(#value),
    }
}

/// The field as data. The only mention of its type that asks anything of it.
pub fn description(field: &PlannedField) -> TokenStream {
    let (rt, name, ty) = (short(), &field.wire_name, &field.ty);
    let rt_here = short_at(ty.span());
    let shape = quote_spanned!(ty.span()=> <#ty as #rt_here::Schema>::shape);
    let mut described = quote!(#rt::Field::new(#name, #shape));
    let mut say = |more: TokenStream| described.extend(more);
    if field.fallback.is_some() || field.optional {
        say(quote!(.optional()));
    }
    if !matches!(field.sent, Sent::Always) {
        say(quote!(.left_out()));
    }
    if !field.doc.is_empty() {
        let doc = &field.doc;
        say(quote!(.doc(#doc)));
    }
    if field.fallback.is_some() {
        let function = &field.default_function;
        say(quote!(.default(|| #rt::to_value(&Self::#function()))));
    }
    if !field.constraints.is_empty() {
        let constraints = constraints(&field.constraints);
        say(quote!(.constraints(#constraints)));
    }
    if field.rule.is_some() {
        let rule = rule::asked_of_json(field.rule.as_ref(), ty);
        say(quote!(.rule(#rule)));
    }
    if field.flatten {
        say(quote!(.flatten()));
    }
    if let Some(title) = &field.title {
        say(quote!(.title(#title)));
    }
    if !field.examples.is_empty() {
        let examples = examples(&field.examples);
        say(quote!(.examples(#examples)));
    }
    if field.deprecated {
        say(quote!(.deprecated()));
    }
    described
}

/// Examples as data: each may be anything that serde can write.
pub fn examples(written: &[Expr]) -> TokenStream {
    let rt = short();
    if written.is_empty() {
        quote!(::core::option::Option::None)
    } else {
        quote!(::core::option::Option::Some(
            || ::std::vec![#(#rt::to_value(&#written)),*]
        ))
    }
}

/// Whether the value of a field keeps what is asked of it; nothing for a plain type of which nothing is asked.
/// `value` is a reference to it, `fields` the constant with its constraints.
pub fn validity(
    field: &PlannedField,
    value: &TokenStream,
    fields: &Ident,
    index: usize,
) -> Option<TokenStream> {
    let rt = short();
    let ty = &field.ty;
    let own = if !field.constraints.is_empty() {
        Some(quote!(<#rt::Probe<#ty>>::keeps(#value, &Self::#fields[#index].constraints)))
    } else if is_plain(ty) {
        None
    } else {
        Some(quote!(<#rt::Probe<#ty>>::is_valid(#value)))
    };
    let rule = field.rule.as_ref().map(|rule| rule::kept(rule, ty, value));
    match (own, rule) {
        (Some(own), Some(rule)) => Some(quote!(#own && #rule)),
        (own, rule) => own.or(rule),
    }
}

/// Constraints as data.
pub fn constraints(written: &[Constraint]) -> TokenStream {
    let rt = short();
    if written.is_empty() {
        return quote!(#rt::Constraints::NONE);
    }
    let entries = written.iter().map(constraint);
    quote!(#rt::Constraints { #(#entries,)* ..#rt::Constraints::NONE })
}

fn constraint(Constraint { name, value }: &Constraint) -> TokenStream {
    let rt = short();
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
