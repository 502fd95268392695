//! The plan of a type whose variants are answers.

use syn::{Expr, Ident, LitStr};

use super::answer::{is_transparent, said_headers, text};
use crate::model::{Answer, AnswerField, Answers};

/// The plan of the type.
pub struct AnswersPlan {
    /// Its name.
    pub name: Ident,
    /// Whether its answers are variants.
    pub is_enum: bool,
    /// Its answers.
    pub answers: Vec<PlannedAnswer>,
}

/// The plan of an answer.
pub struct PlannedAnswer {
    /// Its name.
    pub name: Ident,
    /// Its doc comment.
    pub doc: String,
    /// Its status; none for one that says what the error in it says.
    pub status: Option<Expr>,
    /// Its message.
    pub message: Option<LitStr>,
    /// Its headers, each with its value.
    pub headers: Vec<(LitStr, LitStr)>,
    /// Its fields.
    pub fields: Vec<AnswerField>,
}

impl PlannedAnswer {
    /// The field of which this is said.
    pub fn marked(&self, mark: &str) -> Option<&AnswerField> {
        self.fields.iter().find(|field| field.is(mark))
    }

    /// The field that led to the error.
    pub fn source(&self) -> Option<&AnswerField> {
        self.marked("from").or_else(|| self.marked("source"))
    }

    /// The field that is the body: the marked one, or the only one without a name.
    pub fn body(&self) -> Option<&AnswerField> {
        let only = match &self.fields[..] {
            [only] if matches!(only.member, syn::Member::Unnamed(_)) => Some(only),
            _ => None,
        };
        self.marked("body").or(only)
    }
}

/// Nothing only when a rule is missing.
pub fn plan(answers: Answers) -> Option<AnswersPlan> {
    Some(AnswersPlan {
        name: answers.name,
        is_enum: answers.is_enum,
        answers: answers.answers.into_iter().map(answer).collect::<Option<_>>()?,
    })
}

fn answer(answer: Answer) -> Option<PlannedAnswer> {
    let said = answer.statuses.into_iter().next()?;
    let headers = said_headers(&said)
        .into_iter()
        .filter_map(|(name, value)| Some((name, text(&value)?.clone())));
    Some(PlannedAnswer {
        headers: headers.collect(),
        name: answer.name,
        doc: answer.doc,
        status: said.status.filter(|status| !is_transparent(status)),
        message: said.message,
        fields: answer.fields,
    })
}
