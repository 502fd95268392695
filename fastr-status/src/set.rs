//! A set of status codes that const code can build, compare and walk through.

use crate::class::Class;

const FIRST: u16 = 100;
const LAST: u16 = 599;
const WORD_BITS: u16 = 64;
const WORDS: usize = 8;

/// A set of status codes from 100 to 599, be they registered or not.
///
/// These are the codes that
/// [RFC 9110, section 15](https://www.rfc-editor.org/rfc/rfc9110#section-15) calls valid. The set
/// is a bit per code, so it is `Copy`, needs no allocation, and all it does is `const`. For the
/// same reason its methods take and give sets by value.
///
/// # Example
///
/// ```
/// use fastr_status::{Class, HTTP_200_OK, HTTP_404_NOT_FOUND, StatusSet};
///
/// const DECLARED: StatusSet = StatusSet::of(&[HTTP_200_OK, HTTP_404_NOT_FOUND]);
/// const RAISED: StatusSet = StatusSet::one(HTTP_404_NOT_FOUND);
///
/// const _: () = assert!(RAISED.is_subset_of(DECLARED));
///
/// assert_eq!(DECLARED.difference(StatusSet::class(Class::Success)), RAISED);
/// assert_eq!(DECLARED.to_string(), "200, 404");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct StatusSet {
    words: [u64; WORDS],
}

impl StatusSet {
    /// The set without any code.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::StatusSet;
    ///
    /// const _: () = assert!(StatusSet::EMPTY.is_empty());
    /// assert_eq!(StatusSet::EMPTY, StatusSet::default());
    /// ```
    pub const EMPTY: Self = Self { words: [0; WORDS] };

    /// The set of the codes listed; one listed twice counts once.
    ///
    /// # Panics
    ///
    /// If a code is outside 100 to 599. In a constant that is a compile error:
    ///
    /// ```compile_fail,E0080
    /// use fastr_status::StatusSet;
    ///
    /// const WRONG: StatusSet = StatusSet::of(&[200, 4040]);
    /// ```
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::{HTTP_200_OK, HTTP_404_NOT_FOUND, StatusSet};
    ///
    /// const SET: StatusSet = StatusSet::of(&[HTTP_404_NOT_FOUND, HTTP_200_OK]);
    /// assert_eq!(SET.len(), 2);
    /// ```
    #[must_use]
    #[track_caller]
    pub const fn of(codes: &[u16]) -> Self {
        let mut set = Self::EMPTY;
        let mut at = 0;
        while at < codes.len() {
            set = set.with(codes[at]);
            at += 1;
        }
        set
    }

    /// The set of one code.
    ///
    /// # Panics
    ///
    /// If the code is outside 100 to 599.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::{HTTP_200_OK, StatusSet};
    ///
    /// assert_eq!(StatusSet::one(HTTP_200_OK), StatusSet::of(&[200]));
    /// ```
    #[must_use]
    #[track_caller]
    pub const fn one(code: u16) -> Self {
        Self::EMPTY.with(code)
    }

    /// The set of all codes from the first to the last, both included.
    ///
    /// # Panics
    ///
    /// If either is outside 100 to 599, or the first is greater than the last.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::StatusSet;
    ///
    /// const REDIRECTS: StatusSet = StatusSet::range(301, 303);
    /// assert_eq!(REDIRECTS, StatusSet::of(&[301, 302, 303]));
    /// ```
    #[must_use]
    #[track_caller]
    pub const fn range(first: u16, last: u16) -> Self {
        assert!(
            first <= last,
            "the first status code of a range must not be greater than its last"
        );
        let mut set = Self::EMPTY.with(first);
        let mut code = first;
        while code < last {
            code += 1;
            set = set.with(code);
        }
        set
    }

    /// The set of all hundred codes of a class
    /// ([RFC 9110, section 15](https://www.rfc-editor.org/rfc/rfc9110#section-15)).
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::{Class, StatusSet};
    ///
    /// assert_eq!(StatusSet::class(Class::ServerError), StatusSet::range(500, 599));
    /// ```
    #[must_use]
    pub const fn class(class: Class) -> Self {
        let first = class as u16 * 100;
        Self::range(first, first + 99)
    }

    /// The set with the code added.
    ///
    /// # Panics
    ///
    /// If the code is outside 100 to 599.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::StatusSet;
    ///
    /// assert_eq!(StatusSet::one(200).with(404), StatusSet::of(&[200, 404]));
    /// ```
    #[must_use]
    #[track_caller]
    pub const fn with(mut self, code: u16) -> Self {
        assert!(
            is_valid(code),
            "a status code must lie between 100 and 599 (RFC 9110, section 15)"
        );
        self.words[word_of(code)] |= mask_of(code);
        self
    }

    /// The set with the code taken out; the same set if the code was not in it.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::StatusSet;
    ///
    /// assert_eq!(StatusSet::of(&[200, 404]).without(404), StatusSet::one(200));
    /// assert_eq!(StatusSet::one(200).without(1000), StatusSet::one(200));
    /// ```
    #[must_use]
    pub const fn without(mut self, code: u16) -> Self {
        if is_valid(code) {
            self.words[word_of(code)] &= !mask_of(code);
        }
        self
    }

    /// Whether the code is in the set; a number outside 100 to 599 never is.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::StatusSet;
    ///
    /// const _: () = assert!(StatusSet::range(200, 299).contains(204));
    /// const _: () = assert!(!StatusSet::range(200, 299).contains(1000));
    /// ```
    #[must_use]
    pub const fn contains(&self, code: u16) -> bool {
        is_valid(code) && self.words[word_of(code)] & mask_of(code) != 0
    }

    /// The codes that are in either set.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::StatusSet;
    ///
    /// let both = StatusSet::of(&[200, 404]).union(StatusSet::of(&[404, 500]));
    /// assert_eq!(both, StatusSet::of(&[200, 404, 500]));
    /// ```
    #[must_use]
    pub const fn union(mut self, other: Self) -> Self {
        let mut at = 0;
        while at < WORDS {
            self.words[at] |= other.words[at];
            at += 1;
        }
        self
    }

    /// The codes that are in both sets.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::StatusSet;
    ///
    /// let shared = StatusSet::of(&[200, 404]).intersection(StatusSet::of(&[404, 500]));
    /// assert_eq!(shared, StatusSet::one(404));
    /// ```
    #[must_use]
    pub const fn intersection(mut self, other: Self) -> Self {
        let mut at = 0;
        while at < WORDS {
            self.words[at] &= other.words[at];
            at += 1;
        }
        self
    }

    /// The codes that are in this set and not in the other.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::StatusSet;
    ///
    /// let missing = StatusSet::of(&[200, 404]).difference(StatusSet::of(&[404, 500]));
    /// assert_eq!(missing, StatusSet::one(200));
    /// ```
    #[must_use]
    pub const fn difference(mut self, other: Self) -> Self {
        let mut at = 0;
        while at < WORDS {
            self.words[at] &= !other.words[at];
            at += 1;
        }
        self
    }

    /// Whether no code is in the set.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::StatusSet;
    ///
    /// const _: () = assert!(StatusSet::of(&[]).is_empty());
    /// const _: () = assert!(!StatusSet::one(200).is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.first().is_none()
    }

    /// How many codes are in the set.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::StatusSet;
    ///
    /// const _: () = assert!(StatusSet::of(&[200, 404, 404]).len() == 2);
    /// ```
    #[must_use]
    pub const fn len(self) -> usize {
        let mut count = 0;
        let mut at = 0;
        while at < WORDS {
            count += self.words[at].count_ones() as usize;
            at += 1;
        }
        count
    }

    /// Whether every code of this set is in the other.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::StatusSet;
    ///
    /// const _: () = assert!(StatusSet::one(404).is_subset_of(StatusSet::range(400, 499)));
    /// const _: () = assert!(StatusSet::EMPTY.is_subset_of(StatusSet::EMPTY));
    /// ```
    #[must_use]
    pub const fn is_subset_of(self, other: Self) -> bool {
        self.difference(other).is_empty()
    }

    /// Whether the sets hold the same codes: what `==` says, for const code.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::StatusSet;
    ///
    /// const _: () = assert!(StatusSet::of(&[200, 404]).equals(StatusSet::of(&[404, 200])));
    /// ```
    #[must_use]
    pub const fn equals(self, other: Self) -> bool {
        self.is_subset_of(other) && other.is_subset_of(self)
    }

    /// The least code of the set.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::StatusSet;
    ///
    /// assert_eq!(StatusSet::of(&[404, 200]).first(), Some(200));
    /// assert_eq!(StatusSet::EMPTY.first(), None);
    /// ```
    #[must_use]
    pub const fn first(self) -> Option<u16> {
        self.at_or_after(FIRST)
    }

    /// The greatest code of the set.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::StatusSet;
    ///
    /// assert_eq!(StatusSet::of(&[404, 200]).last(), Some(404));
    /// assert_eq!(StatusSet::EMPTY.last(), None);
    /// ```
    #[must_use]
    pub const fn last(self) -> Option<u16> {
        let mut code = LAST;
        while code >= FIRST {
            let unused = WORD_BITS - 1 - bit_of(code);
            let rest = self.words[word_of(code)] << unused;
            if rest != 0 {
                return Some(code - zeros_above(rest));
            }
            code -= bit_of(code) + 1;
        }
        None
    }

    /// The least code of the set that is not less than the one given, which may be any number.
    ///
    /// It lets const code, where `for` is not to be had, go through a set.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::{StatusSet, may_have_body};
    ///
    /// const fn first_without_body(set: StatusSet) -> Option<u16> {
    ///     let mut next = set.first();
    ///     while let Some(code) = next {
    ///         if !may_have_body(code) {
    ///             return Some(code);
    ///         }
    ///         next = set.at_or_after(code + 1);
    ///     }
    ///     None
    /// }
    ///
    /// const _: () = assert!(matches!(
    ///     first_without_body(StatusSet::of(&[200, 204, 304])),
    ///     Some(204)
    /// ));
    /// ```
    #[must_use]
    pub const fn at_or_after(self, code: u16) -> Option<u16> {
        let mut code = if code < FIRST { FIRST } else { code };
        while code <= LAST {
            let rest = self.words[word_of(code)] >> bit_of(code);
            if rest != 0 {
                return Some(code + zeros_below(rest));
            }
            code += WORD_BITS - bit_of(code);
        }
        None
    }
}

const fn is_valid(code: u16) -> bool {
    matches!(code, FIRST..=LAST)
}

const fn word_of(code: u16) -> usize {
    ((code - FIRST) / WORD_BITS) as usize
}

const fn bit_of(code: u16) -> u16 {
    (code - FIRST) % WORD_BITS
}

const fn mask_of(code: u16) -> u64 {
    1 << bit_of(code)
}

#[expect(clippy::cast_possible_truncation, reason = "a word has 64 bits")]
const fn zeros_below(word: u64) -> u16 {
    word.trailing_zeros() as u16
}

#[expect(clippy::cast_possible_truncation, reason = "a word has 64 bits")]
const fn zeros_above(word: u64) -> u16 {
    word.leading_zeros() as u16
}
