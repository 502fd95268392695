//! Rules on models, and their plan.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, DeriveInput, Expr, Ident, Type, TypeReference};

use super::constraints::{constraint, is_constraint};
use super::owned::owned;
use crate::diagnostics::Diagnostics;
use crate::model::{Constraint, Data, Fallback, Field, Fields, Value, inner_types};

pub fn model_takes_no_arguments(data: &Data, diagnostics: &mut Diagnostics) {
    if !data.arguments.is_empty() {
        diagnostics.report(
            &data.arguments,
            "`#[model]` takes nothing in parentheses; constraints stand at the fields, in `#[field(...)]`",
        );
    }
}

pub fn model_has_names(data: &Data, diagnostics: &mut Diagnostics) {
    if let Fields::Unfit(what, at) = &data.fields {
        diagnostics.report(
            at,
            format!("{what} cannot be a model; write a struct whose fields have names, or an enum"),
        );
    }
}

pub fn model_is_not_generic(data: &Data, diagnostics: &mut Diagnostics) {
    let generics = &data.item.generics;
    if generics.params.is_empty() {
        return;
    }
    let message = if generics.lifetimes().count() == generics.params.len() {
        "a model owns what it holds; leave the lifetimes out, and write `String` for `&str`"
    } else {
        "a model has no parameters; write the types and values themselves"
    };
    diagnostics.report(generics, message);
}

pub fn variants_are_plain_names(data: &Data, diagnostics: &mut Diagnostics) {
    let Fields::Variants(variants) = &data.fields else {
        return;
    };
    if variants.is_empty() {
        diagnostics.report(
            &data.item.ident,
            "an enum without variants has no value that could be sent; add one",
        );
    }
    for variant in variants
        .iter()
        .filter(|variant| !matches!(variant.holds, syn::Fields::Unit))
    {
        diagnostics.report(
            &variant.holds,
            format!(
                "a variant of a model is a plain name; leave out what `{}` holds",
                variant.name
            ),
        );
    }
}

pub fn parts_have_no_condition(data: &Data, diagnostics: &mut Diagnostics) {
    let attributes: Vec<&Attribute> = match &data.fields {
        Fields::Named(fields) => fields.iter().flat_map(|field| &field.attributes).collect(),
        Fields::Variants(variants) => variants.iter().flat_map(|variant| &variant.attributes).collect(),
        Fields::Unfit(..) => Vec::new(),
    };
    for condition in attributes {
        let path = condition.path();
        if path.is_ident("cfg") || path.is_ident("cfg_attr") {
            diagnostics.report(
                path,
                "a model is described before its parts are switched on or off; write this above the whole model, and the model once for each case",
            );
        }
    }
}

pub fn fields_own_their_values(data: &Data, diagnostics: &mut Diagnostics) {
    let Fields::Named(fields) = &data.fields else {
        return;
    };
    // A lifetime of the model itself is told once, where it is introduced.
    if !data.item.generics.params.is_empty() {
        return;
    }
    for reference in fields.iter().filter_map(|field| reference(&field.ty)) {
        diagnostics.report(
            reference,
            format!("a model owns what it holds; {}", owned(reference)),
        );
    }
}

/// The first reference in a type such as `Option<&str>`.
fn reference(ty: &Type) -> Option<&TypeReference> {
    match ty {
        Type::Reference(reference) => Some(reference),
        Type::Path(path) => inner_types(path).find_map(reference),
        _ => None,
    }
}

/// The plan of a model.
pub struct ModelPlan {
    /// The item as it is written out.
    pub item: DeriveInput,
    /// Its doc comment.
    pub doc: String,
    /// What it is made of.
    pub made_of: Planned,
}

/// What a model is made of.
pub enum Planned {
    /// Named fields.
    Object(Vec<PlannedField>),
    /// Plain names: the variant, and its name in JSON.
    Choice(Vec<(Ident, String)>),
    /// Nothing: there is no such model.
    Nothing,
}

/// The plan of a field.
pub struct PlannedField {
    /// Its name in Rust.
    pub name: Ident,
    /// Its name in JSON.
    pub wire_name: String,
    /// Its type.
    pub ty: Type,
    /// Its doc comment.
    pub doc: String,
    /// What it is when it is absent; none when it must be there, or may be `null`.
    pub fallback: Option<Fallback>,
    /// Whether its type is `Option`, so that it may be absent.
    pub optional: bool,
    /// What is asked of it.
    pub constraints: Vec<Constraint>,
}

/// The plan of a model that keeps every rule.
pub fn plan(data: Data) -> ModelPlan {
    let Data {
        item, doc, fields, ..
    } = data;
    let rules = serde_rules(&item.attrs);
    let made_of = match fields {
        Fields::Named(fields) => {
            let plan = |field| planned(field, &item.ident, &rules);
            Planned::Object(fields.into_iter().map(plan).collect())
        }
        Fields::Variants(variants) => Planned::Choice(
            variants
                .into_iter()
                .map(|variant| {
                    let name = renamed(&variant.attributes)
                        .unwrap_or_else(|| rules.variant(&variant.name.to_string()));
                    (variant.name, name)
                })
                .collect(),
        ),
        Fields::Unfit(..) => Planned::Nothing,
    };
    ModelPlan { item, doc, made_of }
}

fn planned(field: Field, model: &Ident, rules: &Rules) -> PlannedField {
    let said = |wanted: &str| {
        field
            .settings
            .iter()
            .find(|setting| setting.name == wanted)
            .map(|setting| &setting.value)
    };
    let fallback = match said("default") {
        Some(Value::Is(value)) => Some(Fallback::Value(value.clone())),
        Some(_) => Some(Fallback::OfType),
        None => None,
    };
    let plain = field.name.to_string();
    PlannedField {
        wire_name: renamed(&field.attributes).unwrap_or_else(|| rules.field(plain.trim_start_matches("r#"))),
        optional: is_option(&field.ty),
        constraints: field
            .settings
            .iter()
            .filter(|setting| is_constraint(&setting.name))
            .filter_map(constraint)
            .collect(),
        name: field.name,
        ty: with_name_for_self(field.ty, model),
        doc: field.doc,
        fallback,
    }
}

/// The type for use outside of the model, where `Self` is something else.
fn with_name_for_self(ty: Type, model: &Ident) -> Type {
    let named = name_for_self(ty.to_token_stream(), model);
    syn::parse2(named).unwrap_or(ty)
}

fn name_for_self(tokens: TokenStream, model: &Ident) -> TokenStream {
    let named = tokens.into_iter().map(|token| match token {
        TokenTree::Ident(word) if word == "Self" => {
            let mut name = model.clone();
            name.set_span(word.span());
            name.into()
        }
        TokenTree::Group(group) => Group::new(group.delimiter(), name_for_self(group.stream(), model)).into(),
        other => other,
    });
    named.collect()
}

/// Whether a type is written as an `Option`.
pub fn is_option(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Option"))
}

/// How serde is told to name things.
#[derive(Default)]
struct Rules {
    rename_all: Option<String>,
}

impl Rules {
    fn field(&self, name: &str) -> String {
        match self.rename_all.as_deref() {
            Some("UPPERCASE" | "SCREAMING_SNAKE_CASE") => name.to_uppercase(),
            Some("camelCase") => camel(name, false),
            Some("PascalCase") => camel(name, true),
            Some("kebab-case") => name.replace('_', "-"),
            Some("SCREAMING-KEBAB-CASE") => name.to_uppercase().replace('_', "-"),
            _ => name.to_owned(),
        }
    }

    fn variant(&self, name: &str) -> String {
        let snake = snake(name);
        match self.rename_all.as_deref() {
            Some("lowercase") => name.to_lowercase(),
            Some("UPPERCASE") => name.to_uppercase(),
            Some("camelCase") => camel(&snake, false),
            Some("snake_case") => snake,
            Some("SCREAMING_SNAKE_CASE") => snake.to_uppercase(),
            Some("kebab-case") => snake.replace('_', "-"),
            Some("SCREAMING-KEBAB-CASE") => snake.to_uppercase().replace('_', "-"),
            _ => name.to_owned(),
        }
    }
}

fn camel(snake: &str, first_too: bool) -> String {
    let mut upper = first_too;
    let mut name = String::new();
    for letter in snake.chars() {
        match letter {
            '_' => upper = true,
            letter if upper => {
                name.extend(letter.to_uppercase());
                upper = false;
            }
            letter => name.push(letter),
        }
    }
    name
}

fn snake(pascal: &str) -> String {
    let mut name = String::new();
    for (index, letter) in pascal.char_indices() {
        if letter.is_uppercase() && index > 0 {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

fn serde_rules(attributes: &[Attribute]) -> Rules {
    Rules {
        rename_all: serde_text(attributes, "rename_all"),
    }
}

fn renamed(attributes: &[Attribute]) -> Option<String> {
    serde_text(attributes, "rename")
}

/// The text of `#[serde(wanted = "text")]`. What serde cannot read, serde reports.
fn serde_text(attributes: &[Attribute], wanted: &str) -> Option<String> {
    let mut found = None;
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
    {
        let _ = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident(wanted) {
                found = Some(meta.value()?.parse::<syn::LitStr>()?.value());
            } else if meta.input.peek(syn::Token![=]) {
                meta.value()?.parse::<Expr>()?;
            } else if meta.input.peek(syn::token::Paren) {
                let inside;
                syn::parenthesized!(inside in meta.input);
                inside.parse::<TokenStream>()?;
            }
            Ok(())
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_rules_of_serde() {
        let rules = |style: &str| Rules {
            rename_all: Some(style.into()),
        };
        assert_eq!(rules("camelCase").field("item_id"), "itemId");
        assert_eq!(rules("PascalCase").field("item_id"), "ItemId");
        assert_eq!(rules("kebab-case").field("item_id"), "item-id");
        assert_eq!(rules("snake_case").variant("DarkBlue"), "dark_blue");
        assert_eq!(rules("lowercase").variant("DarkBlue"), "darkblue");
        assert_eq!(rules("camelCase").variant("DarkBlue"), "darkBlue");
        assert_eq!(Rules::default().variant("DarkBlue"), "DarkBlue");
    }
}
