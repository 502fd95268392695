//! Sets of status codes against `BTreeSet` as the model, and against the laws of set algebra.

use std::collections::{BTreeSet, HashSet};

use fastr_status::{Class, StatusSet};

/// Sets that reach both ends of the range and every seam between the words of the bit set.
fn sample() -> Vec<StatusSet> {
    let mut sets = vec![
        StatusSet::EMPTY,
        StatusSet::range(100, 599),
        StatusSet::one(100),
        StatusSet::one(599),
        StatusSet::of(&[200, 201, 204, 404, 422, 500]),
        StatusSet::of(&[404, 422]),
        StatusSet::of(&[163, 164, 227, 228, 547, 548]),
        StatusSet::range(150, 350),
        StatusSet::range(300, 300),
        (100..600).step_by(7).collect(),
    ];
    sets.extend(CLASSES.map(StatusSet::class));
    sets
}

const CLASSES: [Class; 5] = [
    Class::Informational,
    Class::Success,
    Class::Redirection,
    Class::ClientError,
    Class::ServerError,
];

fn pairs() -> impl Iterator<Item = (StatusSet, StatusSet)> {
    sample()
        .into_iter()
        .flat_map(|left| sample().into_iter().map(move |right| (left, right)))
}

fn model(set: StatusSet) -> BTreeSet<u16> {
    (0..=u16::MAX).filter(|code| set.contains(*code)).collect()
}

#[test]
fn one_set_is_like_its_model() {
    for set in sample() {
        let model = model(set);
        assert_eq!(set.len(), model.len());
        assert_eq!(set.is_empty(), model.is_empty());
        assert_eq!(set.first(), model.first().copied());
        assert_eq!(set.last(), model.last().copied());
        assert!(set.iter().eq(model.iter().copied()));
        assert!(set.iter().rev().eq(model.iter().rev().copied()));
        assert_eq!(format!("{set:?}"), format!("{model:?}"));
        assert_eq!(format!("{set:#?}"), format!("{model:#?}"));
    }
}

#[test]
fn at_or_after_is_like_the_model_from_any_number() {
    for set in sample() {
        let model = model(set);
        for code in (0..=700).chain([u16::MAX]) {
            assert_eq!(set.at_or_after(code), model.range(code..).next().copied());
        }
    }
}

#[test]
fn two_sets_are_like_their_models() {
    for (left, right) in pairs() {
        let (ours, theirs) = (model(left), model(right));
        assert_eq!(model(left.union(right)), &ours | &theirs);
        assert_eq!(model(left.intersection(right)), &ours & &theirs);
        assert_eq!(model(left.difference(right)), &ours - &theirs);
        assert_eq!(left.is_subset_of(right), ours.is_subset(&theirs));
        assert_eq!(left.equals(right), ours == theirs);
        assert_eq!(left == right, ours == theirs);
    }
}

#[test]
fn the_laws_of_two_sets_hold() {
    for (a, b) in pairs() {
        assert_eq!(a.union(b), b.union(a));
        assert_eq!(a.intersection(b), b.intersection(a));
        assert_eq!(a.union(a.intersection(b)), a);
        assert_eq!(a.intersection(a.union(b)), a);
        assert_eq!(a.difference(b).union(a.intersection(b)), a);
        assert!(a.difference(b).intersection(b).is_empty());
        assert_eq!(a.is_subset_of(b), a.union(b) == b);
        assert_eq!(a.is_subset_of(b), a.intersection(b) == a);
        assert_eq!(a.union(b).len() + a.intersection(b).len(), a.len() + b.len());
    }
}

#[test]
fn the_laws_of_three_sets_hold() {
    for (a, b) in pairs() {
        for c in sample() {
            assert_eq!(a.union(b).union(c), a.union(b.union(c)));
            assert_eq!(
                a.intersection(b.union(c)),
                a.intersection(b).union(a.intersection(c))
            );
            assert_eq!(a.union(b.intersection(c)), a.union(b).intersection(a.union(c)));
            assert_eq!(
                a.difference(b.union(c)),
                a.difference(b).intersection(a.difference(c))
            );
        }
    }
}

#[test]
fn every_code_can_go_in_and_out() {
    for set in sample() {
        for code in 100..=599 {
            assert!(set.with(code).contains(code));
            assert!(!set.without(code).contains(code));
            assert_eq!(set.with(code).without(code), set.without(code));
            assert_eq!(set.contains(code), set.with(code) == set);
        }
    }
}

#[test]
fn a_number_that_is_no_status_code_is_never_inside() {
    let full = StatusSet::range(100, 599);
    assert_eq!(full.len(), 500);
    for code in (0..100).chain(600..=u16::MAX) {
        assert!(!full.contains(code), "{code}");
        assert_eq!(full.without(code), full, "{code}");
    }
}

#[test]
fn the_classes_part_the_full_set() {
    let mut union = StatusSet::EMPTY;
    for class in CLASSES {
        let members = StatusSet::class(class);
        assert_eq!(members.len(), 100);
        assert!(members.iter().all(|code| class.contains(code)));
        assert!(members.intersection(union).is_empty());
        union = union.union(members);
    }
    assert_eq!(union, StatusSet::range(100, 599));
}

#[test]
fn it_gathers_goes_through_and_prints() {
    let mut set: StatusSet = [404, 200, 404].into_iter().collect();
    assert_eq!(set, StatusSet::of(&[200, 404]));
    set.extend([500, 200]);
    assert_eq!(set.to_string(), "200, 404, 500");
    assert_eq!(format!("{set:?}"), "{200, 404, 500}");
    assert_eq!(StatusSet::default().to_string(), "");

    let mut seen = Vec::new();
    for code in &set {
        seen.push(code);
    }
    for code in set {
        seen.push(code);
    }
    assert_eq!(seen, [200, 404, 500, 200, 404, 500]);
}

#[test]
fn an_iterator_knows_its_length_from_both_ends() {
    let mut codes = StatusSet::of(&[100, 164, 599]).iter();
    assert_eq!(codes.len(), 3);
    assert_eq!(codes.next_back(), Some(599));
    assert_eq!(codes.size_hint(), (2, Some(2)));
    assert_eq!(codes.next(), Some(100));
    assert_eq!(codes.next_back(), Some(164));
    assert_eq!((codes.next(), codes.next_back()), (None, None));
    assert_eq!(codes.len(), 0);
}

#[test]
fn equal_sets_hash_alike() {
    let sets: HashSet<_> = sample().into_iter().chain(sample()).collect();
    assert_eq!(sets.len(), sample().len());
}

#[test]
#[should_panic(expected = "a status code must lie between 100 and 599")]
fn a_code_too_small_is_refused() {
    let _ = StatusSet::of(&[200, 99]);
}

#[test]
#[should_panic(expected = "a status code must lie between 100 and 599")]
fn a_code_too_great_is_refused() {
    let _ = StatusSet::one(600);
}

#[test]
#[should_panic(expected = "a status code must lie between 100 and 599")]
fn a_range_that_leaves_the_codes_is_refused() {
    let _ = StatusSet::range(500, 600);
}

#[test]
#[should_panic(expected = "must not be greater than its last")]
fn a_range_that_runs_backwards_is_refused() {
    let _ = StatusSet::range(500, 400);
}
