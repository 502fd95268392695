//! Rules on the types whose variants are answers.

use syn::{Expr, ExprLit, Lit, LitStr, Member};

use super::declared::{Covered, covered, headers};
use super::format::{Placeholder, placeholders};
use super::nearest::suggestion;
use super::operation::literal;
use super::settings::report_repeated;
use super::statuses::{report_no_number, report_not_final};
use crate::diagnostics::Diagnostics;
use crate::model::{Answer, Answers, Derive, Setting, StatusAttribute};

pub fn answers_are_variants(answers: &Answers, diagnostics: &mut Diagnostics) {
    let derive = answers.derive;
    if let Some(union) = &answers.union {
        diagnostics.report(
            union,
            format!("`{derive:?}` cannot be derived for a union; make it an enum"),
        );
    } else if answers.answers.is_empty() {
        diagnostics.report(
            &answers.name,
            format!(
                "`{}` has no variant, so there is nothing to answer with; give it one",
                answers.name
            ),
        );
    }
}

pub fn answers_are_not_generic(answers: &Answers, diagnostics: &mut Diagnostics) {
    if let Some(first) = answers.generics.params.first() {
        diagnostics.report(
            first,
            format!(
                "`{}` cannot be generic: its statuses and its document follow from a type that has a name; write the type out",
                answers.name
            ),
        );
    }
}

pub fn answer_has_a_status(answers: &Answers, diagnostics: &mut Diagnostics) {
    for answer in &answers.answers {
        let example = match answers.derive {
            Derive::ApiError => "#[status(404, \"Item not found\")]",
            Derive::Responses => "#[status(201)]",
        };
        match answer.statuses.first() {
            None => diagnostics.report(
                &answer.name,
                format!(
                    "`{}` has no status; write one above it, such as `{example}`",
                    answer.name
                ),
            ),
            Some(said) if said.status.is_none() => diagnostics.report(
                &said.word,
                format!("`#[status(...)]` begins with the status; write `{example}`"),
            ),
            Some(_) => {}
        }
    }
}

pub fn answer_has_one_status(answers: &Answers, diagnostics: &mut Diagnostics) {
    for second in answers.answers.iter().filter_map(|answer| answer.statuses.get(1)) {
        diagnostics.report(
            &second.word,
            "an answer has one status; make another variant for the other",
        );
    }
}

pub fn answer_status_can_be_sent(answers: &Answers, diagnostics: &mut Diagnostics) {
    for status in written(answers).filter_map(|(_, said)| said.status.as_ref()) {
        if is_transparent(status) {
            continue;
        }
        if matches!(covered(status), Covered::Status) {
            report_no_number(status, diagnostics);
            report_not_final(status, diagnostics);
        } else {
            diagnostics.report(status, "an answer has a single status; write one such as `404`");
        }
    }
}

pub fn raised_status_is_no_success(answers: &Answers, diagnostics: &mut Diagnostics) {
    for (answer, said) in written(answers).filter(|_| answers.derive == Derive::ApiError) {
        if let Some(code @ 200..=299) = said.status.as_ref().and_then(number) {
            diagnostics.report(
                &said.status,
                format!(
                    "{code} is a success, and `{}` is an error; return it, with `#[derive(fastr::Responses)]` if there are several",
                    answer.name
                ),
            );
        }
    }
}

pub fn answer_settings_are_known(answers: &Answers, diagnostics: &mut Diagnostics) {
    for (_, said) in written(answers) {
        report_repeated(&said.settings, diagnostics);
        for Setting { name, .. } in &said.settings {
            if name != "headers" {
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

fn cure(answer: &Answer) -> String {
    let names = field_names(answer);
    match names.first() {
        Some(first) if names.len() == 1 => format!("write `{{{first}}}`, or `{{{{` for a brace"),
        Some(_) => suggestion("", &names.iter().map(String::as_str).collect::<Vec<_>>()),
        None => "write `{{` for a brace, or give it fields".to_owned(),
    }
}

pub fn transparent_answer_holds_one_error(answers: &Answers, diagnostics: &mut Diagnostics) {
    for (answer, said) in written(answers) {
        let Some(status) = said.status.as_ref().filter(|status| is_transparent(status)) else {
            continue;
        };
        let problem = if answers.derive == Derive::Responses {
            "only an error can be `transparent`; write a status"
        } else if answer.fields.len() != 1 {
            "a `transparent` error holds exactly one other error, and says what that one says; write `Name(#[from] OtherError)`"
        } else if said.message.is_some() || !said.settings.is_empty() {
            "a `transparent` error says what the other one says; leave out the rest"
        } else {
            continue;
        };
        diagnostics.report(status, problem);
    }
}

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
    for answer in answers
        .answers
        .iter()
        .filter(|_| answers.derive == Derive::Responses)
    {
        let unnamed = answer
            .fields
            .iter()
            .all(|field| matches!(field.member, Member::Unnamed(_)));
        if unnamed && answer.fields.len() > 1 && marks(answer, "body").next().is_none() {
            diagnostics.report(
                &answer.name,
                format!(
                    "`{}` holds several values, and one of them is the body; write `#[body]` in front of it",
                    answer.name
                ),
            );
        }
    }
}

fn marks<'a>(answer: &'a Answer, word: &str) -> impl Iterator<Item = &'a syn::Ident> {
    let marks = answer.fields.iter().flat_map(|field| &field.marks);
    marks.filter(move |mark| *mark == word)
}

/// Every answer with its first `#[status(...)]`.
fn written(answers: &Answers) -> impl Iterator<Item = (&Answer, &StatusAttribute)> {
    let answers = answers.answers.iter();
    answers.filter_map(|answer| Some((answer, answer.statuses.first()?)))
}

/// The word that stands in the place of a status.
pub fn is_transparent(status: &Expr) -> bool {
    matches!(status, Expr::Path(path) if path.path.is_ident("transparent"))
}

/// The headers of an answer, each with its value.
pub fn said_headers(said: &StatusAttribute) -> Vec<(LitStr, Expr)> {
    let setting = said.settings.iter().find(|setting| setting.name == "headers");
    setting
        .and_then(|setting| headers(&setting.value))
        .unwrap_or_default()
}

/// The text that an expression is.
pub fn text(value: &Expr) -> Option<&LitStr> {
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text), ..
        }) => Some(text),
        _ => None,
    }
}

/// The number of a status that is a literal or one of our constants.
fn number(status: &Expr) -> Option<u16> {
    let Expr::Path(path) = status else {
        return literal(status);
    };
    let name = path.path.segments.last()?.ident.to_string();
    name.strip_prefix("HTTP_")?.get(..3)?.parse().ok()
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

/// The name of a field in a message: `type` for `r#type`, and `0` for the first one without a name.
pub fn name(member: &Member) -> String {
    match member {
        Member::Named(name) => name.to_string().trim_start_matches("r#").to_owned(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}
