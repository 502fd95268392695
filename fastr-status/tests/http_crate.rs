//! The crate against the `http` crate, which wrote its own table.

use fastr_status::{Class, class, reason_phrase};
use http::StatusCode;

/// Where the two differ: the code, the phrase here, the phrase of `http`, and why.
const DIFFERENCES: &[(u16, &str, Option<&str>, &str)] = &[
    (
        203,
        "Non-Authoritative Information",
        Some("Non Authoritative Information"),
        "`http` leaves out the hyphen that RFC 9110 has",
    ),
    (
        306,
        "(Unused)",
        None,
        "RFC 9110 registers the number, `http` leaves it out",
    ),
    (
        413,
        "Content Too Large",
        Some("Payload Too Large"),
        "`http` keeps the phrase of RFC 7231",
    ),
    (
        418,
        "I'm a Teapot",
        Some("I'm a teapot"),
        "capitals as in all the other phrases",
    ),
    (
        422,
        "Unprocessable Content",
        Some("Unprocessable Entity"),
        "`http` keeps the phrase of RFC 4918",
    ),
];

fn oracle(code: u16) -> StatusCode {
    StatusCode::from_u16(code).expect("`http` takes every code from 100 to 999")
}

#[test]
fn phrases_are_those_of_http_but_for_known_differences() {
    for code in 100..=999 {
        let theirs = oracle(code).canonical_reason();
        match DIFFERENCES.iter().find(|difference| difference.0 == code) {
            Some((_, here, there, why)) => {
                assert_eq!(reason_phrase(code), Some(*here), "{code}: {why}");
                assert_eq!(theirs, *there, "{code}: {why}");
            }
            None => assert_eq!(reason_phrase(code), theirs, "{code}"),
        }
    }
}

#[test]
fn classes_are_those_of_http() {
    for code in 100..=999 {
        let theirs = oracle(code);
        let expected = [
            (Class::Informational, theirs.is_informational()),
            (Class::Success, theirs.is_success()),
            (Class::Redirection, theirs.is_redirection()),
            (Class::ClientError, theirs.is_client_error()),
            (Class::ServerError, theirs.is_server_error()),
        ];
        let expected = expected
            .into_iter()
            .find_map(|(member, is_it)| is_it.then_some(member));
        assert_eq!(class(code), expected, "{code}");
    }
}
