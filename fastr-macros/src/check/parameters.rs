//! Rules on the attributes of parameters.

use syn::Type;

use super::constraints::{Constrained, Place};
use crate::diagnostics::Diagnostics;
use crate::model::Operation;

const COMMON: [&str; 19] = [
    "alias",
    "default",
    "title",
    "description",
    "examples",
    "deprecated",
    "include_in_schema",
    "gt",
    "ge",
    "lt",
    "le",
    "multiple_of",
    "min_length",
    "max_length",
    "min_items",
    "max_items",
    "unique_items",
    "pattern",
    "validate",
];
const HEADER: [&str; 20] = [
    "alias",
    "default",
    "title",
    "description",
    "examples",
    "deprecated",
    "include_in_schema",
    "convert_underscores",
    "gt",
    "ge",
    "lt",
    "le",
    "multiple_of",
    "min_length",
    "max_length",
    "min_items",
    "max_items",
    "unique_items",
    "pattern",
    "validate",
];
const BODY: [&str; 19] = [
    "alias",
    "default",
    "title",
    "description",
    "examples",
    "deprecated",
    "embed",
    "gt",
    "ge",
    "lt",
    "le",
    "multiple_of",
    "min_length",
    "max_length",
    "min_items",
    "max_items",
    "unique_items",
    "pattern",
    "validate",
];
/// What the bytes of a file are is not looked at.
const FILE: [&str; 5] = ["alias", "description", "deprecated", "min_items", "max_items"];
/// A parameter in the path has the name of its placeholder, and is always there.
const PATH: [&str; 14] = [
    "title",
    "description",
    "examples",
    "deprecated",
    "include_in_schema",
    "gt",
    "ge",
    "lt",
    "le",
    "multiple_of",
    "min_length",
    "max_length",
    "pattern",
    "validate",
];

impl Constrained for Operation {
    fn places(&self) -> Vec<Place<'_>> {
        let places = self.function.parameters.iter().filter_map(|parameter| {
            let source = parameter.sources.first()?;
            let attribute = source.name.to_string();
            let known = match attribute.as_str() {
                "path" => &PATH[..],
                "header" => &HEADER,
                "body" => &BODY,
                "file" => &FILE,
                _ => &COMMON,
            };
            Some(Place {
                name: parameter.name.as_ref()?,
                ty: &parameter.ty,
                attribute,
                settings: &source.settings,
                known,
            })
        });
        places.collect()
    }
}

pub fn parameter_has_one_source(operation: &Operation, diagnostics: &mut Diagnostics) {
    for parameter in &operation.function.parameters {
        if let [first, second, ..] = &*parameter.sources {
            diagnostics.report(
                &second.name,
                format!(
                    "a parameter comes from one place, and this one from `{}` already; leave one of them out",
                    first.name
                ),
            );
        }
    }
}

pub fn path_parameter_is_in_path(operation: &Operation, diagnostics: &mut Diagnostics) {
    let Some(path) = &operation.path else { return };
    for parameter in &operation.function.parameters {
        let (Some(name), Some(source)) = (&parameter.name, parameter.sources.first()) else {
            continue;
        };
        let in_path = path.names().any(|placeholder| name == placeholder);
        if in_path && source.name != "path" {
            diagnostics.report(
                &source.name,
                format!("`{name}` stands in the path, so it comes from there; write `#[path]`, or give the parameter another name"),
            );
        }
        if !in_path && source.name == "path" {
            diagnostics.report(
                &source.name,
                format!("the path has no `{{{name}}}`; put it into the path of the attribute"),
            );
        }
    }
}

pub fn lent_parameter_has_no_source(operation: &Operation, diagnostics: &mut Diagnostics) {
    for parameter in &operation.function.parameters {
        if let (Some(source), Type::Reference(_)) = (parameter.sources.first(), &parameter.ty) {
            diagnostics.report(
                &parameter.ty,
                format!(
                    "what comes from `{}` belongs to the operation; take the type without the `&`",
                    source.name
                ),
            );
        }
    }
}

pub fn upload_is_a_file(operation: &Operation, diagnostics: &mut Diagnostics) {
    for parameter in &operation.function.parameters {
        let Some(source) = parameter.sources.first() else {
            continue;
        };
        if source.name != "file" && source.name != "path" && is_upload(&parameter.ty) {
            diagnostics.report(
                &source.name,
                "an `UploadFile` is a file of a form; write `#[file]`",
            );
        }
    }
}

/// Whether a type is `UploadFile`, or an `Option` or a list of it.
fn is_upload(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    match &last.arguments {
        syn::PathArguments::AngleBracketed(inside) => inside
            .args
            .iter()
            .any(|argument| matches!(argument, syn::GenericArgument::Type(inner) if is_upload(inner))),
        _ => last.ident == "UploadFile",
    }
}
