//! Rules on the attributes of parameters.

use syn::Type;

use super::constraints::{ASKED, Constrained, Place, is_of_items};
use crate::diagnostics::Diagnostics;
use crate::model::Operation;

/// What can be said of a parameter from this source.
fn words(source: &str) -> Vec<&'static str> {
    let own: &[&str] = match source {
        // What the bytes of a file are is not looked at.
        "file" => return vec!["alias", "description", "deprecated", "min_items", "max_items"],
        // A parameter in the path has the name of its placeholder, is always there, and is one value.
        "path" => &[
            "title",
            "description",
            "examples",
            "deprecated",
            "include_in_schema",
        ],
        "header" => &[
            "alias",
            "default",
            "title",
            "description",
            "examples",
            "deprecated",
            "include_in_schema",
            "convert_underscores",
        ],
        "body" => &[
            "alias",
            "default",
            "title",
            "description",
            "examples",
            "deprecated",
            "embed",
        ],
        _ => &[
            "alias",
            "default",
            "title",
            "description",
            "examples",
            "deprecated",
            "include_in_schema",
        ],
    };
    let asked = ASKED.iter().filter(|word| source != "path" || !is_of_items(word));
    own.iter().chain(asked).copied().collect()
}

impl Constrained for Operation {
    fn places(&self) -> Vec<Place<'_>> {
        let places = self.function.parameters.iter().filter_map(|parameter| {
            // A value of the state is the application's own, and nothing is asked of it.
            let source = parameter
                .sources
                .first()
                .filter(|source| source.name != "state")?;
            let attribute = source.name.to_string();
            Some(Place {
                name: parameter.name.as_ref()?,
                ty: &parameter.ty,
                known: words(&attribute),
                attribute,
                settings: &source.settings,
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
        if let (Some(source), Type::Reference(_)) = (parameter.sources.first(), &parameter.ty)
            && source.name != "state"
        {
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

pub fn state_is_lent(operation: &Operation, diagnostics: &mut Diagnostics) {
    for parameter in &operation.function.parameters {
        if parameter
            .sources
            .first()
            .is_none_or(|source| source.name != "state")
        {
            continue;
        }
        match &parameter.ty {
            Type::Reference(reference) => {
                if reference.mutability.is_some() {
                    diagnostics.report(
                        reference,
                        "all requests share the state; take `&` without `mut`, and put what changes into a `Mutex`",
                    );
                }
            }
            ty => diagnostics.report(
                ty,
                "the state belongs to the application, which lends it; write `&` before the type",
            ),
        }
    }
}

pub fn state_has_no_settings(operation: &Operation, diagnostics: &mut Diagnostics) {
    for source in operation
        .function
        .parameters
        .iter()
        .flat_map(|parameter| &parameter.sources)
    {
        if let (true, Some(setting)) = (source.name == "state", source.settings.first()) {
            diagnostics.report(
                &setting.name,
                "a value of the state is found by its type, and no request has it; write `#[state]` alone",
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
