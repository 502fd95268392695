//! Rules on the settings of an operation.

use syn::{Expr, ExprLit, Lit};

use super::nearest::suggestion;
use crate::diagnostics::Diagnostics;
use crate::model::{Operation, Setting, Value};

const KNOWN: [&str; 15] = [
    "status_code",
    "summary",
    "description",
    "tags",
    "response_description",
    "deprecated",
    "operation_id",
    "include_in_schema",
    "raises",
    "responses",
    "blocking",
    "response_model",
    "skip_none",
    "skip_defaults",
    "methods",
];

pub fn settings_are_known(operation: &Operation, diagnostics: &mut Diagnostics) {
    // `methods` belongs to `route`, the only attribute that has no method of its own.
    let known = if operation.method.is_some() {
        &KNOWN[..KNOWN.len() - 1]
    } else {
        &KNOWN[..]
    };
    // What stands where the path is missing is told by that rule.
    let instead_of_path = usize::from(operation.path.is_none());
    for setting in operation.settings.iter().skip(instead_of_path) {
        let name = setting.name.to_string();
        if !known.contains(&name.as_str()) {
            let suggestion = suggestion(&name, known);
            diagnostics.report(
                &setting.name,
                format!("`#[{}]` has no `{name}`; {suggestion}", operation.attribute),
            );
        }
    }
}

pub fn settings_are_not_repeated(operation: &Operation, diagnostics: &mut Diagnostics) {
    report_repeated(&operation.settings, diagnostics);
}

/// Reports every setting that stands there a second time.
pub fn report_repeated(settings: &[Setting], diagnostics: &mut Diagnostics) {
    for (index, setting) in settings.iter().enumerate() {
        if settings[..index]
            .iter()
            .any(|earlier| earlier.name == setting.name)
        {
            diagnostics.report(
                &setting.name,
                format!("`{}` is said twice; leave one of them out", setting.name),
            );
        }
    }
}

pub fn settings_have_their_form(operation: &Operation, diagnostics: &mut Diagnostics) {
    for Setting { name, value } in &operation.settings {
        let (fits, form) = match name.to_string().as_str() {
            "status_code" => (matches!(value, Value::Is(_)), "status_code = 201"),
            word @ ("summary" | "description" | "response_description" | "operation_id") => {
                if !is_text(value) {
                    diagnostics.report(name, format!("`{word}` is a text; write `{word} = \"…\"`"));
                }
                continue;
            }
            "tags" => (texts(value).is_some(), "tags = [\"items\"]"),
            "deprecated" => (flag(value).is_some(), "deprecated"),
            "include_in_schema" => (flag(value).is_some(), "include_in_schema = false"),
            "blocking" => (matches!(value, Value::Flag), "blocking"),
            "response_model" => (matches!(value, Value::Type(_)), "response_model = Public"),
            "skip_none" => (flag(value).is_some(), "skip_none"),
            "skip_defaults" => (flag(value).is_some(), "skip_defaults"),
            "raises" => (
                matches!(value, Value::List(list) if !list.is_empty()),
                "raises(404, 403)",
            ),
            "responses" => (
                matches!(value, Value::List(list) if !list.is_empty()),
                "responses(404 = \"No such item\")",
            ),
            "methods" => (matches!(value, Value::List(_)), "methods(\"GET\", \"POST\")"),
            _ => continue,
        };
        if !fits {
            diagnostics.report(name, format!("`{name}` has another form; write `{form}`"));
        }
    }
}

/// A literal text, or something that becomes one, such as `include_str!(...)` or a constant.
pub fn is_text(value: &Value) -> bool {
    match value {
        Value::Is(Expr::Lit(ExprLit { lit, .. })) => matches!(lit, Lit::Str(_)),
        Value::Is(expression) => matches!(expression, Expr::Macro(_) | Expr::Path(_)),
        _ => false,
    }
}

/// The texts of `("a", "b")` or `= ["a", "b"]`.
pub fn texts(value: &Value) -> Option<Vec<&Expr>> {
    let list: Vec<&Expr> = match value {
        Value::List(list) => list.iter().collect(),
        Value::Is(Expr::Array(array)) => array.elems.iter().collect(),
        _ => return None,
    };
    list.iter()
        .all(|text| matches!(text, Expr::Lit(ExprLit { lit: Lit::Str(_), .. })))
        .then_some(list)
}

/// `true` for the name alone, else what it says.
pub fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Flag => Some(true),
        Value::Is(Expr::Lit(ExprLit {
            lit: Lit::Bool(said), ..
        })) => Some(said.value),
        _ => None,
    }
}
