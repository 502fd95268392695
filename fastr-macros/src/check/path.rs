//! Rules on the path.

use crate::diagnostics::Diagnostics;
use crate::model::{Operation, Piece};

pub fn path_is_given(operation: &Operation, diagnostics: &mut Diagnostics) {
    if operation.path.is_some() {
        return;
    }
    let attribute = operation.attribute;
    let message =
        format!("`#[{attribute}]` needs a path, before anything else; write `#[{attribute}(\"/…\")]`");
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
        let taken = operation
            .function
            .parameters
            .iter()
            .any(|parameter| parameter.name.as_ref().is_some_and(|it| it == name));
        if !taken && !reported.contains(&name) {
            reported.push(name);
            let function = &operation.function.signature.ident;
            diagnostics.report(
                &path.literal,
                format!("`{{{name}}}` is in the path, but `{function}` has no such parameter; add `{name}: String` to it"),
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
