//! Rules on models.

use super::constraints::{Constrained, Place};
use super::nearest::suggestion;
use super::serde::Rules;
use super::settings::report_repeated;
use crate::diagnostics::Diagnostics;
use crate::model::{Data, Field, Fields, Holds, Value};

const FIELD: [&str; 13] = [
    "default",
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

impl Constrained for Data {
    fn places(&self) -> Vec<Place<'_>> {
        match &self.fields {
            Fields::Named(fields) => fields.iter().map(place).collect(),
            Fields::Variants(variants) => variants
                .iter()
                .flat_map(|variant| match &variant.holds {
                    Holds::Named(fields) => fields.iter().map(place).collect(),
                    _ => Vec::new(),
                })
                .collect(),
            Fields::Unfit(..) => Vec::new(),
        }
    }
}

fn place(field: &Field) -> Place<'_> {
    let Field {
        name, ty, settings, ..
    } = field;
    Place {
        name,
        ty,
        attribute: "field".into(),
        settings,
        known: &FIELD,
    }
}

pub fn model_settings_are_known(data: &Data, diagnostics: &mut Diagnostics) {
    const KNOWN: [&str; 1] = ["validate"];
    for setting in &data.settings {
        let name = setting.name.to_string();
        if !KNOWN.contains(&name.as_str()) {
            let suggestion = suggestion(&name, &KNOWN);
            diagnostics.report(
                &setting.name,
                format!("`#[model]` has no `{name}`; {suggestion} What is asked of a field stands at it, in `#[field(...)]`"),
            );
        } else if !matches!(setting.value, Value::Is(syn::Expr::Path(_))) {
            diagnostics.report(
                &setting.name,
                "`validate` takes the name of a function; write `validate = function`",
            );
        }
    }
    report_repeated(&data.settings, diagnostics);
}

pub fn model_has_names(data: &Data, diagnostics: &mut Diagnostics) {
    if let Fields::Unfit(what, at) = &data.fields {
        diagnostics.report(
            at,
            format!("{what} cannot be a model; write a struct whose fields have names, or an enum"),
        );
    }
}

pub fn model_is_not_generic(data: &Data, diagnostics: &mut Diagnostics) {
    if !data.item.generics.params.is_empty() {
        diagnostics.report(
            &data.item.generics,
            "a model has no parameters; write the types and values themselves",
        );
    }
}

pub fn enum_has_variants(data: &Data, diagnostics: &mut Diagnostics) {
    if matches!(&data.fields, Fields::Variants(variants) if variants.is_empty()) {
        diagnostics.report(
            &data.item.ident,
            "an enum without variants has no value that could be sent; add one",
        );
    }
}

pub fn variants_hold_one_value(data: &Data, diagnostics: &mut Diagnostics) {
    let Fields::Variants(variants) = &data.fields else {
        return;
    };
    for variant in variants {
        if let Holds::Several(values) = &variant.holds {
            diagnostics.report(
                values,
                format!(
                    "`{}` holds values without names; give them names, or hold one model",
                    variant.name
                ),
            );
        }
    }
}

pub fn tagged_variants_hold_objects(data: &Data, diagnostics: &mut Diagnostics) {
    const SCALARS: [&str; 15] = [
        "u8", "u16", "u32", "u64", "usize", "i8", "i16", "i32", "i64", "isize", "f32", "f64", "bool", "char",
        "String",
    ];
    let Fields::Variants(variants) = &data.fields else {
        return;
    };
    let rules = Rules::of(&data.item.attrs);
    let (Some(tag), None) = (&rules.tag, &rules.content) else {
        return;
    };
    for variant in variants {
        let Holds::One(held) = &variant.holds else {
            continue;
        };
        let syn::Type::Path(path) = &**held else { continue };
        if SCALARS.iter().any(|scalar| path.path.is_ident(scalar)) {
            diagnostics.report(
                path,
                format!("`{tag}` is a key of what `{}` holds, so that is an object; hold a model, or add `content = \"…\"`", variant.name),
            );
        }
    }
}
