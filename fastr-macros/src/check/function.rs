//! Rules on the function.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::{GenericParam, Pat, Type};

use super::owned::owned;
use crate::diagnostics::Diagnostics;
use crate::model::{Function, Operation};

const INTEGERS: [&str; 12] = [
    "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
];

pub fn function_is_plain(operation: &Operation, diagnostics: &mut Diagnostics) {
    let (signature, noun) = (&operation.function.signature, operation.kind.noun());
    if let Some(word) = &signature.constness {
        diagnostics.report(
            word,
            format!("a `const fn` cannot be {noun}; leave the `const` out"),
        );
    }
    if matches!(signature.safety, syn::Safety::Unsafe(_)) {
        diagnostics.report(
            &signature.safety,
            format!(
                "an `unsafe fn` cannot be {noun}; put the unsafe part into a function that is safe to call"
            ),
        );
    }
    if let Some(abi) = &signature.abi {
        diagnostics.report(
            abi,
            format!("an `extern fn` cannot be {noun}; leave the `extern` out"),
        );
    }
}

pub fn function_has_a_body(operation: &Operation, diagnostics: &mut Diagnostics) {
    let Function {
        signature,
        body,
        receiver,
        ..
    } = &operation.function;
    // With `self` there is more to say.
    if receiver.is_none() && matches!(body.clone().into_iter().next(), Some(TokenTree::Punct(_))) {
        diagnostics.report(
            &signature.ident,
            format!(
                "{} is a function with a body; make it one that stands by itself",
                operation.kind.noun()
            ),
        );
    }
}

pub fn function_has_no_receiver(operation: &Operation, diagnostics: &mut Diagnostics) {
    if let Some(receiver) = &operation.function.receiver {
        diagnostics.report(
            &receiver.0,
            format!(
                "{} has no `self`; make it a function that stands by itself",
                operation.kind.noun()
            ),
        );
    }
}

pub fn function_is_not_generic(operation: &Operation, diagnostics: &mut Diagnostics) {
    let (generics, noun) = (&operation.function.signature.generics, operation.kind.noun());
    for parameter in &generics.params {
        match parameter {
            GenericParam::Type(parameter) => diagnostics.report(
                &parameter.ident,
                format!(
                    "{noun} is one function, not one for every `{}`; write the type itself",
                    parameter.ident
                ),
            ),
            GenericParam::Const(parameter) => diagnostics.report(
                &parameter.ident,
                format!(
                    "{noun} is one function, not one for every `{}`; write the value itself",
                    parameter.ident
                ),
            ),
            GenericParam::Lifetime(parameter) => diagnostics.report(
                &parameter.lifetime,
                format!(
                    "{noun} owns its arguments; leave `{}` out, and take `String` for `&str`",
                    parameter.lifetime
                ),
            ),
        }
    }
}

pub fn parameters_have_names(operation: &Operation, diagnostics: &mut Diagnostics) {
    for parameter in operation
        .function
        .parameters
        .iter()
        .filter(|parameter| parameter.name.is_none())
    {
        let cure = match parameter.pattern {
            Pat::Wild(_) => "write one for `_`",
            _ => "take it apart inside the function",
        };
        diagnostics.report(
            &parameter.pattern,
            format!("a parameter has one name, which the request and the document use; {cure}"),
        );
    }
}

pub fn parameters_name_their_type(operation: &Operation, diagnostics: &mut Diagnostics) {
    for parameter in &operation.function.parameters {
        if let Type::ImplTrait(open) = &parameter.ty {
            diagnostics.report(open, "fastr has to know what to read; write the type itself");
        }
    }
}

pub fn lent_parameters_have_a_size(operation: &Operation, diagnostics: &mut Diagnostics) {
    for parameter in &operation.function.parameters {
        let Type::Reference(reference) = &parameter.ty else {
            continue;
        };
        let sized = match &*reference.elem {
            Type::Path(path) => !path.path.is_ident("str"),
            Type::Slice(_) | Type::TraitObject(_) => false,
            _ => true,
        };
        if !sized {
            diagnostics.report(
                reference,
                format!("an operation owns its arguments; {}", owned(reference)),
            );
        }
    }
}

pub fn return_type_is_named(operation: &Operation, diagnostics: &mut Diagnostics) {
    if let Type::ImplTrait(open) = &operation.function.returns {
        diagnostics.report(
            open,
            "the statuses of an operation follow from what it returns; write the type itself",
        );
    }
}

pub fn return_type_is_no_bare_integer(operation: &Operation, diagnostics: &mut Diagnostics) {
    let returns = &operation.function.returns;
    let body = success(returns).unwrap_or(returns);
    if is_integer(body) {
        let written = body.to_token_stream();
        diagnostics.report(
            returns,
            format!("`{written}` reads like a status and would be the body; for a status write `status_code = …` in the attribute, for a body return a `#[model]`"),
        );
    }
}

/// Whether this is a whole number of the language.
pub fn is_integer(ty: &Type) -> bool {
    INTEGERS.contains(&ty.to_token_stream().to_string().as_str())
}

/// A tuple is a list in JSON. One that begins with the type of statuses was hardly meant so.
pub fn return_type_is_no_status_with_a_body(operation: &Operation, diagnostics: &mut Diagnostics) {
    let returns = &operation.function.returns;
    let Type::Tuple(tuple) = success(returns).unwrap_or(returns) else {
        return;
    };
    if tuple
        .elems
        .first()
        .is_some_and(|first| first.to_token_stream().to_string() == "u16")
    {
        diagnostics.report(
            returns,
            "a tuple that begins with `u16` reads like a status with a body and would be a list; for a status write `status_code = …` in the attribute, for a body return a `#[model]`",
        );
    }
}

/// The `T` of `Result<T, E>`.
fn success(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path
        .path
        .segments
        .last()
        .filter(|segment| segment.ident == "Result")?;
    let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

pub fn blocking_function_is_not_async(operation: &Operation, diagnostics: &mut Diagnostics) {
    let blocking = operation
        .settings
        .iter()
        .find(|setting| setting.name == "blocking");
    if let (Some(setting), true) = (blocking, operation.function.signature.asyncness.is_some()) {
        diagnostics.report(
            &setting.name,
            "an `async fn` waits without blocking a thread; leave out `blocking`, or the `async`",
        );
    }
}
