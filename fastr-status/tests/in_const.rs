//! Every function at work in a constant; that this file compiles is the test.

use fastr_status::{
    Class, HTTP_200_OK, HTTP_404_NOT_FOUND, StatusSet, WS_1000_NORMAL_CLOSURE, class, close_code_may_be_sent,
    close_name, close_reason, http_name, is_close_code, may_be_final, may_have_body, reason_phrase,
};

const DECLARED: StatusSet = StatusSet::of(&[HTTP_200_OK, HTTP_404_NOT_FOUND]);
const ERRORS: StatusSet = StatusSet::class(Class::ClientError).union(StatusSet::range(500, 599));

const fn sum(set: StatusSet) -> u16 {
    let mut sum = 0;
    let mut next = set.first();
    while let Some(code) = next {
        sum += code;
        next = set.at_or_after(code + 1);
    }
    sum
}

const _: () = assert!(may_be_final(HTTP_200_OK) && may_have_body(HTTP_200_OK));
const _: () = assert!(matches!(class(HTTP_404_NOT_FOUND), Some(Class::ClientError)));
const _: () = assert!(Class::Success.contains(HTTP_200_OK) && !Class::Success.name().is_empty());
const _: () = assert!(reason_phrase(HTTP_200_OK).is_some() && http_name(299).is_none());

const _: () = assert!(is_close_code(1005) && !close_code_may_be_sent(1005));
const _: () = assert!(close_name(WS_1000_NORMAL_CLOSURE).is_some() && close_reason(4000).is_none());

const _: () = assert!(DECLARED.intersection(ERRORS).equals(StatusSet::one(404)));
const _: () = assert!(DECLARED.difference(ERRORS).is_subset_of(DECLARED));
const _: () = assert!(DECLARED.without(200).without(404).is_empty());
const _: () = assert!(DECLARED.with(500).len() == 3 && !DECLARED.contains(500));
const _: () = assert!(matches!(DECLARED.first(), Some(200)));
const _: () = assert!(matches!(DECLARED.last(), Some(404)));
const _: () = assert!(sum(DECLARED) == 604 && sum(StatusSet::EMPTY) == 0);

#[test]
fn a_constant_set_serves_at_run_time() {
    assert_eq!(DECLARED.iter().collect::<Vec<_>>(), [200, 404]);
    assert_eq!(ERRORS.len(), 200);
}
