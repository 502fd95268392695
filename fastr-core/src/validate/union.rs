//! A JSON value against a union: which variant it means, and what is wrong with it as that one.

use serde_json::{Value, json};

use super::json::{inside, object};
use super::missing;
use super::words::{choices, mistake, mistake_with};
use crate::error::{Loc, ValidationError};
use crate::schema::{Constraints, Shape, Tagging, Union, Variant};

/// What is wrong with a value as a union. What is wrong inside the variant goes to `errors`.
pub fn value(
    input: &Value,
    union: &Union,
    loc: &mut Vec<Loc>,
    errors: &mut Vec<ValidationError>,
) -> Option<ValidationError> {
    let looked = match union.tagging {
        Tagging::Untagged => {
            untagged(input, union, loc, errors);
            Ok(())
        }
        Tagging::External => external(input, union, loc, errors),
        Tagging::Internal(tag) => internal(input, union, tag, loc, errors),
        Tagging::Adjacent(tag, content) => adjacent(input, union, (tag, content), loc, errors),
    };
    looked.err().map(|mistake| *mistake)
}

/// What came of finding the variant.
type Looked<T = ()> = Result<T, Box<ValidationError>>;

/// The mistakes of every variant, since none was meant more than another; none where one fits.
fn untagged(input: &Value, union: &Union, loc: &mut Vec<Loc>, errors: &mut Vec<ValidationError>) {
    let mut all = Vec::new();
    for variant in union.variants {
        let before = all.len();
        let shape = holding(variant);
        inside(loc, label(&shape, variant).into(), |loc| {
            held(input, &shape, loc, &mut all);
        });
        if all.len() == before {
            return;
        }
    }
    errors.extend(all);
}

/// The shape of what a variant holds: one that holds nothing can be written with `null`.
fn holding(variant: &Variant) -> Shape {
    variant.holds.map_or(Shape::Null, |shape| shape())
}

/// What pydantic calls a member of a union.
fn label(shape: &Shape, variant: &Variant) -> &'static str {
    match shape {
        Shape::Object(model) => model.name,
        Shape::Choice(choice) => choice.name,
        Shape::Integer { .. } => "int",
        Shape::Number { .. } => "float",
        Shape::Bool => "bool",
        Shape::Text | Shape::Char => "str",
        _ => variant.name,
    }
}

fn held(input: &Value, shape: &Shape, loc: &mut Vec<Loc>, errors: &mut Vec<ValidationError>) {
    super::json::value(input, shape, &Constraints::NONE, loc, errors);
}

fn external(input: &Value, union: &Union, loc: &mut Vec<Loc>, errors: &mut Vec<ValidationError>) -> Looked {
    let (name, content) = match input {
        Value::String(name) => (name, &Value::Null),
        Value::Object(entries) if entries.len() == 1 => match entries.iter().next() {
            Some(entry) => entry,
            None => return Err(not_one_key(loc, input)),
        },
        _ => return Err(not_one_key(loc, input)),
    };
    let Some(variant) = union.variants.iter().find(|variant| variant.name == name) else {
        let expected = choices(&names(union));
        let msg = format!("Input should be {expected}");
        return Err(mistake_with("enum", loc, msg, input.clone(), [("expected", expected.into())]).into());
    };
    inside(loc, variant.name.into(), |loc| {
        held(content, &holding(variant), loc, errors);
    });
    Ok(())
}

fn not_one_key(loc: &[Loc], input: &Value) -> Box<ValidationError> {
    let msg = "Input should be a dictionary with one key, the name of a variant";
    mistake("model_attributes_type", loc, msg, input.clone()).into()
}

fn internal(
    input: &Value,
    union: &Union,
    tag: &'static str,
    loc: &mut Vec<Loc>,
    errors: &mut Vec<ValidationError>,
) -> Looked {
    let variant = tagged(input, union, tag, loc)?;
    inside(loc, variant.name.into(), |loc| {
        match variant.holds.map(|shape| shape()) {
            Some(Shape::Object(model)) => {
                let mistake = object(input, model, Some(tag), loc, errors);
                errors.extend(mistake);
            }
            Some(shape) => held(input, &shape, loc, errors),
            None => {}
        }
    });
    Ok(())
}

fn adjacent(
    input: &Value,
    union: &Union,
    (tag, content): (&'static str, &'static str),
    loc: &mut Vec<Loc>,
    errors: &mut Vec<ValidationError>,
) -> Looked {
    let variant = tagged(input, union, tag, loc)?;
    inside(loc, content.into(), |loc| match input.get(content) {
        Some(inner) => held(inner, &holding(variant), loc, errors),
        None if variant.holds.is_some() => errors.push(missing(loc, input.clone())),
        None => {}
    });
    Ok(())
}

/// The variant that the tag names.
fn tagged<'union>(input: &Value, union: &'union Union, tag: &str, loc: &[Loc]) -> Looked<&'union Variant> {
    let Value::Object(entries) = input else {
        let msg = "Input should be a valid dictionary or object to extract fields from";
        return Err(mistake("model_attributes_type", loc, msg, input.clone()).into());
    };
    let discriminator = || ("discriminator", json!(format!("'{tag}'")));
    let Some(said) = entries.get(tag) else {
        let msg = format!("Unable to extract tag using discriminator '{tag}'");
        return Err(mistake_with("union_tag_not_found", loc, msg, input.clone(), [discriminator()]).into());
    };
    if let Some(variant) = union
        .variants
        .iter()
        .find(|variant| said.as_str() == Some(variant.name))
    {
        return Ok(variant);
    }
    let shown = match said {
        Value::String(name) => name.clone(),
        Value::Null => "None".to_owned(),
        other => other.to_string(),
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
    Err(mistake_with("union_tag_invalid", loc, msg, input.clone(), ctx).into())
}

fn names(union: &Union) -> Vec<&'static str> {
    union.variants.iter().map(|variant| variant.name).collect()
}
