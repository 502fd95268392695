//! What is declared in `raises(...)` and `responses(...)`: rules on it, and its plan.

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Expr, ExprLit, ExprPath, Ident, Lit, LitStr, Path, Type};

use super::model_plan::expression;
use super::nearest::suggestion;
use super::settings::{is_text, is_text_itself, report_repeated};
use crate::diagnostics::Diagnostics;
use crate::model::{Operation, Said, Setting, StatusEntry, Value};

/// A status that is declared besides the own one.
pub struct Declared {
    /// What stands for it.
    pub status: Expr,
    /// What it is about.
    pub covers: Covers,
    /// Whether it stands in `raises`.
    pub raised: bool,
    /// What the document says of it.
    pub description: Option<Expr>,
    /// The type of its body.
    pub model: Option<Type>,
    /// Its headers, each with its description.
    pub headers: Vec<(LitStr, Expr)>,
    /// Examples of its body, by their names.
    pub examples: Vec<(String, Expr)>,
}

/// What an entry is about.
pub enum Covers {
    /// The status that it is.
    Status,
    /// The statuses that begin with this digit.
    Class(u8),
    /// All statuses.
    Every,
    /// A variant of this type.
    Variant(Path, Ident),
}

/// What an entry is about, as far as its form tells.
pub enum Covered {
    /// A single status, whatever it is written as.
    Status,
    /// `4XX`
    Class(u8),
    /// `default`
    Every,
    /// `ItemError::NotFound`
    Variant,
}

/// What this stands for. A variant is told from a constant as everybody tells them: by its small letters, and from a
/// type in a module by the name in front of it.
pub fn covered(status: &Expr) -> Covered {
    match status {
        Expr::Lit(ExprLit {
            lit: Lit::Int(number),
            ..
        }) if number.suffix().eq_ignore_ascii_case("xx") => {
            Covered::Class(number.base10_digits().parse().unwrap_or(0))
        }
        Expr::Path(path) if path.path.is_ident("default") => Covered::Every,
        Expr::Path(path) => {
            let mut names = path.path.segments.iter().rev().map(|segment| &segment.ident);
            if names.next().is_some_and(is_type_or_variant) && names.next().is_some_and(is_type_or_variant) {
                Covered::Variant
            } else {
                Covered::Status
            }
        }
        _ => Covered::Status,
    }
}

/// Whether a name is written as those of types and variants are: `NotFound`, and neither `NOT_FOUND` nor `not_found`.
fn is_type_or_variant(name: &Ident) -> bool {
    let name = name.unraw().to_string();
    name.starts_with(|letter: char| letter.is_ascii_uppercase())
        && (name.len() == 1 || name.contains(|letter: char| letter.is_ascii_lowercase()))
}

/// All entries of `raises` and `responses`, each with the name of its setting.
pub fn entries(settings: &[Setting]) -> impl Iterator<Item = (&Ident, &StatusEntry)> {
    settings.iter().flat_map(|setting| {
        let list = match &setting.value {
            // What closes a WebSocket is no status.
            Value::Statuses(list) if setting.name != "closes" => &list[..],
            _ => &[],
        };
        list.iter().map(|entry| (&setting.name, entry))
    })
}

/// The settings of the entries.
fn said(operation: &Operation) -> impl Iterator<Item = &[Setting]> {
    entries(&operation.settings).filter_map(|(_, entry)| match &entry.said {
        Said::Settings(settings) => Some(&settings[..]),
        Said::Nothing | Said::Text(_) => None,
    })
}

const KNOWN: [&str; 5] = ["description", "model", "headers", "example", "examples"];

pub fn response_settings_are_known(operation: &Operation, diagnostics: &mut Diagnostics) {
    for setting in said(operation).flatten() {
        let name = setting.name.to_string();
        if !KNOWN.contains(&name.as_str()) {
            let suggestion = suggestion(&name, &KNOWN);
            diagnostics.report(&setting.name, format!("a response has no `{name}`; {suggestion}"));
        }
    }
}

pub fn response_settings_are_not_repeated(operation: &Operation, diagnostics: &mut Diagnostics) {
    for settings in said(operation) {
        report_repeated(settings, diagnostics);
    }
}

pub fn response_settings_have_their_form(operation: &Operation, diagnostics: &mut Diagnostics) {
    for (_, entry) in entries(&operation.settings) {
        if let Said::Text(text) = &entry.said
            && !is_text_itself(text)
        {
            diagnostics.report(text, "what is said of a status is a text; write `= \"…\"`");
        }
    }
    for Setting { name, value } in said(operation).flatten() {
        let (fits, form) = match name.to_string().as_str() {
            "description" => (is_text(value), "description = \"…\""),
            "model" => (matches!(value, Value::Type(_)), "model = Problem"),
            "headers" => (
                headers(value).is_some(),
                "headers(\"retry-after\" = \"Seconds to wait\")",
            ),
            "example" => (matches!(value, Value::Is(_)), "example = json!({ … })"),
            "examples" => (examples(value).is_some(), "examples(empty = json!([]), …)"),
            _ => continue,
        };
        if !fits {
            diagnostics.report(name, format!("`{name}` has another form; write `{form}`"));
        }
    }
}

pub fn variants_are_raised(operation: &Operation, diagnostics: &mut Diagnostics) {
    for (setting, entry) in entries(&operation.settings) {
        if setting == "responses" && matches!(covered(&entry.status), Covered::Variant) {
            let variant = entry.status.to_token_stream().to_string().replace(' ', "");
            diagnostics.report(
                &entry.status,
                format!("a variant of an error stands in `raises`, and says of itself what it means; write `raises({variant})`"),
            );
        }
    }
}

pub fn variants_have_their_type(operation: &Operation, diagnostics: &mut Diagnostics) {
    for (_, entry) in entries(&operation.settings) {
        let Expr::Path(path) = &entry.status else { continue };
        let last = path.path.segments.last();
        if matches!(covered(&entry.status), Covered::Status)
            && last.is_some_and(|last| is_type_or_variant(&last.ident))
        {
            diagnostics.report(
                &entry.status,
                "a variant is named with its type, as in `raises(ItemError::NotFound)`; for all that the error can be, leave it out",
            );
        }
    }
}

/// The plan of what is declared.
pub fn plan(settings: &[Setting]) -> Vec<Declared> {
    entries(settings)
        .map(|(setting, entry)| declared(setting == "raises", entry))
        .collect()
}

fn declared(raised: bool, entry: &StatusEntry) -> Declared {
    let settings = match &entry.said {
        Said::Settings(settings) => &settings[..],
        Said::Nothing | Said::Text(_) => &[],
    };
    let said = |wanted: &str| {
        let setting = settings.iter().find(|setting| setting.name == wanted);
        setting.map(|setting| &setting.value)
    };
    let description = match &entry.said {
        Said::Text(text) => Some(text.clone()),
        _ => expression(settings, "description"),
    };
    let model = match said("model") {
        Some(Value::Type(model)) => Some(model.clone()),
        _ => None,
    };
    let single = expression(settings, "example").map(|example| ("example".to_owned(), example));
    Declared {
        covers: covers(&entry.status),
        status: entry.status.clone(),
        raised,
        description,
        model,
        headers: said("headers").and_then(headers).unwrap_or_default(),
        examples: said("examples")
            .and_then(examples)
            .unwrap_or_default()
            .into_iter()
            .chain(single)
            .collect(),
    }
}

fn covers(status: &Expr) -> Covers {
    match (covered(status), status) {
        (Covered::Class(digit), _) => Covers::Class(digit),
        (Covered::Every, _) => Covers::Every,
        (Covered::Variant, Expr::Path(path)) => {
            variant(path).map_or(Covers::Status, |(error, variant)| Covers::Variant(error, variant))
        }
        _ => Covers::Status,
    }
}

/// The type of an error, and the name behind it.
fn variant(path: &ExprPath) -> Option<(Path, Ident)> {
    let mut error = path.path.clone();
    let variant = error.segments.pop()?;
    error.segments.pop_punct();
    Some((error, variant.ident))
}

/// The headers of `("name" = "description", …)`.
pub fn headers(value: &Value) -> Option<Vec<(LitStr, Expr)>> {
    let Value::List(list) = value else { return None };
    list.iter()
        .map(|entry| match entry {
            Expr::Assign(pair) => match &*pair.left {
                Expr::Lit(ExprLit {
                    lit: Lit::Str(name), ..
                }) => Some((name.clone(), (*pair.right).clone())),
                _ => None,
            },
            _ => None,
        })
        .collect()
}

/// The examples of `(name = value, …)`.
fn examples(value: &Value) -> Option<Vec<(String, Expr)>> {
    let Value::List(list) = value else { return None };
    list.iter()
        .map(|entry| match entry {
            Expr::Assign(pair) => match &*pair.left {
                Expr::Path(name) => Some((name.path.get_ident()?.to_string(), (*pair.right).clone())),
                _ => None,
            },
            _ => None,
        })
        .collect()
}
