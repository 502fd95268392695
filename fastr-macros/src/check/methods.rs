//! Rules on the methods of `#[route]`.

use syn::{Expr, ExprLit, Lit, LitStr};

use super::nearest::suggestion;
use crate::diagnostics::Diagnostics;
use crate::model::{Kind, Method, Operation, Setting, Value};

pub fn methods_are_given(operation: &Operation, diagnostics: &mut Diagnostics) {
    let said = operation
        .settings
        .iter()
        .find(|setting| setting.name == "methods");
    let empty = said.is_some_and(|setting| matches!(&setting.value, Value::List(list) if list.is_empty()));
    if operation.method.is_some() || (said.is_some() && !empty) {
        return;
    }
    let message = "`#[route]` needs the methods it answers; write `methods(\"GET\", \"POST\")`";
    match (said, &operation.path) {
        (Some(setting), _) => diagnostics.report(&setting.name, message),
        (None, Some(path)) => diagnostics.report(&path.literal, message),
        // Without a path, that is what is said.
        (None, None) => {}
    }
}

pub fn methods_are_known(operation: &Operation, diagnostics: &mut Diagnostics) {
    let known = Method::ALL.map(|(name, _)| name);
    for entry in entries(operation) {
        match entry {
            Err(other) => diagnostics.report(other, "a method is a text; write `methods(\"GET\", \"POST\")`"),
            Ok(name) if method(name).is_none() => {
                let suggestion = suggestion(&name.value().to_ascii_uppercase(), &known);
                diagnostics.report(
                    name,
                    format!("`{}` is no method of an operation; {suggestion}", name.value()),
                );
            }
            Ok(_) => {}
        }
    }
}

pub fn methods_are_not_repeated(operation: &Operation, diagnostics: &mut Diagnostics) {
    let names: Vec<&LitStr> = entries(operation).into_iter().filter_map(Result::ok).collect();
    for (index, name) in names.iter().enumerate() {
        if names[..index]
            .iter()
            .any(|earlier| earlier.value() == name.value())
        {
            diagnostics.report(
                name,
                format!("`{}` is said twice; leave one of them out", name.value()),
            );
        }
    }
}

/// The methods that an operation answers.
pub fn methods(operation: &Operation) -> Vec<Method> {
    match operation.method {
        Some(method) => vec![method],
        None if operation.kind != Kind::Served && entries(operation).is_empty() => vec![Method::Post],
        None => entries(operation)
            .into_iter()
            .filter_map(|entry| method(entry.ok()?))
            .collect(),
    }
}

fn method(name: &LitStr) -> Option<Method> {
    Method::ALL
        .into_iter()
        .find(|(known, _)| *known == name.value())
        .map(|(_, method)| method)
}

fn entries(operation: &Operation) -> Vec<Result<&LitStr, &Expr>> {
    let said = operation
        .settings
        .iter()
        .find(|setting| setting.name == "methods");
    let Some(Setting {
        value: Value::List(list),
        ..
    }) = said
    else {
        return Vec::new();
    };
    let text = |entry| match entry {
        &Expr::Lit(ExprLit {
            lit: Lit::Str(ref name),
            ..
        }) => Ok(name),
        other => Err(other),
    };
    list.iter().map(text).collect()
}
