//! Rules on what answers say: their messages and their headers.

use syn::LitStr;

use super::answer::{name, number, said_headers, text, written};
use super::declared::headers;
use super::format::{Placeholder, placeholders};
use super::nearest::suggestion;
use super::settings::report_repeated;
use crate::diagnostics::Diagnostics;
use crate::model::{Answer, Answers, Derive, Setting, StatusAttribute, Value};

pub fn answer_settings_are_known(answers: &Answers, diagnostics: &mut Diagnostics) {
    for (answer, said) in written(answers) {
        report_repeated(&said.settings, diagnostics);
        for Setting { name, value } in &said.settings {
            let argument = matches!(value, Value::Flag) && field_names(answer).contains(&name.to_string());
            if argument {
                // Empty braces in the message are told there.
                if placeholders_of(said).all(|placeholder| placeholder != Placeholder::Empty) {
                    diagnostics.report(
                        name,
                        format!("fields stand in the message itself; write `{{{name}}}` there"),
                    );
                }
            } else if matches!(value, Value::Flag) && name != "headers" {
                diagnostics.report(
                    name,
                    "the message is a text in quotes, and behind it there is nothing but `headers(...)`; write `\"Item not found\"`",
                );
            } else if name != "headers" {
                let suggestion = suggestion(&name.to_string(), &["headers"]);
                diagnostics.report(name, format!("`#[status(...)]` has no `{name}`; {suggestion}"));
            }
        }
    }
}

pub fn answer_headers_have_their_form(answers: &Answers, diagnostics: &mut Diagnostics) {
    for setting in written(answers).flat_map(|(_, said)| &said.settings) {
        if setting.name != "headers" {
            continue;
        }
        let texts =
            headers(&setting.value).filter(|headers| headers.iter().all(|(_, value)| text(value).is_some()));
        let Some(texts) = texts else {
            diagnostics.report(
                &setting.name,
                "`headers` has another form; write `headers(\"retry-after\" = \"{seconds}\")`",
            );
            continue;
        };
        for (name, _) in texts.iter().filter(|(name, _)| !is_token(&name.value())) {
            diagnostics.report(name, "no header has this name; use letters, digits and hyphens");
        }
    }
}

pub fn answer_has_its_headers(answers: &Answers, diagnostics: &mut Diagnostics) {
    for (_, said) in written(answers).filter(|_| answers.derive == Derive::ApiError) {
        let (code, header, value) = match said.status.as_ref().and_then(number) {
            Some(401) => (401, "www-authenticate", "Bearer"),
            Some(405) => (405, "allow", "GET"),
            _ => continue,
        };
        let has = said_headers(said)
            .iter()
            .any(|(name, _)| name.value().eq_ignore_ascii_case(header));
        if !has {
            diagnostics.report(
                &said.status,
                format!("a response with {code} has the header `{header}` (RFC 9110); write `headers(\"{header}\" = \"{value}\")` behind it"),
            );
        }
    }
}

pub fn message_names_fields(answers: &Answers, diagnostics: &mut Diagnostics) {
    for (answer, said) in written(answers) {
        let values = said_headers(said);
        let values = values.iter().filter_map(|(_, value)| text(value));
        for text in said.message.iter().chain(values) {
            for placeholder in placeholders(&text.value()) {
                let problem = match placeholder {
                    Placeholder::Empty => Some("empty braces name no field".to_owned()),
                    Placeholder::Field(name) if field_names(answer).contains(&name) => None,
                    Placeholder::Field(name) => Some(format!("`{}` has no field `{name}`", answer.name)),
                };
                if let Some(problem) = problem {
                    diagnostics.report(text, format!("{problem}; {}", cure(answer)));
                }
            }
        }
    }
}

fn placeholders_of(said: &StatusAttribute) -> impl Iterator<Item = Placeholder> {
    let message = said.message.as_ref().map(LitStr::value).unwrap_or_default();
    placeholders(&message).into_iter()
}

fn cure(answer: &Answer) -> String {
    let names = field_names(answer);
    match names.first() {
        Some(first) if names.len() == 1 => format!("write `{{{first}}}`, or `{{{{` for a brace"),
        Some(_) => suggestion("", &names.iter().map(String::as_str).collect::<Vec<_>>()),
        None => "write `{{` for a brace, or give it fields".to_owned(),
    }
}

/// Whether a header can have this name: the part of the grammar that is in use (RFC 9110, section 5.1).
fn is_token(name: &str) -> bool {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    !name.is_empty() && name.chars().all(allowed)
}

/// The names that a message can have in braces.
fn field_names(answer: &Answer) -> Vec<String> {
    answer.fields.iter().map(|field| name(&field.member)).collect()
}
