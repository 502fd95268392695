//! Rules on the statuses that are written as literals or by name; the compiler checks the others.

use fastr_status::why_not_final;
use quote::ToTokens;
use syn::{Expr, ExprLit, ExprUnary, Lit};

use super::declared::{Covered, covered, entries};
use crate::diagnostics::Diagnostics;
use crate::model::{Operation, Setting, Value};

pub fn status_is_a_number(operation: &Operation, diagnostics: &mut Diagnostics) {
    for status in statuses(operation) {
        report_no_number(status, diagnostics);
    }
}

/// Reports a status that is written as anything but a number or a name.
pub fn report_no_number(status: &Expr, diagnostics: &mut Diagnostics) {
    let what = match status {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text), ..
        }) => match text.value().parse::<u16>() {
            Ok(number) => format!("a status is a number, not a text; write `{number}`"),
            Err(_) if is_written_bare(&text.value()) => {
                format!("a status is no text; write `{}` without quotes", text.value())
            }
            Err(_) => "a status is a number, not a text; write one such as `201`".to_owned(),
        },
        Expr::Lit(ExprLit {
            lit: Lit::Float(number),
            ..
        }) => {
            let digits = number.base10_digits();
            let whole = digits.split_once('.').map_or(digits, |(whole, _)| whole);
            format!("a status is a whole number; write `{whole}`")
        }
        Expr::Lit(ExprLit { lit: Lit::Int(_), .. }) => return,
        Expr::Lit(_) => "a status is a number; write one such as `201`".to_owned(),
        Expr::Unary(ExprUnary {
            op: syn::UnOp::Neg(_),
            ..
        }) => "a status is not negative; write one from 200 to 599".to_owned(),
        _ => return,
    };
    diagnostics.report(status, what);
}

/// Whether a text in quotes would be a status without them.
fn is_written_bare(text: &str) -> bool {
    let is_class = text.len() == 3 && text.get(1..).is_some_and(|rest| rest.eq_ignore_ascii_case("xx"));
    is_class || text == "default"
}

pub fn status_can_be_final(operation: &Operation, diagnostics: &mut Diagnostics) {
    for status in statuses(operation) {
        report_not_final(status, diagnostics);
    }
}

/// Reports a number that no response can have as its status.
pub fn report_not_final(status: &Expr, diagnostics: &mut Diagnostics) {
    let Expr::Lit(ExprLit {
        lit: Lit::Int(number),
        ..
    }) = status
    else {
        return;
    };
    match number
        .base10_parse::<u16>()
        .map(|code| (code, why_not_final(code)))
    {
        Ok((_, None)) => {}
        Ok((code, Some(why))) => diagnostics.report(number, format!("{code} {why}")),
        Err(_) => diagnostics.report(
            number,
            format!("`{number}` is no status; use one from 200 to 599, written as a plain number"),
        ),
    }
}

pub fn status_class_is_final(operation: &Operation, diagnostics: &mut Diagnostics) {
    for status in declared(operation) {
        if let Covered::Class(digit) = covered(status)
            && !(2..=5).contains(&digit)
        {
            diagnostics.report(
                status,
                format!("`{digit}XX` is no class of responses; write `2XX`, `3XX`, `4XX` or `5XX`"),
            );
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

/// Every single status in the attribute but the word `auto`.
fn statuses(operation: &Operation) -> impl Iterator<Item = &Expr> {
    let own = operation.settings.iter().filter_map(|setting| match setting {
        Setting {
            name,
            value: Value::Is(status),
        } if name == "status_code" => Some(status),
        _ => None,
    });
    own.chain(declared(operation).filter(|status| matches!(covered(status), Covered::Status)))
}

/// What stands for a status in `raises` and `responses`.
fn declared(operation: &Operation) -> impl Iterator<Item = &Expr> {
    entries(&operation.settings).map(|(_, entry)| &entry.status)
}
