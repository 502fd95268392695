//! Whether an answer is what the document says of its status: media type and body.

use fastr_status::may_have_body;

use super::TestResponse;
use crate::decode::header::essence;
use crate::decode::json::{Node, read};
use crate::error::{ErrorFormat, ValidationError};
use crate::request::ErrorStyle;
use crate::respond::handled;
use crate::route::{BodyDoc, BodyPart, Operation, ResponseDoc};
use crate::schema::{Constraints, ShapeOf};
use crate::validate::{self, Way};

/// Panics when the answer is not what the document says.
#[track_caller]
pub fn assert<O>(operation: &Operation, style: ErrorStyle, response: &TestResponse<O>) {
    if let Some(problem) = problem(operation, style, response) {
        panic!(
            "`{}` ({}) answered {} otherwise than its document says: {problem}; change one of them, or use `TestClient::without_comparison`",
            operation.name,
            operation.place,
            response.status()
        );
    }
}

fn problem<O>(operation: &Operation, style: ErrorStyle, response: &TestResponse<O>) -> Option<String> {
    let status = response.status();
    // What is compressed is not looked into.
    if !may_have_body(status) || response.header("content-encoding").is_some() {
        return None;
    }
    let mut answers = handled(operation.all_answers(style), style);
    answers.retain(|answer| answer.status == Some(status));
    if answers.is_empty() || answers.iter().any(|answer| answer.assumed) {
        // A range, or a response that was made by hand: no type says what its body is.
        return None;
    }
    let media_type = response.header("content-type").map(essence);
    let of_type: Vec<&ResponseDoc> = answers
        .iter()
        .filter(|answer| is_in(media_type, self::media_type(answer, style)))
        .collect();
    if of_type.is_empty() {
        let known: Vec<_> = answers
            .iter()
            .map(|answer| self::media_type(answer, style).unwrap_or("no body"))
            .collect();
        return Some(format!(
            "its media type is {}, and not {}",
            media_type.unwrap_or("not told"),
            known.join(" or ")
        ));
    }
    let mut first = None;
    for answer in of_type {
        match mistake(answer, style, response.bytes()) {
            Some(mistake) => first = first.or(Some(mistake)),
            None => return None,
        }
    }
    first
}

/// Whether a media type is the one that is documented, or in its range (RFC 9110, section 12.5.1).
fn is_in(sent: Option<&str>, documented: Option<&str>) -> bool {
    let (Some(sent), Some(documented)) = (sent, documented) else {
        return sent == documented;
    };
    match documented.strip_suffix('*') {
        Some("*/") => true,
        Some(of_type) => sent.starts_with(of_type),
        None => sent == documented,
    }
}

fn media_type(answer: &ResponseDoc, style: ErrorStyle) -> Option<&'static str> {
    match &answer.body {
        BodyDoc::Nothing => None,
        BodyDoc::Media(media_type, ..) => Some(essence(media_type)),
        BodyDoc::Error { .. } | BodyDoc::NotValid => Some(style.format.media_type()),
    }
}

/// What is wrong with a body of which this is said.
fn mistake(answer: &ResponseDoc, style: ErrorStyle, body: &[u8]) -> Option<String> {
    match &answer.body {
        BodyDoc::Nothing => (!body.is_empty()).then(|| "there is a body".to_owned()),
        BodyDoc::Media("application/json", Some(shape), BodyPart::Whole) => {
            with_tree(body, |tree| of_shape(tree, *shape))
        }
        BodyDoc::Media(..) => None,
        BodyDoc::Error { detail, .. } => {
            let (member, shape) = match (style.format, detail) {
                (ErrorFormat::Detail, detail) => ("detail", *detail),
                (ErrorFormat::ProblemDetails, Some(detail)) => ("info", Some(*detail)),
                (ErrorFormat::ProblemDetails, None) => ("title", None),
            };
            with_tree(body, |tree| member_of_shape(tree, member, shape))
        }
        BodyDoc::NotValid => {
            let member = match style.format {
                ErrorFormat::Detail => "detail",
                ErrorFormat::ProblemDetails => "errors",
            };
            with_tree(body, |tree| member_of_shape(tree, member, None))
        }
    }
}

fn with_tree(body: &[u8], look: impl FnOnce(&Node<'_>) -> Option<String>) -> Option<String> {
    match read(body) {
        Ok(tree) => look(&tree),
        Err(mistake) => Some(format!(
            "its body is no JSON ({} at {})",
            mistake.reason, mistake.offset
        )),
    }
}

fn member_of_shape(tree: &Node<'_>, name: &'static str, shape: Option<ShapeOf>) -> Option<String> {
    let member = match tree {
        Node::Object(entries) => crate::decode::json::get(entries, name),
        _ => None,
    };
    match (member, shape) {
        (None, _) => Some(format!("its body has no `{name}`")),
        (Some(member), Some(shape)) => of_shape(member, shape),
        (Some(_), None) => None,
    }
}

fn of_shape(tree: &Node<'_>, shape: ShapeOf) -> Option<String> {
    let mut errors = Vec::new();
    validate::value(
        tree,
        &shape(),
        &Constraints::NONE,
        &Way::source("body"),
        &mut errors,
    );
    errors
        .first()
        .map(|ValidationError { msg, loc, .. }| format!("{msg} at {loc:?}"))
}
