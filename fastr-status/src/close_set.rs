//! A set of close codes whose operations are all `const`.

use core::fmt::{Display, Formatter, Result};

use crate::close::close_code_may_be_sent;

/// The registered codes, 1000 to 1015, are the first 16 bits, and those from 3000 to 4999 stand behind them.
const REGISTERED: u16 = 16;
const WORDS: usize = 32;
const WORD_BITS: u16 = 64;

/// A set of close codes that an endpoint may send.
///
/// What [`StatusSet`](crate::StatusSet) is for statuses: the codes that a type can close a WebSocket
/// with, for unions and comparisons in `const`
/// ([RFC 6455, section 7.4.2](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2)).
///
/// # Example
///
/// ```
/// use fastr_status::{CloseSet, WS_1008_POLICY_VIOLATION};
///
/// const KNOWN: CloseSet = CloseSet::of(&[WS_1008_POLICY_VIOLATION, 4001]);
///
/// const _: () = assert!(KNOWN.contains(4001) && !KNOWN.contains(4002));
/// assert_eq!(KNOWN.to_string(), "1008, 4001");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CloseSet {
    words: [u64; WORDS],
}

impl CloseSet {
    /// The set without any code.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::CloseSet;
    ///
    /// assert_eq!(CloseSet::EMPTY.iter().count(), 0);
    /// ```
    pub const EMPTY: Self = Self { words: [0; WORDS] };

    /// The set of the codes listed. One that may not be sent is left out: it never is.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::{CloseSet, WS_1006_ABNORMAL_CLOSURE};
    ///
    /// assert_eq!(CloseSet::of(&[WS_1006_ABNORMAL_CLOSURE]), CloseSet::EMPTY);
    /// ```
    #[must_use]
    pub const fn of(codes: &[u16]) -> Self {
        let mut set = Self::EMPTY;
        let mut at = 0;
        while at < codes.len() {
            set = set.with(codes[at]);
            at += 1;
        }
        set
    }

    /// The set with the code added, if it may be sent.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::CloseSet;
    ///
    /// assert_eq!(CloseSet::EMPTY.with(4001), CloseSet::of(&[4001]));
    /// ```
    #[must_use]
    pub const fn with(mut self, code: u16) -> Self {
        if close_code_may_be_sent(code) {
            let bit = bit_of(code);
            self.words[(bit / WORD_BITS) as usize] |= 1 << (bit % WORD_BITS);
        }
        self
    }

    /// Whether the code is in the set; one that may not be sent never is.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::CloseSet;
    ///
    /// const _: () = assert!(CloseSet::of(&[1000, 4999]).contains(4999));
    /// const _: () = assert!(!CloseSet::of(&[1000, 4999]).contains(1006));
    /// ```
    #[must_use]
    pub const fn contains(&self, code: u16) -> bool {
        let bit = bit_of(code);
        close_code_may_be_sent(code) && self.words[(bit / WORD_BITS) as usize] & (1 << (bit % WORD_BITS)) != 0
    }

    /// The codes that are in either set.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::CloseSet;
    ///
    /// let both = CloseSet::of(&[1000, 4001]).union(CloseSet::of(&[4001, 4002]));
    /// assert_eq!(both, CloseSet::of(&[1000, 4001, 4002]));
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

    /// The codes of the set, in ascending order.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::CloseSet;
    ///
    /// let codes: Vec<_> = CloseSet::of(&[4001, 1008]).iter().collect();
    /// assert_eq!(codes, [1008, 4001]);
    /// ```
    pub fn iter(self) -> impl Iterator<Item = u16> {
        (1000..=4999).filter(move |code| self.contains(*code))
    }
}

/// Where a code that may be sent has its bit; anything for another.
const fn bit_of(code: u16) -> u16 {
    match code {
        1000..=1015 => code - 1000,
        3000..=4999 => code - 3000 + REGISTERED,
        _ => 0,
    }
}

/// Prints the codes in ascending order, `1000, 4001`, and nothing for the empty set.
impl Display for CloseSet {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let mut separator = "";
        for code in self.iter() {
            write!(formatter, "{separator}{code}")?;
            separator = ", ";
        }
        Ok(())
    }
}
