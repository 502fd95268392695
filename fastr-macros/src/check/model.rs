//! Rules on models.

use syn::{Attribute, Type, TypeReference};

use super::constraints::{ASKED, Constrained, Place};
use super::nearest::suggestion;
use super::owned::owned;
use super::serde::{Rules, says, word};
use super::settings::report_repeated;
use crate::diagnostics::Diagnostics;
use crate::model::{Data, Field, Fields, Holds, Value, inner_types};

/// What can be said of a field besides what is asked of its value.
const FIELD: [&str; 4] = ["default", "title", "examples", "deprecated"];

impl Constrained for Data {
    fn places(&self) -> Vec<Place<'_>> {
        fields(self).map(place).collect()
    }
}

/// The named fields of a struct, or of all variants of an enum.
fn fields(data: &Data) -> impl Iterator<Item = &Field> {
    let lists: Vec<&[Field]> = match &data.fields {
        Fields::Named(fields) => vec![fields],
        Fields::Variants(variants) => variants
            .iter()
            .filter_map(|variant| match &variant.holds {
                Holds::Named(fields) => Some(&fields[..]),
                _ => None,
            })
            .collect(),
        Fields::Unfit(..) => Vec::new(),
    };
    lists.into_iter().flatten()
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
        known: FIELD.iter().chain(&ASKED).copied().collect(),
    }
}

/// What serde is told of a type, and the user may look for in `#[model]`.
const OF_SERDE: [&str; 6] = [
    "rename",
    "rename_all",
    "tag",
    "content",
    "untagged",
    "deny_unknown_fields",
];

pub fn model_settings_are_known(data: &Data, diagnostics: &mut Diagnostics) {
    for setting in &data.settings {
        let name = setting.name.to_string();
        let form = match name.as_str() {
            "validate" if matches!(setting.value, Value::Is(syn::Expr::Path(_))) => continue,
            "validate" => Some("the name of a function; write `validate = function`"),
            "examples" if matches!(&setting.value, Value::List(list) if !list.is_empty()) => continue,
            "examples" => Some("values in parentheses; write `examples(…, …)`"),
            _ => None,
        };
        if let Some(form) = form {
            diagnostics.report(&setting.name, format!("`{name}` takes {form}"));
            continue;
        }
        let cure = if OF_SERDE.contains(&name.as_str()) {
            format!("write it above the type as `#[serde({name} …)]`")
        } else {
            format!(
                "{} What is asked of a field stands at it, in `#[field(...)]`",
                suggestion(&name, &["validate", "examples"])
            )
        };
        diagnostics.report(&setting.name, format!("`#[model]` has no `{name}`; {cure}"));
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

pub fn model_is_generic_over_types(data: &Data, diagnostics: &mut Diagnostics) {
    let generics = &data.item.generics;
    if let Some(lifetime) = generics.lifetimes().next() {
        diagnostics.report(
            lifetime,
            "a model owns what it holds; leave the lifetimes out, and write `String` for `&str`",
        );
    }
    if let Some(constant) = generics.const_params().next() {
        diagnostics.report(
            constant,
            format!(
                "a model is generic over types alone; write the value that `{}` has, and a model for each value",
                constant.ident
            ),
        );
    }
}

pub fn bounds_stand_at_the_parameters(data: &Data, diagnostics: &mut Diagnostics) {
    if data.item.generics.params.is_empty() {
        return;
    }
    if let Some(said) = word(&data.item.attrs, "bound") {
        diagnostics.report(
            said,
            "fastr tells serde that each parameter is a model; leave `bound` out, and write what else is asked of a parameter where it is introduced, as in `<T: Ord>`",
        );
    }
}

pub fn parts_have_no_condition(data: &Data, diagnostics: &mut Diagnostics) {
    let own: Vec<&Attribute> = match &data.fields {
        Fields::Variants(variants) => variants.iter().flat_map(|variant| &variant.attributes).collect(),
        Fields::Named(_) | Fields::Unfit(..) => Vec::new(),
    };
    for condition in own
        .into_iter()
        .chain(fields(data).flat_map(|field| &field.attributes))
    {
        let path = condition.path();
        if path.is_ident("cfg") || path.is_ident("cfg_attr") {
            diagnostics.report(
                path,
                "a model is described before its parts are switched on or off; write this above the whole model, and the model once for each case",
            );
        }
    }
}

pub fn fields_own_their_values(data: &Data, diagnostics: &mut Diagnostics) {
    // A lifetime of the model itself is told once, where it is introduced.
    if data.item.generics.lifetimes().next().is_some() {
        return;
    }
    for reference in fields(data).filter_map(|field| reference(&field.ty)) {
        diagnostics.report(
            reference,
            format!("a model owns what it holds; {}", owned(reference)),
        );
    }
}

pub fn flattened_field_is_a_model(data: &Data, diagnostics: &mut Diagnostics) {
    const OTHERS: [&str; 5] = ["HashMap", "BTreeMap", "Map", "Value", "Option"];
    for field in fields(data).filter(|field| says(&field.attributes, "flatten")) {
        let Type::Path(path) = &field.ty else { continue };
        let Some(last) = path.path.segments.last() else {
            continue;
        };
        if OTHERS.iter().any(|other| last.ident == other) {
            diagnostics.report(
                &last.ident,
                format!("the fields of a model can stand in the place of `{}`, and those of nothing else; hold a model, or leave out `flatten`", field.name),
            );
        }
    }
}

/// The first reference in a type such as `Option<&str>`.
fn reference(ty: &Type) -> Option<&TypeReference> {
    match ty {
        Type::Reference(reference) => Some(reference),
        Type::Path(path) => inner_types(path).find_map(reference),
        _ => None,
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
