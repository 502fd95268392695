//! Rules on the statuses that are written as literals or by name; the compiler checks the others.

use fastr_status::why_not_final;
use quote::ToTokens;
use syn::{Expr, ExprLit, ExprUnary, Lit};

use crate::diagnostics::Diagnostics;
use crate::model::{Operation, Setting, Value};

pub fn status_is_a_number(operation: &Operation, diagnostics: &mut Diagnostics) {
    for status in statuses(operation) {
        let what = match status {
            Expr::Lit(ExprLit { lit: Lit::Int(_), .. }) | Expr::Path(_) => continue,
            Expr::Lit(ExprLit {
                lit: Lit::Str(text), ..
            }) => match text.value().parse::<u16>() {
                Ok(number) => format!("a status is a number, not a text; write `{number}`"),
                Err(_) => "a status is a number, not a text; write one such as `201`".to_owned(),
            },
            Expr::Lit(ExprLit {
                lit: Lit::Float(number),
                ..
            }) => {
                let whole = number
                    .base10_digits()
                    .split('.')
                    .next()
                    .unwrap_or("201")
                    .to_owned();
                format!("a status is a whole number; write `{whole}`")
            }
            Expr::Lit(_) => "a status is a number; write one such as `201`".to_owned(),
            Expr::Unary(ExprUnary {
                op: syn::UnOp::Neg(_),
                ..
            }) => "a status is not negative; write one from 200 to 599".to_owned(),
            _ => continue,
        };
        diagnostics.report(status, what);
    }
}

pub fn status_can_be_final(operation: &Operation, diagnostics: &mut Diagnostics) {
    for status in statuses(operation) {
        let Expr::Lit(ExprLit {
            lit: Lit::Int(number),
            ..
        }) = status
        else {
            continue;
        };
        match number.base10_parse::<u16>() {
            Ok(code) => {
                if let Some(why) = why_not_final(code) {
                    diagnostics.report(number, format!("{code} {why}"));
                }
            }
            Err(_) => {
                diagnostics.report(
                    number,
                    format!("`{number}` is no status; use one from 200 to 599, written as a plain number"),
                );
            }
        }
    }
}

pub fn status_is_no_close_code(operation: &Operation, diagnostics: &mut Diagnostics) {
    for status in statuses(operation) {
        let Expr::Path(path) = status else { continue };
        let Some(name) = path.path.segments.last().map(|segment| segment.ident.to_string()) else {
            continue;
        };
        if name.starts_with("WS_") {
            diagnostics.report(
                status,
                format!("`{name}` is a WebSocket close code, which ends a connection and answers no request; use an `HTTP_*` constant"),
            );
        }
    }
}

pub fn declared_statuses_are_not_repeated(operation: &Operation, diagnostics: &mut Diagnostics) {
    let mut seen: Vec<String> = Vec::new();
    for status in declared(operation) {
        let text = status.to_token_stream().to_string();
        if seen.contains(&text) {
            diagnostics.report(
                status,
                format!("`{text}` is declared twice; leave one of them out"),
            );
        }
        seen.push(text);
    }
}

/// Every status in the attribute but the word `auto`.
fn statuses(operation: &Operation) -> impl Iterator<Item = &Expr> {
    let own = operation.settings.iter().filter_map(|setting| match setting {
        Setting {
            name,
            value: Value::Is(status),
        } if name == "status_code" => Some(status),
        _ => None,
    });
    own.chain(declared(operation))
}

/// The statuses in `raises` and `responses`.
fn declared(operation: &Operation) -> impl Iterator<Item = &Expr> {
    operation
        .settings
        .iter()
        .filter(|setting| setting.name == "raises" || setting.name == "responses")
        .flat_map(|setting| {
            let list = match &setting.value {
                Value::List(list) => Some(list.iter()),
                _ => None,
            };
            list.into_iter().flatten().map(|entry| match entry {
                Expr::Assign(pair) => &*pair.left,
                status => status,
            })
        })
}
