//! The table of HTTP status codes: which there are, how they are spelt, what they say.

use fastr_status::*;

macro_rules! named {
    ($($name:ident),+ $(,)?) => { &[$((stringify!($name), $name)),+] };
}

const NAMED: &[(&str, u16)] = named![
    HTTP_100_CONTINUE,
    HTTP_101_SWITCHING_PROTOCOLS,
    HTTP_102_PROCESSING,
    HTTP_103_EARLY_HINTS,
    HTTP_200_OK,
    HTTP_201_CREATED,
    HTTP_202_ACCEPTED,
    HTTP_203_NON_AUTHORITATIVE_INFORMATION,
    HTTP_204_NO_CONTENT,
    HTTP_205_RESET_CONTENT,
    HTTP_206_PARTIAL_CONTENT,
    HTTP_207_MULTI_STATUS,
    HTTP_208_ALREADY_REPORTED,
    HTTP_226_IM_USED,
    HTTP_300_MULTIPLE_CHOICES,
    HTTP_301_MOVED_PERMANENTLY,
    HTTP_302_FOUND,
    HTTP_303_SEE_OTHER,
    HTTP_304_NOT_MODIFIED,
    HTTP_305_USE_PROXY,
    HTTP_306_RESERVED,
    HTTP_307_TEMPORARY_REDIRECT,
    HTTP_308_PERMANENT_REDIRECT,
    HTTP_400_BAD_REQUEST,
    HTTP_401_UNAUTHORIZED,
    HTTP_402_PAYMENT_REQUIRED,
    HTTP_403_FORBIDDEN,
    HTTP_404_NOT_FOUND,
    HTTP_405_METHOD_NOT_ALLOWED,
    HTTP_406_NOT_ACCEPTABLE,
    HTTP_407_PROXY_AUTHENTICATION_REQUIRED,
    HTTP_408_REQUEST_TIMEOUT,
    HTTP_409_CONFLICT,
    HTTP_410_GONE,
    HTTP_411_LENGTH_REQUIRED,
    HTTP_412_PRECONDITION_FAILED,
    HTTP_413_CONTENT_TOO_LARGE,
    HTTP_414_URI_TOO_LONG,
    HTTP_415_UNSUPPORTED_MEDIA_TYPE,
    HTTP_416_RANGE_NOT_SATISFIABLE,
    HTTP_417_EXPECTATION_FAILED,
    HTTP_418_IM_A_TEAPOT,
    HTTP_421_MISDIRECTED_REQUEST,
    HTTP_422_UNPROCESSABLE_CONTENT,
    HTTP_423_LOCKED,
    HTTP_424_FAILED_DEPENDENCY,
    HTTP_425_TOO_EARLY,
    HTTP_426_UPGRADE_REQUIRED,
    HTTP_428_PRECONDITION_REQUIRED,
    HTTP_429_TOO_MANY_REQUESTS,
    HTTP_431_REQUEST_HEADER_FIELDS_TOO_LARGE,
    HTTP_451_UNAVAILABLE_FOR_LEGAL_REASONS,
    HTTP_500_INTERNAL_SERVER_ERROR,
    HTTP_501_NOT_IMPLEMENTED,
    HTTP_502_BAD_GATEWAY,
    HTTP_503_SERVICE_UNAVAILABLE,
    HTTP_504_GATEWAY_TIMEOUT,
    HTTP_505_HTTP_VERSION_NOT_SUPPORTED,
    HTTP_506_VARIANT_ALSO_NEGOTIATES,
    HTTP_507_INSUFFICIENT_STORAGE,
    HTTP_508_LOOP_DETECTED,
    HTTP_510_NOT_EXTENDED,
    HTTP_511_NETWORK_AUTHENTICATION_REQUIRED,
];

#[allow(deprecated)]
const RENAMED: &[(&str, u16)] = named![
    HTTP_413_REQUEST_ENTITY_TOO_LARGE,
    HTTP_414_REQUEST_URI_TOO_LONG,
    HTTP_416_REQUESTED_RANGE_NOT_SATISFIABLE,
    HTTP_422_UNPROCESSABLE_ENTITY,
];

fn registered() -> impl Iterator<Item = (u16, &'static str, &'static str)> {
    (0..=u16::MAX).filter_map(|code| Some((code, http_name(code)?, reason_phrase(code)?)))
}

/// A reason phrase as a constant's name spells it: `Multi-Status` as `MULTI_STATUS`.
fn as_name(phrase: &str) -> String {
    phrase.replace('\'', "").replace([' ', '-'], "_").to_uppercase()
}

#[test]
fn there_are_63_codes() {
    assert_eq!(registered().count(), 63);
    assert_eq!(NAMED.len(), 63);
}

#[test]
fn every_constant_is_a_row_and_every_row_a_constant() {
    let rows: Vec<_> = registered().map(|(code, name, _)| (name, code)).collect();
    assert_eq!(rows, NAMED);
}

#[test]
fn every_code_with_a_name_has_a_phrase() {
    for code in 0..=u16::MAX {
        assert_eq!(http_name(code).is_some(), reason_phrase(code).is_some(), "{code}");
    }
}

#[test]
fn a_name_carries_its_number() {
    for (name, code) in NAMED.iter().chain(RENAMED) {
        assert!(name.starts_with(&format!("HTTP_{code}_")), "{name}");
    }
}

#[test]
fn a_name_carries_its_phrase() {
    for (code, name, phrase) in registered() {
        let expected = match code {
            HTTP_306_RESERVED => "RESERVED".to_owned(),
            _ => as_name(phrase),
        };
        assert_eq!(name, format!("HTTP_{code}_{expected}"));
    }
}

#[test]
fn a_renamed_code_answers_with_its_successor() {
    for (name, code) in RENAMED {
        let successor = http_name(*code).expect("a renamed code is registered");
        assert_ne!(successor, *name);
        assert!(NAMED.contains(&(successor, *code)), "{name}");
    }
}
