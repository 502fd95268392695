//! The plan of a model: everything decided that can be decided without types.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{DeriveInput, Expr, ExprPath, Ident, Type};

use super::constraints::{constraint, is_constraint};
use super::serde::{Rules, aliases, left_out_if, renamed, says};
use super::settings::flag;
use crate::model::{Constraint, Data, Fallback, Field, Fields, Holds, Setting, Value, Variant};

/// The plan of a model.
pub struct ModelPlan {
    /// The item as it is written out.
    pub item: DeriveInput,
    /// Its doc comment.
    pub doc: String,
    /// The user's rule for the whole.
    pub rule: Option<Expr>,
    /// Examples of it.
    pub examples: Vec<Expr>,
    /// What it is made of.
    pub made_of: Planned,
}

/// What a model is made of.
pub enum Planned {
    /// Named fields.
    Object(PlannedObject),
    /// Plain names.
    Choice(PlannedChoice),
    /// Variants that hold something.
    Union(Vec<PlannedVariant>, PlannedTagging),
    /// Nothing: there is no such model.
    Nothing,
}

/// The plan of a struct.
pub struct PlannedObject {
    /// Its fields.
    pub fields: Vec<PlannedField>,
    /// Whether any other key is a mistake.
    pub closed: bool,
    /// Whether serde is told more than is known here, so that it has to be left to what serde derives.
    pub left_to_serde: bool,
}

/// The plan of an enum of plain names.
pub struct PlannedChoice {
    /// The variants, each with its name in JSON.
    pub names: Vec<(Ident, String)>,
    /// As of [`PlannedObject`].
    pub left_to_serde: bool,
}

/// How a value says which variant it is.
pub enum PlannedTagging {
    /// By the only key of an object.
    External,
    /// By this key.
    Internal(String),
    /// By the first key; what the variant holds stands under the second.
    Adjacent(String, String),
    /// Not at all.
    Untagged,
}

/// The plan of a variant.
pub struct PlannedVariant {
    /// Its name in Rust.
    pub name: Ident,
    /// Its name in JSON.
    pub wire_name: String,
    /// Its doc comment.
    pub doc: String,
    /// What it holds.
    pub holds: PlannedHolds,
}

/// What a variant holds.
pub enum PlannedHolds {
    /// Nothing.
    Nothing,
    /// One value.
    One(Box<Type>),
    /// Named fields; `true` when any other key is a mistake.
    Named(Vec<PlannedField>, bool),
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
    /// The function that gives that.
    pub default_function: Ident,
    /// Whether its type says that it may be absent.
    pub optional: bool,
    /// Whether it is there when the model is sent.
    pub sent: Sent,
    /// What else it may be called when it is taken.
    pub aliases: Vec<String>,
    /// What is asked of it.
    pub constraints: Vec<Constraint>,
    /// The user's rule for it.
    pub rule: Option<Expr>,
    /// Whether its own fields stand in its place.
    pub flatten: bool,
    /// A short name for readers of the document.
    pub title: Option<Expr>,
    /// Examples of it.
    pub examples: Vec<Expr>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
}

/// Whether a field is there when its model is sent.
pub enum Sent {
    /// It always is.
    Always,
    /// It never is.
    Never,
    /// It is not when this says so.
    Unless(ExprPath),
    /// It is unless it was not taken either.
    UnlessAbsent,
}

/// The plan of a model that keeps every rule.
pub fn plan(data: Data) -> ModelPlan {
    let rules = Rules::of(&data.item.attrs);
    let own_type = own_type(&data.item);
    let made_of = match data.fields {
        Fields::Named(fields) => Planned::Object(PlannedObject {
            left_to_serde: !Rules::are_all(&data.item.attrs, &fields),
            fields: planned_fields(fields, &rules, &own_type, ""),
            closed: rules.closed,
        }),
        Fields::Variants(variants)
            if variants
                .iter()
                .all(|variant| matches!(variant.holds, Holds::Nothing)) =>
        {
            Planned::Choice(PlannedChoice {
                left_to_serde: !Rules::are_all_of_names(&data.item.attrs, &variants),
                names: variants
                    .into_iter()
                    .map(|variant| (variant.name.clone(), wire_name(&variant, &rules)))
                    .collect(),
            })
        }
        Fields::Variants(variants) => Planned::Union(
            variants
                .into_iter()
                .map(|variant| planned_variant(variant, &own_type, &rules))
                .collect(),
            tagging(&rules),
        ),
        Fields::Unfit(..) => Planned::Nothing,
    };
    ModelPlan {
        item: data.item,
        doc: data.doc,
        rule: rule(&data.settings),
        examples: examples(&data.settings),
        made_of,
    }
}

fn tagging(rules: &Rules) -> PlannedTagging {
    match (&rules.tag, &rules.content) {
        _ if rules.untagged => PlannedTagging::Untagged,
        (Some(tag), Some(content)) => PlannedTagging::Adjacent(tag.clone(), content.clone()),
        (Some(tag), None) => PlannedTagging::Internal(tag.clone()),
        (None, _) => PlannedTagging::External,
    }
}

fn wire_name(variant: &Variant, rules: &Rules) -> String {
    let plain = variant.name.to_string();
    renamed(&variant.attributes).unwrap_or_else(|| rules.variant(plain.trim_start_matches("r#")))
}

fn planned_variant(variant: Variant, model: &TokenStream, rules: &Rules) -> PlannedVariant {
    let wire_name = wire_name(&variant, rules);
    let inside = rules.inside(&variant.attributes);
    let holds = match variant.holds {
        Holds::Named(fields) => {
            let prefix = format!("{}_", variant.name);
            PlannedHolds::Named(planned_fields(fields, &inside, model, &prefix), rules.closed)
        }
        Holds::One(ty) => PlannedHolds::One(Box::new(with_name_for_self(*ty, model))),
        Holds::Nothing | Holds::Several(_) => PlannedHolds::Nothing,
    };
    PlannedVariant {
        name: variant.name,
        wire_name,
        doc: variant.doc,
        holds,
    }
}

fn planned_fields(fields: Vec<Field>, rules: &Rules, model: &TokenStream, prefix: &str) -> Vec<PlannedField> {
    let known = fields
        .into_iter()
        .filter(|field| !says(&field.attributes, "skip"));
    known
        .map(|field| planned_field(field, rules, model, prefix))
        .collect()
}

fn planned_field(field: Field, rules: &Rules, model: &TokenStream, prefix: &str) -> PlannedField {
    let default = field.settings.iter().find(|setting| setting.name == "default");
    let plain = field.name.to_string();
    let plain = plain.trim_start_matches("r#");
    PlannedField {
        wire_name: renamed(&field.attributes).unwrap_or_else(|| rules.field(plain)),
        default_function: format_ident!("__fastr_default_{prefix}{plain}"),
        fallback: default.map(|setting| fallback(&setting.value)),
        optional: is_option(&field.ty) || says(&field.attributes, "default"),
        sent: sent(&field),
        aliases: aliases(&field.attributes),
        constraints: field
            .settings
            .iter()
            .filter(|it| is_constraint(&it.name))
            .filter_map(constraint)
            .collect(),
        rule: rule(&field.settings),
        flatten: says(&field.attributes, "flatten"),
        title: expression(&field.settings, "title"),
        examples: examples(&field.settings),
        deprecated: is_deprecated(&field),
        name: field.name,
        ty: with_name_for_self(field.ty, model),
        doc: field.doc,
    }
}

/// `Page<T>`.
fn own_type(item: &DeriveInput) -> TokenStream {
    let name = &item.ident;
    let (_, arguments, _) = item.generics.split_for_impl();
    quote!(#name #arguments)
}

/// The type for use outside of the model, where `Self` is something else.
fn with_name_for_self(ty: Type, model: &TokenStream) -> Type {
    let named = name_for_self(ty.to_token_stream(), model);
    syn::parse2(named).unwrap_or(ty)
}

fn name_for_self(tokens: TokenStream, model: &TokenStream) -> TokenStream {
    let named = tokens.into_iter().flat_map(|token| match token {
        TokenTree::Ident(word) if word == "Self" => located_at(model, word.span()),
        TokenTree::Group(group) => {
            let inside = name_for_self(group.stream(), model);
            TokenTree::from(Group::new(group.delimiter(), inside)).into()
        }
        other => other.into(),
    });
    named.collect()
}

fn located_at(tokens: &TokenStream, span: Span) -> TokenStream {
    let tokens = tokens.clone().into_iter().map(|mut token| {
        token.set_span(span);
        token
    });
    tokens.collect()
}

fn is_deprecated(field: &Field) -> bool {
    let said = field.settings.iter().find(|setting| setting.name == "deprecated");
    said.is_some_and(|setting| flag(&setting.value) == Some(true))
}

/// The function behind `validate`.
pub fn rule(settings: &[Setting]) -> Option<Expr> {
    expression(settings, "validate")
}

/// What stands behind `wanted =`.
pub fn expression(settings: &[Setting], wanted: &str) -> Option<Expr> {
    settings.iter().find_map(|setting| match &setting.value {
        Value::Is(value) if setting.name == wanted => Some(value.clone()),
        _ => None,
    })
}

/// What stands in `examples(…)`.
pub fn examples(settings: &[Setting]) -> Vec<Expr> {
    let said = settings.iter().find(|setting| setting.name == "examples");
    match said.map(|setting| &setting.value) {
        Some(Value::List(list)) => list.clone(),
        _ => Vec::new(),
    }
}

/// What `default` or `default = value` means.
pub fn fallback(said: &Value) -> Fallback {
    match said {
        Value::Is(value) => Fallback::Value(value.clone()),
        _ => Fallback::OfType,
    }
}

/// A patch is left out when it is absent, and what serde leaves out is.
fn sent(field: &Field) -> Sent {
    if says(&field.attributes, "skip_serializing") {
        return Sent::Never;
    }
    match left_out_if(&field.attributes) {
        Some(path) => Sent::Unless(path),
        None if is_named(&field.ty, &["Patch"]) => Sent::UnlessAbsent,
        None => Sent::Always,
    }
}

/// Whether a type says of itself that a value may be absent.
pub fn is_option(ty: &Type) -> bool {
    is_named(ty, &["Option", "Patch"])
}

fn is_named(ty: &Type, names: &[&str]) -> bool {
    let last = match ty {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    };
    last.is_some_and(|last| names.iter().any(|name| last.ident == name))
}
