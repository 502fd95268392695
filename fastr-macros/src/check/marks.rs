//! Rules on the fields of answers: what leads to an error, what is its detail, what is a body.

use quote::ToTokens;
use syn::{Ident, LitStr, Member};

use super::answer::{name, said_headers, text};
use super::format::{Placeholder, placeholders};
use super::function::is_integer;
use crate::diagnostics::Diagnostics;
use crate::model::{Answer, AnswerField, Answers, Derive};

pub fn marks_stand_at_fields(answers: &Answers, diagnostics: &mut Diagnostics) {
    let of_the_enum = answers.words.iter().filter(|_| answers.is_enum);
    let of_the_answers = answers.answers.iter().flat_map(|answer| &answer.words);
    for word in of_the_enum.chain(of_the_answers) {
        if MARKS.iter().any(|mark| word == mark) {
            diagnostics.report(
                word,
                format!("`#[{word}]` says something of a field; write it in front of the one that is meant"),
            );
        }
    }
}

const MARKS: [&str; 4] = ["from", "source", "detail", "body"];

pub fn from_stands_alone(answers: &Answers, diagnostics: &mut Diagnostics) {
    for answer in answers.answers.iter().filter(|answer| answer.fields.len() > 1) {
        for mark in marks(answer, "from") {
            diagnostics.report(
                mark,
                "`#[from]` makes the error of one value, and there are other fields; write `#[source]`, or leave them out",
            );
        }
    }
}

pub fn sources_are_told_apart(answers: &Answers, diagnostics: &mut Diagnostics) {
    let mut seen: Vec<String> = Vec::new();
    for field in answers.answers.iter().flat_map(|answer| &answer.fields) {
        if let Some(mark) = field.words.iter().find(|word| *word == "from") {
            let source = field.ty.to_token_stream().to_string();
            if seen.contains(&source) {
                diagnostics.report(
                    mark,
                    "another variant is made of such an error already, so `?` cannot tell which is meant; write `#[source]`, and make this one yourself with `.map_err(...)`",
                );
            }
            seen.push(source);
        }
    }
}

pub fn marks_are_not_repeated(answers: &Answers, diagnostics: &mut Diagnostics) {
    for answer in &answers.answers {
        for word in ["detail", "source", "body"] {
            for mark in marks(answer, word).skip(1) {
                diagnostics.report(
                    mark,
                    format!("there is a `#[{word}]` already; leave one of them out"),
                );
            }
        }
    }
}

pub fn body_is_marked(answers: &Answers, diagnostics: &mut Diagnostics) {
    let responses = answers.derive == Derive::Responses;
    for answer in answers.answers.iter().filter(|_| responses) {
        let is_named = |field: &AnswerField| matches!(field.member, Member::Named(_));
        if body(answer).is_none() && answer.fields.len() > 1 && !answer.fields.iter().any(is_named) {
            let name = &answer.name;
            diagnostics.report(
                name,
                format!(
                    "`{name}` holds several values, and one of them is the body; write `#[body]` in front of it"
                ),
            );
        }
    }
}

pub fn every_field_is_sent(answers: &Answers, diagnostics: &mut Diagnostics) {
    let responses = answers.derive == Derive::Responses;
    for answer in answers.answers.iter().filter(|_| responses) {
        let in_headers = header_fields(answer);
        let cure = match body(answer) {
            Some(_) => "name it in `headers(...)`",
            None => "write `#[body]` in front of it",
        };
        for field in &answer.fields {
            let is_body = field.is("body") || body(answer).is_some_and(|body| body.member == field.member);
            let is_in_header = in_headers.contains(&Placeholder::Field(name(&field.member)));
            let untold = body(answer).is_some() || matches!(field.member, Member::Named(_));
            if untold && !is_body && !is_in_header {
                let message = format!(
                    "this field is neither the body nor in a header, so it is never sent; {cure}, or leave it out"
                );
                match &field.member {
                    Member::Named(name) => diagnostics.report(name, message),
                    Member::Unnamed(_) => diagnostics.report(&field.ty, message),
                }
            }
        }
    }
}

/// The field that is the body: the marked one, or the only one without a name.
fn body(answer: &Answer) -> Option<&AnswerField> {
    let only = match &answer.fields[..] {
        [only] if matches!(only.member, Member::Unnamed(_)) => Some(only),
        _ => None,
    };
    answer.fields.iter().find(|field| field.is("body")).or(only)
}

/// What stands in braces in the headers of an answer.
fn header_fields(answer: &Answer) -> Vec<Placeholder> {
    let headers = answer.statuses.iter().flat_map(said_headers);
    let texts = headers.filter_map(|(_, value)| text(&value).map(LitStr::value));
    texts.flat_map(|text| placeholders(&text)).collect()
}

pub fn body_is_no_bare_integer(answers: &Answers, diagnostics: &mut Diagnostics) {
    for answer in answers
        .answers
        .iter()
        .filter(|_| answers.derive == Derive::Responses)
    {
        if let Some(field) = body(answer).filter(|field| is_integer(&field.ty)) {
            diagnostics.report(
                &field.ty,
                "a bare integer reads like a status and would be the body; hold a `#[model]` with a field for it",
            );
        }
    }
}

fn marks<'a>(answer: &'a Answer, word: &str) -> impl Iterator<Item = &'a Ident> {
    let marks = answer.fields.iter().flat_map(|field| &field.words);
    marks.filter(move |mark| *mark == word)
}
