//! Sets of close codes: every code by itself, and none beside it.

use fastr_status::{CloseSet, close_code_may_be_sent};

#[test]
fn a_set_holds_what_may_be_sent_and_nothing_else() {
    for code in (0..=5100).chain([u16::MAX]) {
        let set = CloseSet::EMPTY.with(code);
        let codes: Vec<u16> = set.iter().collect();
        if close_code_may_be_sent(code) {
            assert_eq!(codes, [code]);
            assert!(set.contains(code));
        } else {
            assert_eq!(set, CloseSet::EMPTY, "{code}");
            assert!(!CloseSet::of(&[1000, 3000]).contains(code), "{code}");
        }
    }
}

#[test]
fn a_union_has_the_codes_of_both() {
    let both = CloseSet::of(&[1000, 4999]).union(CloseSet::of(&[1014, 3000]));
    assert_eq!(both.to_string(), "1000, 1014, 3000, 4999");
}
