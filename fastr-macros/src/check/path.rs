//! Rules on the path.

use syn::ext::IdentExt;
use syn::{Ident, Type};

use super::nearest::is_near;
use super::owned::owned;
use crate::diagnostics::Diagnostics;
use crate::model::{Operation, Piece};

pub fn path_is_given(operation: &Operation, diagnostics: &mut Diagnostics) {
    if operation.path.is_some() {
        return;
    }
    let attribute = operation.attribute;
    let message = format!("`#[{attribute}]` begins with its path in quotes; write `#[{attribute}(\"/…\")]`");
    match operation.settings.first() {
        Some(setting) => diagnostics.report(&setting.name, message),
        None => diagnostics.add(syn::Error::new(proc_macro2::Span::call_site(), message)),
    }
}

pub fn path_begins_with_slash(operation: &Operation, diagnostics: &mut Diagnostics) {
    let Some(path) = &operation.path else { return };
    let text = path.literal.value();
    if !text.starts_with('/') {
        diagnostics.report(
            &path.literal,
            format!("a path begins with a slash; write `\"/{text}\"`"),
        );
    }
}

pub fn path_has_no_query(operation: &Operation, diagnostics: &mut Diagnostics) {
    let Some(path) = &operation.path else { return };
    let found = path
        .pieces
        .iter()
        .any(|piece| matches!(piece, Piece::Literal(text) if text.contains(['?', '#'])));
    if found {
        diagnostics.report(
            &path.literal,
            "a path ends before its `?` or `#`; a parameter of the function that is not in the path is a query parameter",
        );
    }
}

pub fn placeholders_are_not_repeated(operation: &Operation, diagnostics: &mut Diagnostics) {
    let Some(path) = &operation.path else { return };
    let names: Vec<&str> = path.names().collect();
    for (index, name) in names.iter().enumerate() {
        if names[..index].contains(name) {
            diagnostics.report(
                &path.literal,
                format!("`{{{name}}}` stands twice in the path; give each its own name"),
            );
        }
    }
}

pub fn placeholders_have_parameters(operation: &Operation, diagnostics: &mut Diagnostics) {
    let Some(path) = &operation.path else { return };
    let mut reported: Vec<&str> = Vec::new();
    for name in path.names() {
        if operation.function.parameter(name).is_none() && !reported.contains(&name) {
            reported.push(name);
            let function = &operation.function.signature.ident;
            if let Some(meant) = meant(operation, name) {
                diagnostics.report(
                    &path.literal,
                    format!("`{{{name}}}` is in the path, but `{function}` has no such parameter; rename its `{meant}` to `{name}`, or write `{{{meant}}}` in the path"),
                );
                continue;
            }
            let raw = if syn::parse_str::<Ident>(name).is_err() {
                "r#"
            } else {
                ""
            };
            diagnostics.report(
                &path.literal,
                format!("`{{{name}}}` is in the path, but `{function}` has no such parameter; add `{raw}{name}: String` to it"),
            );
        }
    }
}

/// The only parameter that was probably meant by a placeholder: `id` for `{item_id}`.
fn meant(operation: &Operation, placeholder: &str) -> Option<String> {
    let path = operation.path.as_ref()?;
    let parameters = operation.function.parameters.iter();
    let could_be = parameters.filter(|parameter| {
        let is_lent = matches!(parameter.ty, Type::Reference(_));
        !is_lent && parameter.sources.iter().all(|source| source.name == "path")
    });
    let names = could_be.filter_map(|parameter| Some(parameter.name.as_ref()?.unraw().to_string()));
    let mut alike = names.filter(|name| {
        let is_free = path.names().all(|placeholder| placeholder != name);
        is_free && (is_near(placeholder, name) || is_part(name, placeholder) || is_part(placeholder, name))
    });
    alike.next().filter(|_| alike.next().is_none())
}

/// Whether a name is the first or the last words of a longer one.
fn is_part(name: &str, longer: &str) -> bool {
    let before = longer
        .strip_suffix(name)
        .is_some_and(|before| before.ends_with('_'));
    before
        || longer
            .strip_prefix(name)
            .is_some_and(|behind| behind.starts_with('_'))
}

pub fn parameters_stand_in_braces(operation: &Operation, diagnostics: &mut Diagnostics) {
    let Some(path) = &operation.path else { return };
    let text = path.literal.value();
    for segment in text.split('/') {
        let name = segment
            .strip_prefix(':')
            .or_else(|| segment.strip_prefix('<')?.strip_suffix('>'));
        if let Some(name) = name.filter(|name| operation.function.parameter(name).is_some()) {
            diagnostics.report(
                &path.literal,
                format!("a parameter in the path stands in braces; write `{{{name}}}` for `{segment}`"),
            );
        }
    }
}

pub fn path_parameters_are_owned(operation: &Operation, diagnostics: &mut Diagnostics) {
    let Some(path) = &operation.path else { return };
    for parameter in path.names().filter_map(|name| operation.function.parameter(name)) {
        // A reference to what has no size is told wherever it stands.
        if let Type::Reference(reference) = &parameter.ty
            && let Type::Path(target) = &*reference.elem
            && !target.path.is_ident("str")
        {
            diagnostics.report(
                reference,
                format!("an operation owns its arguments; {}", owned(reference)),
            );
        }
    }
}

pub fn segments_have_one_placeholder(operation: &Operation, diagnostics: &mut Diagnostics) {
    let Some(path) = &operation.path else { return };
    let mut in_segment = 0;
    for piece in &path.pieces {
        match piece {
            Piece::Literal(text) if text.contains('/') => in_segment = 0,
            Piece::Literal(_) => {}
            Piece::Parameter(_) | Piece::CatchAll(_) => in_segment += 1,
        }
        if in_segment == 2 && piece.name().is_some() {
            diagnostics.report(
                &path.literal,
                "two parameters stand between two slashes of the path; put a slash between them",
            );
        }
    }
}

pub fn catch_all_is_last(operation: &Operation, diagnostics: &mut Diagnostics) {
    let Some(path) = &operation.path else { return };
    let last = path.pieces.len().saturating_sub(1);
    for (index, piece) in path.pieces.iter().enumerate() {
        let Piece::CatchAll(name) = piece else { continue };
        let alone =
            index == 0 || matches!(&path.pieces[index - 1], Piece::Literal(text) if text.ends_with('/'));
        if index != last || !alone {
            diagnostics.report(
                &path.literal,
                format!("`{{{name}:path}}` takes all the rest of the path; put it last, behind a slash"),
            );
        }
    }
}
