//! Rules on the settings of an operation.

use syn::{Expr, ExprLit, Lit};

use super::nearest::suggestion;
use crate::diagnostics::Diagnostics;
use crate::model::{Kind, Operation, Setting, Value};

const KNOWN: [&str; 18] = [
    "status_code",
    "summary",
    "description",
    "tags",
    "response_description",
    "deprecated",
    "operation_id",
    "include_in_schema",
    "openapi_extra",
    "raises",
    "responses",
    "callbacks",
    "blocking",
    "body_limit",
    "response_model",
    "skip_none",
    "skip_defaults",
    "methods",
];

/// What only makes sense where the program answers.
const ONLY_SERVED: [&str; 3] = ["callbacks", "blocking", "body_limit"];

/// What can be said of a WebSocket.
const KNOWN_OF_SOCKETS: [&str; 10] = [
    "summary",
    "description",
    "tags",
    "deprecated",
    "operation_id",
    "include_in_schema",
    "raises",
    "receives",
    "sends",
    "closes",
];
/// The only setting of the attributes that have but one.
const ONLY: [(Kind, &str); 2] = [(Kind::Handler, "status_code"), (Kind::Middleware, "raises")];

pub fn settings_are_known(operation: &Operation, diagnostics: &mut Diagnostics) {
    if let Some(known) = ONLY.iter().find(|(kind, _)| *kind == operation.kind) {
        report_unknown(operation, operation.settings.iter(), &[known.1], diagnostics);
        return;
    }
    // `methods` belongs to the attributes that have no method of their own.
    let belongs = |name: &&str| match *name {
        "methods" => operation.method.is_none(),
        name => operation.kind == Kind::Served || !ONLY_SERVED.contains(&name),
    };
    let known: Vec<&str> = match operation.kind {
        Kind::Socket => KNOWN_OF_SOCKETS.to_vec(),
        _ => KNOWN.into_iter().filter(belongs).collect(),
    };
    // What stands where the path is missing is told by that rule.
    let instead_of_path = usize::from(operation.path.is_none());
    report_unknown(
        operation,
        operation.settings.iter().skip(instead_of_path),
        &known,
        diagnostics,
    );
}

fn report_unknown<'a>(
    operation: &Operation,
    settings: impl Iterator<Item = &'a Setting>,
    known: &[&str],
    diagnostics: &mut Diagnostics,
) {
    for setting in settings {
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
            "openapi_extra" => (
                matches!(value, Value::Is(extra) if !matches!(extra, Expr::Lit(_))),
                "openapi_extra = json!({ \"x-key\": 1 })",
            ),
            "callbacks" => (
                matches!(value, Value::List(list) if !list.is_empty() && list.iter().all(is_path)),
                "callbacks(order_is_paid)",
            ),
            "blocking" => (matches!(value, Value::Flag), "blocking"),
            "body_limit" => (is_number(value), "body_limit = 1_048_576"),
            "response_model" => (matches!(value, Value::Type(_)), "response_model = Public"),
            "skip_none" => (flag(value).is_some(), "skip_none"),
            "skip_defaults" => (flag(value).is_some(), "skip_defaults"),
            "raises" => (
                matches!(value, Value::Statuses(list) if !list.is_empty()),
                "raises(404, 403)",
            ),
            "responses" => (
                matches!(value, Value::Statuses(list) if !list.is_empty()),
                "responses(404 = \"No such item\")",
            ),
            "receives" => (matches!(value, Value::Type(_)), "receives = Command"),
            "sends" => (matches!(value, Value::Type(_)), "sends = Event"),
            "closes" => (
                matches!(value, Value::Statuses(list) if !list.is_empty()),
                "closes(4001 = \"kicked\")",
            ),
            "methods" => (matches!(value, Value::List(_)), "methods(\"GET\", \"POST\")"),
            _ => continue,
        };
        if !fits {
            diagnostics.report(name, format!("`{name}` has another form; write `{form}`"));
        }
    }
}

fn is_path(expression: &Expr) -> bool {
    matches!(expression, Expr::Path(_))
}

/// A literal text, or something that becomes one, such as `include_str!(...)` or a constant.
pub fn is_text(value: &Value) -> bool {
    matches!(value, Value::Is(expression) if is_text_itself(expression))
}

/// The same of the value.
pub fn is_text_itself(expression: &Expr) -> bool {
    match expression {
        Expr::Lit(ExprLit { lit, .. }) => matches!(lit, Lit::Str(_)),
        Expr::Macro(_) | Expr::Path(_) | Expr::Group(_) => true,
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

/// A literal whole number, or something that becomes a number, such as a constant.
fn is_number(value: &Value) -> bool {
    match value {
        Value::Is(Expr::Lit(ExprLit { lit, .. })) => matches!(lit, Lit::Int(_)),
        value => matches!(value, Value::Is(_)),
    }
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
