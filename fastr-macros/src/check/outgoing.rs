//! Rules on requests that the program sends and somebody else answers.

use proc_macro2::{Span, TokenTree};
use syn::Type;

use crate::diagnostics::Diagnostics;
use crate::model::{Kind, Operation};

pub fn outgoing_has_a_name(operation: &Operation, diagnostics: &mut Diagnostics) {
    if operation.path.is_some() {
        return;
    }
    let message = match operation.kind {
        Kind::Callback => {
            "`#[callback]` begins with the address that is called; write `#[callback(\"{$request.body#/callback_url}\")]`"
        }
        _ => "`#[webhook]` begins with its name in quotes; write `#[webhook(\"new-order\")]`",
    };
    match operation.settings.first() {
        Some(setting) => diagnostics.report(&setting.name, message),
        None => diagnostics.add(syn::Error::new(Span::call_site(), message)),
    }
}

pub fn outgoing_has_no_body(operation: &Operation, diagnostics: &mut Diagnostics) {
    let function = &operation.function;
    let has_body = !matches!(
        function.body.clone().into_iter().next(),
        Some(TokenTree::Punct(_))
    );
    if has_body {
        diagnostics.report(
            &function.signature.ident,
            format!(
                "a {} is answered by somebody else, so nothing here would run; end it with `;`",
                operation.attribute
            ),
        );
    }
}

pub fn outgoing_parameters_are_owned(operation: &Operation, diagnostics: &mut Diagnostics) {
    for parameter in &operation.function.parameters {
        if let Type::Reference(_) = &parameter.ty {
            diagnostics.report(
                &parameter.ty,
                format!(
                    "a {} is sent and not received, so nothing can be lent to it; take the type without the `&`, or leave it out",
                    operation.attribute
                ),
            );
        }
    }
}
