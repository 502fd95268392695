//! Rules on WebSockets, and their plan.

use fastr_status::{close_code_may_be_sent as may_be_sent, is_close_code};
use quote::ToTokens;
use syn::{Expr, ExprLit, Lit, Type};

use super::operation::{self, OperationPlan};
use crate::diagnostics::Diagnostics;
use crate::model::{Operation, Said, Setting, StatusEntry, Value};

/// The plan of a WebSocket.
pub struct SocketPlan {
    /// Its handshake.
    pub handshake: OperationPlan,
    /// What it receives.
    pub receives: Option<Type>,
    /// What it sends.
    pub sends: Option<Type>,
    /// The close codes that it declares, each with its description.
    pub closes: Vec<(Expr, Option<Expr>)>,
}

/// Nothing only when a rule is missing.
pub fn plan(operation: Operation) -> Option<SocketPlan> {
    let message = |wanted: &str| {
        operation
            .settings
            .iter()
            .find_map(|setting| match &setting.value {
                Value::Type(ty) if setting.name == wanted => Some(ty.clone()),
                _ => None,
            })
    };
    let (receives, sends) = (message("receives"), message("sends"));
    let closes = entries(&operation.settings)
        .map(|entry| match &entry.said {
            Said::Text(text) => (entry.status.clone(), Some(text.clone())),
            _ => (entry.status.clone(), None),
        })
        .collect();
    Some(SocketPlan {
        handshake: operation::plan(operation)?,
        receives,
        sends,
        closes,
    })
}

fn entries(settings: &[Setting]) -> impl Iterator<Item = &StatusEntry> {
    let lists = settings.iter().filter_map(|setting| match &setting.value {
        Value::Statuses(list) if setting.name == "closes" => Some(list),
        _ => None,
    });
    lists.flatten()
}

pub fn socket_function_is_async(operation: &Operation, diagnostics: &mut Diagnostics) {
    let signature = &operation.function.signature;
    if signature.asyncness.is_none() {
        diagnostics.report(
            signature.fn_token,
            "a WebSocket waits for its peer; write `async fn`",
        );
    }
}

pub fn socket_lends_only_to_read(operation: &Operation, diagnostics: &mut Diagnostics) {
    for parameter in &operation.function.parameters {
        if let Type::Reference(reference) = &parameter.ty
            && reference.mutability.is_some()
        {
            diagnostics.report(
                reference,
                "a WebSocket has no response to change and nothing behind it; set headers with `Handshake::header`, and do what is left at the end of the function",
            );
        }
    }
}

pub fn close_code_is_a_number(operation: &Operation, diagnostics: &mut Diagnostics) {
    for StatusEntry { status, .. } in entries(&operation.settings) {
        if let Expr::Lit(ExprLit { lit, .. }) = status
            && !matches!(lit, Lit::Int(number) if number.base10_parse::<u16>().is_ok())
        {
            diagnostics.report(status, "a close code is a number; write one such as `4001`");
        }
    }
}

pub fn close_code_may_be_sent(operation: &Operation, diagnostics: &mut Diagnostics) {
    for StatusEntry { status, .. } in entries(&operation.settings) {
        let Some(code) = operation::literal(status) else {
            continue;
        };
        if may_be_sent(code) {
            continue;
        }
        let what = if is_close_code(code) {
            "may not be sent"
        } else {
            "is no WebSocket close code"
        };
        diagnostics.report(
            status,
            format!("{code} {what}; use 1000, another `WS_*` that may be sent, or one from 3000 to 4999"),
        );
    }
}

pub fn close_code_is_described(operation: &Operation, diagnostics: &mut Diagnostics) {
    for entry in entries(&operation.settings) {
        if let Said::Settings(_) = entry.said {
            let code = entry.status.to_token_stream();
            diagnostics.report(
                &entry.status,
                format!("a close code has a description and nothing else; write `{code} = \"…\"`"),
            );
        }
    }
}

pub fn close_codes_are_not_repeated(operation: &Operation, diagnostics: &mut Diagnostics) {
    let mut seen = Vec::new();
    for StatusEntry { status, .. } in entries(&operation.settings) {
        let written = status.to_token_stream().to_string();
        if seen.contains(&written) {
            diagnostics.report(
                status,
                format!("`{written}` is declared twice; leave one of them out"),
            );
        }
        seen.push(written);
    }
}
