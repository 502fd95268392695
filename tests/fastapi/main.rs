//! What FastAPI answered to 1,653 requests, and what fastr answers to them.
//!
//! `app.py` is the application, `operations/` the same one in fastr; `ask.py` recorded FastAPI's answers in
//! `answers.json`. Each row is asked again here. It has to be answered alike, or stand in the table of
//! `differences.rs`; what stands there has to be answered otherwise, so that the table stays true.

mod differences;
mod operations;
mod replay;
mod rows;

use std::collections::BTreeMap;

use differences::{DIFFERENCES, STRICT, names};
use fastr::{App, TestClient};
use rows::Row;

#[test]
fn requests_are_answered_as_fastapi_answers_them() {
    let client = TestClient::new(App::new());
    let rows = rows::recorded();
    let mut equal = 0;
    let mut excepted: BTreeMap<&str, usize> = BTreeMap::new();
    let mut problems = Vec::new();
    for row in &rows {
        let answer = replay::ask(&client, row);
        match (replay::difference(row, &answer), reason(row)) {
            (None, None) => equal += 1,
            (Some(_), Some(reason)) => *excepted.entry(reason).or_default() += 1,
            (Some(difference), None) => problems.push(format!("{}: {difference}", row.id)),
            (None, Some(reason)) => problems.push(format!(
                "{}: answered alike, so it is no difference any more: {reason}",
                row.id
            )),
        }
    }
    println!("{} rows, {equal} answered alike", rows.len());
    for (reason, count) in &excepted {
        println!("{count:5} {reason}");
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(equal >= 900, "only {equal} rows are answered alike");
}

#[test]
fn every_difference_is_one_of_some_row() {
    let rows = rows::recorded();
    for pattern in DIFFERENCES.iter().flat_map(|difference| difference.rows) {
        assert!(
            rows.iter().any(|row| names(pattern, &row.id)),
            "`{pattern}` is no row; take it from the table"
        );
    }
}

/// What FastAPI converts is refused with the word for its type, so that a client sees what to send instead.
#[test]
fn what_fastapi_converts_is_refused_with_a_reason() {
    let client = TestClient::new(App::new());
    for row in rows::recorded().iter().filter(|row| reason(row) == Some(STRICT)) {
        let answer = replay::ask(&client, row);
        let said = answer.text();
        let is_refused = answer.status() == 422
            && (said.contains("_type\"") || said.contains("int_from_float"))
            || answer.status() == 422 && said.contains("json_invalid");
        assert!(is_refused, "{}: {} {said}", row.id, answer.status());
    }
}

/// Even what is answered otherwise is an answer. Only the operation that fails on purpose may fail.
#[test]
fn no_request_is_answered_with_a_failure() {
    let client = TestClient::new(App::new());
    for row in rows::recorded().iter().filter(|row| row.id != "routing_fails") {
        let status = replay::ask(&client, row).status();
        assert!(status < 500, "{}: {status}", row.id);
    }
}

/// Why a row may be answered otherwise, if it may.
fn reason(row: &Row) -> Option<&'static str> {
    let named = DIFFERENCES
        .iter()
        .find(|difference| difference.rows.iter().any(|pattern| names(pattern, &row.id)));
    named
        .map(|difference| difference.reason)
        .or_else(|| row.lax.then_some(STRICT))
}
