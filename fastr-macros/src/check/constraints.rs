//! Rules on `#[field(...)]`.

use syn::{Expr, ExprLit, ExprUnary, Ident, Lit, Type};

use super::model::is_option;
use super::nearest::suggestion;
use super::settings::report_repeated;
use crate::diagnostics::Diagnostics;
use crate::model::{Constraint, Data, Field, Fields, Setting, Value, inner_types};

const NUMERIC: [&str; 5] = ["gt", "ge", "lt", "le", "multiple_of"];
const LENGTHS: [&str; 2] = ["min_length", "max_length"];
const ITEMS: [&str; 2] = ["min_items", "max_items"];
const KNOWN: [&str; 11] = [
    "gt",
    "ge",
    "lt",
    "le",
    "multiple_of",
    "min_length",
    "max_length",
    "min_items",
    "max_items",
    "pattern",
    "default",
];

fn fields(data: &Data) -> &[Field] {
    match &data.fields {
        Fields::Named(fields) => fields,
        _ => &[],
    }
}

pub fn field_settings_are_known(data: &Data, diagnostics: &mut Diagnostics) {
    for setting in fields(data).iter().flat_map(|field| &field.settings) {
        let name = setting.name.to_string();
        if !KNOWN.contains(&name.as_str()) {
            diagnostics.report(
                &setting.name,
                format!("`#[field]` has no `{name}`; {}", suggestion(&name, &KNOWN)),
            );
        }
    }
}

pub fn field_settings_are_not_repeated(data: &Data, diagnostics: &mut Diagnostics) {
    for field in fields(data) {
        report_repeated(&field.settings, diagnostics);
    }
}

pub fn field_settings_have_their_form(data: &Data, diagnostics: &mut Diagnostics) {
    for setting in fields(data).iter().flat_map(|field| &field.settings) {
        let name = setting.name.to_string();
        let (form, example) = match name.as_str() {
            word if NUMERIC.contains(&word) && number(setting).is_none() => ("a number", "= 1"),
            word if (LENGTHS.contains(&word) || ITEMS.contains(&word)) && count(setting).is_none() => {
                ("a whole number from 0", "= 1")
            }
            "pattern" if pattern(setting).is_none() => ("a regular expression in quotes", "= \"^[a-z]+$\""),
            "default" if matches!(setting.value, Value::List(_)) => ("a value behind `=`", "= …"),
            _ => continue,
        };
        diagnostics.report(
            &setting.name,
            format!("`{name}` takes {form}; write `{name} {example}`"),
        );
    }
}

pub fn constraints_apply_to_their_type(data: &Data, diagnostics: &mut Diagnostics) {
    for field in fields(data) {
        let Some(kind) = kind(&field.ty) else { continue };
        for setting in &field.settings {
            let name = setting.name.to_string();
            let (wanted, cure) = match name.as_str() {
                word if NUMERIC.contains(&word) => (Kind::Number, "numbers"),
                word if LENGTHS.contains(&word) => (Kind::Text, "texts"),
                "pattern" => (Kind::Text, "texts"),
                word if ITEMS.contains(&word) => (Kind::Items, "lists, sets and maps"),
                _ => continue,
            };
            if kind != wanted {
                let instead = match (kind, name.as_str()) {
                    (Kind::Items, "min_length") => "; write `min_items`",
                    (Kind::Items, "max_length") => "; write `max_items`",
                    (Kind::Text, "min_items") => "; write `min_length`",
                    (Kind::Text, "max_items") => "; write `max_length`",
                    _ => "; leave it out",
                };
                diagnostics.report(
                    &setting.name,
                    format!(
                        "`{name}` is for {cure}, and `{}` is {}{instead}",
                        field.name,
                        kind.name()
                    ),
                );
            }
        }
    }
}

pub fn limits_are_in_order(data: &Data, diagnostics: &mut Diagnostics) {
    for field in fields(data) {
        for (low, high, may_meet) in [
            ("min_length", "max_length", true),
            ("min_items", "max_items", true),
            ("ge", "le", true),
            ("ge", "lt", false),
            ("gt", "le", false),
            ("gt", "lt", false),
        ] {
            let find = |wanted: &str| field.settings.iter().find(|setting| setting.name == wanted);
            let Some((low, high)) = find(low).zip(find(high)) else {
                continue;
            };
            let Some((least, most)) = number(low).zip(number(high)) else {
                continue;
            };
            if least > most || (least >= most && !may_meet) {
                diagnostics.report(
                    &high.name,
                    format!(
                        "no value is both `{} = {least}` and `{} = {most}`; exchange them or change one",
                        low.name, high.name
                    ),
                );
            }
        }
    }
}

pub fn pattern_is_a_regular_expression(data: &Data, diagnostics: &mut Diagnostics) {
    for setting in fields(data)
        .iter()
        .flat_map(|field| &field.settings)
        .filter(|setting| setting.name == "pattern")
    {
        let Some(text) = pattern(setting) else { continue };
        if let Err(error) = regex_lite::Regex::new(&text.value()) {
            diagnostics.report(
                text,
                format!(
                    "the pattern is no regular expression: {error}; escape what is meant literally with `\\`"
                ),
            );
        }
    }
}

pub fn optional_field_has_no_default(data: &Data, diagnostics: &mut Diagnostics) {
    for field in fields(data).iter().filter(|field| is_option(&field.ty)) {
        for setting in field.settings.iter().filter(|setting| setting.name == "default") {
            if matches!(setting.value, Value::Flag) {
                diagnostics.report(
                    &setting.name,
                    format!(
                        "`{}` is an `Option`, which is `None` when it is absent; leave out `default`",
                        field.name
                    ),
                );
            }
        }
    }
}

/// Whether a setting of a field is a constraint.
pub fn is_constraint(name: &Ident) -> bool {
    let name = name.to_string();
    NUMERIC.contains(&name.as_str())
        || LENGTHS.contains(&name.as_str())
        || ITEMS.contains(&name.as_str())
        || name == "pattern"
}

/// A constraint, when the setting has a value.
pub fn constraint(setting: &Setting) -> Option<Constraint> {
    match &setting.value {
        Value::Is(value) => Some(Constraint {
            name: setting.name.clone(),
            value: value.clone(),
        }),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Text,
    Items,
    Other,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Number => "a number",
            Self::Text => "a text",
            Self::Items => "a collection",
            Self::Other => "none of these",
        }
    }
}

/// What a type is, as far as its name tells; an unknown name might be anything.
fn kind(ty: &Type) -> Option<Kind> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    match last.ident.to_string().as_str() {
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64" | "i128" | "isize"
        | "f32" | "f64" => Some(Kind::Number),
        "String" => Some(Kind::Text),
        "bool" | "char" | "Value" => Some(Kind::Other),
        "Vec" | "HashSet" | "BTreeSet" | "HashMap" | "BTreeMap" => Some(Kind::Items),
        "Option" | "Box" => kind(inner_types(path).next()?),
        _ => None,
    }
}

fn number(setting: &Setting) -> Option<f64> {
    let Value::Is(value) = &setting.value else {
        return None;
    };
    match value {
        Expr::Unary(ExprUnary {
            op: syn::UnOp::Neg(_),
            expr,
            ..
        }) => literal_number(expr).map(|number| -number),
        other => literal_number(other),
    }
}

fn literal_number(value: &Expr) -> Option<f64> {
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Int(number),
            ..
        }) => number.base10_digits().parse().ok(),
        Expr::Lit(ExprLit {
            lit: Lit::Float(number),
            ..
        }) => number.base10_digits().parse().ok(),
        _ => None,
    }
}

fn count(setting: &Setting) -> Option<usize> {
    match &setting.value {
        Value::Is(Expr::Lit(ExprLit {
            lit: Lit::Int(number),
            ..
        })) => number.base10_parse().ok(),
        _ => None,
    }
}

fn pattern(setting: &Setting) -> Option<&syn::LitStr> {
    match &setting.value {
        Value::Is(Expr::Lit(ExprLit {
            lit: Lit::Str(text), ..
        })) => Some(text),
        _ => None,
    }
}
