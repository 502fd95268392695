//! Rules on the types whose variants are answers.

use syn::{Expr, ExprLit, Ident, Lit, LitStr, Member};

use super::declared::{Covered, covered, headers};
use super::nearest::is_near;
use super::operation::literal;
use super::statuses::{report_no_number, report_not_final};
use crate::diagnostics::Diagnostics;
use crate::model::{Answer, Answers, Derive, StatusAttribute};

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
                "`{}` cannot be generic: its {} and its document follow from a type that has a name; write the type out",
                answers.name,
                if answers.derive == Derive::CloseError { "close codes" } else { "statuses" }
            ),
        );
    }
}

pub fn answer_has_a_status(answers: &Answers, diagnostics: &mut Diagnostics) {
    for answer in &answers.answers {
        let example = answers.derive.example();
        match answer.statuses.first() {
            // Told by another rule, or by the compiler, which knows a near word itself.
            None if has_word(answers, "status") => {}
            None if answer
                .words
                .iter()
                .any(|word| word == "error" || word == "close" || is_misspelt(word, "status")) => {}
            None => diagnostics.report(
                &answer.name,
                format!(
                    "`{}` has no status; write one above it, such as `{example}`",
                    answer.name
                ),
            ),
            Some(said) if said.status.is_none() && said.read => diagnostics.report(
                &said.word,
                format!("`#[status(...)]` begins with the status; write `{example}`"),
            ),
            Some(_) => {}
        }
    }
}

pub fn answer_has_no_close_code(answers: &Answers, diagnostics: &mut Diagnostics) {
    let of_the_answers = answers.answers.iter().flat_map(|answer| &answer.words);
    for word in of_the_answers.filter(|word| *word == "close" && answers.derive == Derive::ApiError) {
        diagnostics.report(
            word,
            "an operation answers with a status; write `#[status(404, \"Item not found\")]`, or derive `CloseError` for the end of a WebSocket",
        );
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

pub fn status_stands_at_its_answer(answers: &Answers, diagnostics: &mut Diagnostics) {
    let of_the_enum = answers.words.iter().filter(|_| answers.is_enum);
    let fields = answers.answers.iter().flat_map(|answer| &answer.fields);
    for word in of_the_enum.chain(fields.flat_map(|field| &field.words)) {
        if word == "status" {
            diagnostics.report(
                word,
                "a status stands above the variant that is answered with it; move it there",
            );
        }
    }
}

pub fn message_stands_behind_its_status(answers: &Answers, diagnostics: &mut Diagnostics) {
    let fields = answers.answers.iter().flat_map(|answer| &answer.fields);
    let of_the_answers = answers.answers.iter().flat_map(|answer| &answer.words);
    let words = answers
        .words
        .iter()
        .filter(|_| answers.is_enum)
        .chain(of_the_answers);
    for word in words.chain(fields.flat_map(|field| &field.words)) {
        if word == "error" && answers.derive == Derive::ApiError {
            diagnostics.report(
                word,
                "`#[error(...)]` belongs to `thiserror`; the message stands behind the status, as in `#[status(404, \"Item not found\")]`",
            );
        }
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

pub fn transparent_answer_holds_one_error(answers: &Answers, diagnostics: &mut Diagnostics) {
    for (answer, said) in written(answers) {
        let Some(status) = said.status.as_ref().filter(|status| is_transparent(status)) else {
            continue;
        };
        let is_close = answers.derive == Derive::CloseError;
        let problem = if answers.derive == Derive::Responses {
            "only an error can be `transparent`; write a status"
        } else if answer.fields.len() != 1 && is_close {
            "a `transparent` error holds exactly one other error, and closes as that one does; write `Over(#[from] WebSocketDisconnect)`"
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

/// Whether a word stands above an enum, where it says nothing.
pub fn has_word(answers: &Answers, word: &str) -> bool {
    answers.is_enum && answers.words.iter().any(|said| said == word)
}

/// Whether the compiler takes an unknown attribute for this one.
pub fn is_misspelt(word: &Ident, wanted: &str) -> bool {
    let word = word.to_string();
    word != wanted && is_near(&word, wanted)
}

/// Every answer with its first `#[status(...)]`.
pub fn written(answers: &Answers) -> impl Iterator<Item = (&Answer, &StatusAttribute)> {
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
pub fn number(status: &Expr) -> Option<u16> {
    let Expr::Path(path) = status else {
        return literal(status);
    };
    let name = path.path.segments.last()?.ident.to_string();
    name.strip_prefix("HTTP_")?.get(..3)?.parse().ok()
}

/// The name of a field in a message: `type` for `r#type`, and `0` for the first one without a name.
pub fn name(member: &Member) -> String {
    match member {
        Member::Named(name) => name.to_string().trim_start_matches("r#").to_owned(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}
