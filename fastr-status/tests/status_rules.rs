//! What the number of a status code alone decides: its class, whether it is final, its content.

use fastr_status::{Class, class, may_be_final, may_have_body};

const CLASSES: &[(Class, u16, &str)] = &[
    (Class::Informational, 100, "informational"),
    (Class::Success, 200, "success"),
    (Class::Redirection, 300, "redirection"),
    (Class::ClientError, 400, "client error"),
    (Class::ServerError, 500, "server error"),
];

#[test]
fn a_class_is_a_hundred_codes_with_a_name() {
    for (member, first, name) in CLASSES {
        assert_eq!(member.name(), *name);
        for code in *first..first + 100 {
            assert_eq!(class(code), Some(*member), "{code}");
        }
    }
}

#[test]
fn a_class_contains_exactly_its_own_codes() {
    for code in 0..=u16::MAX {
        for (member, ..) in CLASSES {
            assert_eq!(member.contains(code), class(code) == Some(*member), "{code}");
        }
    }
}

#[test]
fn only_100_to_599_have_a_class() {
    for code in 0..=u16::MAX {
        assert_eq!(class(code).is_some(), (100..600).contains(&code), "{code}");
    }
}

#[test]
fn all_but_interim_codes_may_be_final() {
    for code in 0..=u16::MAX {
        let expected = class(code).is_some_and(|class| class != Class::Informational);
        assert_eq!(may_be_final(code), expected, "{code}");
    }
}

#[test]
fn all_final_codes_but_three_may_have_a_body() {
    for code in 0..=u16::MAX {
        let expected = may_be_final(code) && ![204, 205, 304].contains(&code);
        assert_eq!(may_have_body(code), expected, "{code}");
    }
}
