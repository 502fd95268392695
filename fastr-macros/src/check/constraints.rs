//! Rules on what is said of values: in `#[field(...)]`, and in `#[query(...)]` and its like.

use syn::{Expr, ExprLit, ExprUnary, Ident, Lit, Type};

use super::model_plan::is_option;
use super::nearest::suggestion;
use super::settings::{flag, is_text, report_repeated};
use crate::diagnostics::Diagnostics;
use crate::model::{Constraint, Setting, Value, inner_types};

const NUMERIC: [&str; 5] = ["gt", "ge", "lt", "le", "multiple_of"];
const LENGTHS: [&str; 2] = ["min_length", "max_length"];
const ITEMS: [&str; 2] = ["min_items", "max_items"];

/// Every word for what is asked of a value.
pub const ASKED: [&str; 12] = [
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
    "validate",
];

/// Whether a word is about the items of a collection.
pub fn is_of_items(word: &str) -> bool {
    ITEMS.contains(&word) || word == "unique_items"
}

/// Something that has places with constraints: a model its fields, an operation its parameters.
pub trait Constrained {
    /// The places.
    fn places(&self) -> Vec<Place<'_>>;
}

/// A place with a name, a type, and what is said of its value.
pub struct Place<'model> {
    /// Its name.
    pub name: &'model Ident,
    /// Its type.
    pub ty: &'model Type,
    /// The attribute that says it.
    pub attribute: String,
    /// What that says.
    pub settings: &'model [Setting],
    /// The words that can stand there.
    pub known: Vec<&'static str>,
}

pub fn value_settings_are_known<S: Constrained>(subject: &S, diagnostics: &mut Diagnostics) {
    for place in subject.places() {
        for setting in place.settings {
            let name = setting.name.to_string();
            if !place.known.contains(&name.as_str()) {
                let suggestion = instead(&place.attribute, &name)
                    .map_or_else(|| suggestion(&name, &place.known), str::to_owned);
                diagnostics.report(
                    &setting.name,
                    format!("`#[{}]` has no `{name}`; {suggestion}", place.attribute),
                );
            }
        }
    }
}

/// What is written elsewhere than a user of FastAPI looks for it.
fn instead(attribute: &str, name: &str) -> Option<&'static str> {
    match (attribute, name) {
        ("field", "alias" | "rename" | "validation_alias" | "serialization_alias") => {
            Some("for another name in JSON, write `#[serde(rename = \"…\")]` above the field")
        }
        _ => None,
    }
}

pub fn value_settings_are_not_repeated<S: Constrained>(subject: &S, diagnostics: &mut Diagnostics) {
    for place in subject.places() {
        report_repeated(place.settings, diagnostics);
    }
}

pub fn value_settings_have_their_form<S: Constrained>(subject: &S, diagnostics: &mut Diagnostics) {
    for setting in subject.places().iter().flat_map(|place| place.settings) {
        let name = setting.name.to_string();
        let (form, example) = match name.as_str() {
            word if NUMERIC.contains(&word) && number(setting).is_none() => ("a number", "= 1"),
            word if (LENGTHS.contains(&word) || ITEMS.contains(&word)) && count(setting).is_none() => {
                ("a whole number from 0", "= 1")
            }
            "pattern" if pattern(setting).is_none() => ("a regular expression in quotes", "= \"^[a-z]+$\""),
            "alias" if pattern(setting).is_none() => ("the name in the request, in quotes", "= \"…\""),
            "title" | "description" if !is_text(&setting.value) => ("a text in quotes", "= \"…\""),
            "validate" if !matches!(setting.value, Value::Is(Expr::Path(_))) => {
                ("the name of a function", "= function")
            }
            "default" if matches!(setting.value, Value::List(_)) => ("a value behind `=`", "= …"),
            "examples" if !matches!(&setting.value, Value::List(list) if !list.is_empty()) => {
                ("values in parentheses", "(1, 2)")
            }
            "deprecated" | "include_in_schema" | "embed" | "convert_underscores" | "unique_items"
                if flag(&setting.value).is_none() =>
            {
                ("`true`, `false` or nothing", "= false")
            }
            _ => continue,
        };
        diagnostics.report(
            &setting.name,
            format!("`{name}` takes {form}; write `{name} {example}`"),
        );
    }
}

pub fn constraints_apply_to_their_type<S: Constrained>(subject: &S, diagnostics: &mut Diagnostics) {
    for place in subject.places() {
        let Some(kind) = kind(place.ty) else { continue };
        for setting in place.settings {
            let name = setting.name.to_string();
            let (wanted, cure) = match name.as_str() {
                word if NUMERIC.contains(&word) => (Kind::Number, "numbers"),
                word if LENGTHS.contains(&word) => (Kind::Text, "texts"),
                "pattern" => (Kind::Text, "texts"),
                word if is_of_items(word) => (Kind::Items, "lists, sets and maps"),
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
                        place.name,
                        kind.name()
                    ),
                );
            }
        }
    }
}

pub fn limits_are_in_order<S: Constrained>(subject: &S, diagnostics: &mut Diagnostics) {
    for place in subject.places() {
        for (low, high, may_meet) in [
            ("min_length", "max_length", true),
            ("min_items", "max_items", true),
            ("ge", "le", true),
            ("ge", "lt", false),
            ("gt", "le", false),
            ("gt", "lt", false),
        ] {
            let find = |wanted: &str| place.settings.iter().find(|setting| setting.name == wanted);
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

pub fn pattern_is_a_regular_expression<S: Constrained>(subject: &S, diagnostics: &mut Diagnostics) {
    let places = subject.places();
    let settings = places.iter().flat_map(|place| place.settings);
    for text in settings
        .filter(|setting| setting.name == "pattern")
        .filter_map(pattern)
    {
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

pub fn option_has_no_default<S: Constrained>(subject: &S, diagnostics: &mut Diagnostics) {
    for place in subject.places().iter().filter(|place| is_option(place.ty)) {
        for setting in place.settings.iter().filter(|setting| setting.name == "default") {
            // In JSON there is `null` besides, so a field can be an `Option` and have a value when it is absent.
            let has_null = matches!(place.attribute.as_str(), "field" | "body");
            let cure = match setting.value {
                Value::Is(_) if has_null => continue,
                Value::Is(_) => "take the type without `Option`, and the default when it is absent",
                _ => "leave out `default`",
            };
            diagnostics.report(
                &setting.name,
                format!(
                    "`{}` is an `Option`, which is `None` when it is absent; {cure}",
                    place.name
                ),
            );
        }
    }
}

pub fn default_keeps_its_limits<S: Constrained>(subject: &S, diagnostics: &mut Diagnostics) {
    for place in subject.places() {
        let find = |wanted: &str| place.settings.iter().find(|setting| setting.name == wanted);
        let Some(default) = find("default") else { continue };
        let Some((value, words)) = measure(default) else {
            continue;
        };
        for (word, keeps) in words {
            let Some(limit) = find(word).and_then(number) else {
                continue;
            };
            if !keeps(&value, &limit) {
                diagnostics.report(
                    &default.name,
                    format!("the default does not keep `{word} = {limit}`; change one of them"),
                );
            }
        }
    }
}

type Limit = (&'static str, fn(&f64, &f64) -> bool);

/// What limits are compared with, and which: the value of a number, the length of a text.
fn measure(default: &Setting) -> Option<(f64, Vec<Limit>)> {
    if let Some(value) = number(default) {
        return Some((
            value,
            vec![("gt", f64::gt), ("ge", f64::ge), ("lt", f64::lt), ("le", f64::le)],
        ));
    }
    let length = u32::try_from(pattern(default)?.value().chars().count()).ok()?;
    Some((
        length.into(),
        vec![("min_length", f64::ge), ("max_length", f64::le)],
    ))
}

/// Whether a setting is a constraint.
pub fn is_constraint(name: &Ident) -> bool {
    let name = name.to_string();
    NUMERIC.contains(&name.as_str())
        || LENGTHS.contains(&name.as_str())
        || ITEMS.contains(&name.as_str())
        || name == "pattern"
        || name == "unique_items"
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
    let path = match ty {
        Type::Path(path) => path,
        Type::Tuple(_) => return Some(Kind::Other),
        _ => return None,
    };
    let last = path.path.segments.last()?;
    match last.ident.to_string().as_str() {
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64" | "i128" | "isize"
        | "f32" | "f64" | "Decimal" => Some(Kind::Number),
        "String" => Some(Kind::Text),
        "bool" | "char" | "Value" | "UploadFile" | "Bytes" | "IpAddr" | "Ipv4Addr" | "Ipv6Addr" | "Uuid"
        | "Url" | "HttpUrl" | "EmailAddress" | "Base64Bytes" | "Date" | "DateTime" | "Time" | "Timestamp"
        | "SignedDuration" => Some(Kind::Other),
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
