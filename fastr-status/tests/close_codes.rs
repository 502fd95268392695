//! The WebSocket close codes: which there are, how they are spelt, which may be sent.

use std::ops::RangeInclusive;

use fastr_status::*;

macro_rules! named {
    ($($name:ident),+ $(,)?) => { &[$((stringify!($name), $name)),+] };
}

const NAMED: &[(&str, u16)] = named![
    WS_1000_NORMAL_CLOSURE,
    WS_1001_GOING_AWAY,
    WS_1002_PROTOCOL_ERROR,
    WS_1003_UNSUPPORTED_DATA,
    WS_1005_NO_STATUS_RCVD,
    WS_1006_ABNORMAL_CLOSURE,
    WS_1007_INVALID_FRAME_PAYLOAD_DATA,
    WS_1008_POLICY_VIOLATION,
    WS_1009_MESSAGE_TOO_BIG,
    WS_1010_MANDATORY_EXT,
    WS_1011_INTERNAL_ERROR,
    WS_1012_SERVICE_RESTART,
    WS_1013_TRY_AGAIN_LATER,
    WS_1014_BAD_GATEWAY,
    WS_1015_TLS_HANDSHAKE,
];

/// Every number once: whether it is a close code, and whether it may be sent.
const RANGES: &[(RangeInclusive<u16>, bool, bool)] = &[
    (0..=999, false, false),
    (1000..=1003, true, true),
    (1004..=1006, true, false),
    (1007..=1014, true, true),
    (1015..=2999, true, false),
    (3000..=4999, true, true),
    (5000..=u16::MAX, false, false),
];

fn registered() -> impl Iterator<Item = (u16, &'static str, &'static str)> {
    (0..=u16::MAX).filter_map(|code| Some((code, close_name(code)?, close_reason(code)?)))
}

#[test]
fn there_are_15_codes() {
    assert_eq!(registered().count(), 15);
    assert_eq!(NAMED.len(), 15);
}

#[test]
fn every_constant_is_a_row_and_every_row_a_constant() {
    let rows: Vec<_> = registered().map(|(code, name, _)| (name, code)).collect();
    assert_eq!(rows, NAMED);
}

#[test]
fn every_code_with_a_name_has_a_reason() {
    for code in 0..=u16::MAX {
        assert_eq!(close_name(code).is_some(), close_reason(code).is_some(), "{code}");
    }
}

#[test]
fn a_name_carries_its_number_and_its_reason() {
    for (code, name, reason) in registered() {
        let words = match code {
            WS_1005_NO_STATUS_RCVD => "NO_STATUS_RCVD".to_owned(),
            WS_1010_MANDATORY_EXT => "MANDATORY_EXT".to_owned(),
            _ => reason.replace(' ', "_").to_uppercase(),
        };
        assert_eq!(name, format!("WS_{code}_{words}"));
    }
}

#[test]
fn every_number_is_ruled_on() {
    let ruled: usize = RANGES.iter().map(|(codes, ..)| codes.len()).sum();
    assert_eq!(ruled, usize::from(u16::MAX) + 1);

    for (codes, is_close, may_be_sent) in RANGES {
        for code in codes.clone() {
            assert_eq!(is_close_code(code), *is_close, "{code}");
            assert_eq!(close_code_may_be_sent(code), *may_be_sent, "{code}");
        }
    }
}
