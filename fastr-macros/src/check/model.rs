//! Rules on models, and their plan.

use proc_macro2::TokenStream;
use syn::{DeriveInput, Expr, Ident, Type};

use super::constraints::{Constrained, Place, constraint, is_constraint};
use crate::diagnostics::Diagnostics;
use crate::model::{Constraint, Data, Fallback, Field, Fields, Value};

const FIELD: [&str; 12] = [
    "default",
    "gt",
    "ge",
    "lt",
    "le",
    "multiple_of",
    "min_length",
    "max_length",
    "min_items",
    "max_items",
    "unique_items",
    "pattern",
];

impl Constrained for Data {
    fn places(&self) -> Vec<Place<'_>> {
        let Fields::Named(fields) = &self.fields else {
            return Vec::new();
        };
        let places = fields.iter().map(|field| Place {
            name: &field.name,
            ty: &field.ty,
            attribute: "field".into(),
            settings: &field.settings,
            known: &FIELD,
        });
        places.collect()
    }
}

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
    if !data.item.generics.params.is_empty() {
        diagnostics.report(
            &data.item.generics,
            "a model has no parameters; write the types and values themselves",
        );
    }
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
    /// Named fields; `true` when any other key is a mistake.
    Object(Vec<PlannedField>, bool),
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
            let closed = serde_says(&item.attrs, "deny_unknown_fields");
            Planned::Object(
                fields.into_iter().map(|field| planned(field, &rules)).collect(),
                closed,
            )
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

fn planned(field: Field, rules: &Rules) -> PlannedField {
    let said = |wanted: &str| {
        field
            .settings
            .iter()
            .find(|setting| setting.name == wanted)
            .map(|setting| &setting.value)
    };
    let fallback = said("default").map(fallback);
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
        ty: field.ty,
        doc: field.doc,
        fallback,
    }
}

/// What `default` or `default = value` means.
pub fn fallback(said: &Value) -> Fallback {
    match said {
        Value::Is(value) => Fallback::Value(value.clone()),
        Value::Flag | Value::List(_) => Fallback::OfType,
    }
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

fn serde_rules(attributes: &[syn::Attribute]) -> Rules {
    Rules {
        rename_all: serde_text(attributes, "rename_all"),
    }
}

fn renamed(attributes: &[syn::Attribute]) -> Option<String> {
    serde_text(attributes, "rename")
}

/// Whether `#[serde(wanted)]` stands there.
fn serde_says(attributes: &[syn::Attribute], wanted: &str) -> bool {
    let serde = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"));
    let mut words = serde.filter_map(|attribute| attribute.meta.require_list().ok());
    words.any(|list| {
        list.tokens
            .to_string()
            .split(',')
            .any(|word| word.trim() == wanted)
    })
}

/// The text of `#[serde(wanted = "text")]`. What serde cannot read, serde reports.
fn serde_text(attributes: &[syn::Attribute], wanted: &str) -> Option<String> {
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
