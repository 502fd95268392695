//! Rules on the errors that end a WebSocket: their close codes and reasons.

use fastr_status::{close_code_may_be_sent, is_close_code};
use syn::{Expr, ExprLit, Lit, LitStr};

use super::answer::{has_word, is_misspelt, is_transparent, written};
use super::format::placeholders;
use super::operation::literal;
use crate::diagnostics::Diagnostics;
use crate::model::Answers;

/// The most bytes of a reason (RFC 6455, section 5.5).
const MOST: usize = 123;

pub fn end_has_a_code(answers: &Answers, diagnostics: &mut Diagnostics) {
    let example = answers.derive.example();
    for answer in &answers.answers {
        match answer.statuses.first() {
            // Told by another rule, or by the compiler, which knows a near word itself.
            None if has_word(answers, "close") => {}
            None if answer
                .words
                .iter()
                .any(|word| word == "status" || is_misspelt(word, "close")) => {}
            None => diagnostics.report(
                &answer.name,
                format!(
                    "`{}` has no close code; write one above it, such as `{example}`",
                    answer.name
                ),
            ),
            Some(said) if said.status.is_none() && said.read => diagnostics.report(
                &said.word,
                format!("`#[close(...)]` begins with the code; write `{example}`"),
            ),
            Some(_) => {}
        }
    }
}

pub fn end_has_no_status(answers: &Answers, diagnostics: &mut Diagnostics) {
    let of_the_answers = answers.answers.iter().flat_map(|answer| &answer.words);
    for word in of_the_answers.filter(|word| *word == "status") {
        diagnostics.report(
            word,
            "a WebSocket ends with a close code, and has no status by then; write `#[close(4001, \"kicked\")]`",
        );
    }
}

pub fn end_has_one_code(answers: &Answers, diagnostics: &mut Diagnostics) {
    for second in answers.answers.iter().filter_map(|answer| answer.statuses.get(1)) {
        diagnostics.report(
            &second.word,
            "an end has one close code; make another variant for the other",
        );
    }
}

pub fn code_stands_at_its_end(answers: &Answers, diagnostics: &mut Diagnostics) {
    let of_the_enum = answers.words.iter().filter(|_| answers.is_enum);
    let fields = answers.answers.iter().flat_map(|answer| &answer.fields);
    for word in of_the_enum.chain(fields.flat_map(|field| &field.words)) {
        if word == "close" {
            diagnostics.report(
                word,
                "a close code stands above the variant that closes with it; move it there",
            );
        }
    }
}

pub fn end_code_may_be_sent(answers: &Answers, diagnostics: &mut Diagnostics) {
    for status in written(answers).filter_map(|(_, said)| said.status.as_ref()) {
        if is_transparent(status) {
            continue;
        }
        let Some(code) = literal(status) else {
            if matches!(status, Expr::Lit(ExprLit { lit, .. }) if !matches!(lit, Lit::Int(_))) {
                diagnostics.report(status, "a close code is a number; write one such as `4001`");
            }
            continue;
        };
        if !close_code_may_be_sent(code) {
            let what = match code {
                100..=599 => "is an HTTP status, which answers a request and closes no WebSocket",
                code if is_close_code(code) => "may not be sent",
                _ => "is no WebSocket close code",
            };
            diagnostics.report(
                status,
                format!("{code} {what}; use 1000, another `WS_*` that may be sent, or one from 3000 to 4999"),
            );
        }
    }
}

pub fn end_says_a_reason(answers: &Answers, diagnostics: &mut Diagnostics) {
    for (_, said) in written(answers) {
        for setting in &said.settings {
            diagnostics.report(
                &setting.name,
                "a close frame has a code and a reason, and nothing else; leave this out",
            );
        }
        // With fields in it, it is cut when it is sent.
        if let Some(reason) = &said.message
            && placeholders(&reason.value()).is_empty()
            && reason.value().len() > MOST
        {
            diagnostics.report(reason, too_long(reason));
        }
    }
}

fn too_long(reason: &LitStr) -> String {
    format!(
        "the reason of a close has {} bytes, and a close frame has room for {MOST}; shorten it, or send it as a message before",
        reason.value().len()
    )
}
