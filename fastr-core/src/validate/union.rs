//! A JSON value against a union: which variant it means, and what is wrong with it as that one.

use std::borrow::Cow;

use serde_json::Value;

use super::enough::is_enough;
use super::json::{no_object, object};
use super::words::{mistake, mistake_with, no_choice};
use super::{Step, Way, missing};
use crate::decode::json::Node;
use crate::error::ValidationError;
use crate::schema::{Constraints, Shape, Tagging, Union, Variant};

/// What is wrong with a value as a union. What is wrong inside the variant goes to `errors`.
pub fn value(
    input: &Node<'_>,
    union: &Union,
    at: &Way<'_>,
    errors: &mut Vec<ValidationError>,
) -> Option<ValidationError> {
    let looked = match union.tagging {
        Tagging::Untagged => {
            untagged(input, union, at, errors);
            Ok(())
        }
        Tagging::External => external(input, union, at, errors),
        Tagging::Internal(tag) => internal(input, union, tag, at, errors),
        Tagging::Adjacent(tag, content) => adjacent(input, union, (tag, content), at, errors),
    };
    looked.err().map(|mistake| *mistake)
}

/// What came of finding the variant.
type Looked<T = ()> = Result<T, Box<ValidationError>>;

/// The mistakes of every variant, since none was meant more than another; none where one fits.
fn untagged(input: &Node<'_>, union: &Union, at: &Way<'_>, errors: &mut Vec<ValidationError>) {
    let mut all = Vec::new();
    for variant in union.variants {
        let before = all.len();
        let shape = holding(variant);
        let label = label(&shape, variant);
        let at = at.to(Step::Key(&label));
        held(input, &shape, &at, &mut all);
        if all.len() == before {
            return;
        }
        if is_enough(&all) {
            break;
        }
    }
    errors.extend(all);
}

/// The shape of what a variant holds: one that holds nothing can be written with `null`.
fn holding(variant: &Variant) -> Shape {
    variant.holds.map_or(Shape::Null, |shape| shape())
}

/// What pydantic calls a member of a union.
fn label(shape: &Shape, variant: &Variant) -> Cow<'static, str> {
    match shape {
        Shape::Object(model) => model.name.shown(),
        Shape::Choice(choice) => choice.name.shown(),
        Shape::Integer { .. } => "int".into(),
        Shape::Number { .. } => "float".into(),
        Shape::Bool => "bool".into(),
        Shape::Text | Shape::Char => "str".into(),
        _ => variant.name.into(),
    }
}

fn held(input: &Node<'_>, shape: &Shape, at: &Way<'_>, errors: &mut Vec<ValidationError>) {
    super::json::value(input, shape, &Constraints::NONE, at, errors);
}

fn external(input: &Node<'_>, union: &Union, at: &Way<'_>, errors: &mut Vec<ValidationError>) -> Looked {
    let (name, content) = match input {
        Node::Text(name) => (name, &Node::Null),
        Node::Object(entries) => match entries.as_slice() {
            [(name, content)] => (name, content),
            _ => return Err(not_one_key(at, input).into()),
        },
        _ => return Err(not_one_key(at, input).into()),
    };
    let Some(variant) = union.variants.iter().find(|variant| variant.name == name) else {
        return Err(no_choice(&names(union), at, input).into());
    };
    held(
        content,
        &holding(variant),
        &at.to(Step::Name(variant.name)),
        errors,
    );
    Ok(())
}

fn not_one_key(at: &Way<'_>, input: &Node<'_>) -> ValidationError {
    let msg = "Input should be a dictionary with one key, the name of a variant";
    mistake("model_attributes_type", at, msg, input)
}

fn internal(
    input: &Node<'_>,
    union: &Union,
    tag: &'static str,
    at: &Way<'_>,
    errors: &mut Vec<ValidationError>,
) -> Looked {
    let variant = tagged(input, union, tag, at)?;
    let at = at.to(Step::Name(variant.name));
    match variant.holds.map(|shape| shape()) {
        Some(Shape::Object(model)) => {
            let mistake = object(input, model, Some(tag), &at, errors);
            errors.extend(mistake);
        }
        Some(shape) => held(input, &shape, &at, errors),
        None => {}
    }
    Ok(())
}

fn adjacent(
    input: &Node<'_>,
    union: &Union,
    (tag, content): (&'static str, &'static str),
    at: &Way<'_>,
    errors: &mut Vec<ValidationError>,
) -> Looked {
    let variant = tagged(input, union, tag, at)?;
    let at = at.to(Step::Name(content));
    match input.get(content) {
        Some(inner) => held(inner, &holding(variant), &at, errors),
        None if variant.holds.is_some() => errors.push(missing(&at, input)),
        None => {}
    }
    Ok(())
}

/// The variant that the tag names.
fn tagged<'union>(
    input: &Node<'_>,
    union: &'union Union,
    tag: &str,
    at: &Way<'_>,
) -> Looked<&'union Variant> {
    if input.as_object().is_none() {
        return Err(no_object(input, at).into());
    }
    let discriminator = || ("discriminator", Value::from(format!("'{tag}'")));
    let Some(said) = input.get(tag) else {
        let msg = format!("Unable to extract tag using discriminator '{tag}'");
        return Err(mistake_with("union_tag_not_found", at, msg, input, [discriminator()]).into());
    };
    if let Some(variant) = union
        .variants
        .iter()
        .find(|variant| said.as_text() == Some(variant.name))
    {
        return Ok(variant);
    }
    let shown = match said {
        Node::Text(name) => name.as_ref().to_owned(),
        Node::Null => "None".to_owned(),
        other => other.to_json(),
    };
    let expected: Vec<String> = names(union).iter().map(|name| format!("'{name}'")).collect();
    let expected = expected.join(", ");
    let msg = format!(
        "Input tag '{shown}' found using '{tag}' does not match any of the expected tags: {expected}"
    );
    let ctx = [
        discriminator(),
        ("tag", shown.into()),
        ("expected_tags", expected.into()),
    ];
    Err(mistake_with("union_tag_invalid", at, msg, input, ctx).into())
}

fn names(union: &Union) -> Vec<&'static str> {
    union.variants.iter().map(|variant| variant.name).collect()
}
