//! Going through a set of status codes, and gathering one from an iterator.

use core::iter::FusedIterator;

use crate::set::StatusSet;

/// The codes of a [`StatusSet`] in ascending order, or from the back in descending order.
///
/// Made by [`StatusSet::iter`]. The order is that of the numbers, and so of the classes of
/// [RFC 9110, section 15](https://www.rfc-editor.org/rfc/rfc9110#section-15).
///
/// # Example
///
/// ```
/// use fastr_status::StatusSet;
///
/// let mut codes = StatusSet::of(&[404, 200, 500]).iter();
/// assert_eq!(codes.len(), 3);
/// assert_eq!(codes.next(), Some(200));
/// assert_eq!(codes.next_back(), Some(500));
/// assert_eq!(codes.next(), Some(404));
/// assert_eq!(codes.next(), None);
/// ```
#[derive(Clone, Debug)]
pub struct StatusSetIter {
    remaining: StatusSet,
}

impl StatusSet {
    /// An iterator over the codes of the set, in ascending order.
    ///
    /// In const code, use [`at_or_after`](StatusSet::at_or_after) instead.
    ///
    /// # Example
    ///
    /// ```
    /// use fastr_status::{StatusSet, reason_phrase};
    ///
    /// let phrases: Vec<_> = StatusSet::of(&[404, 200]).iter().filter_map(reason_phrase).collect();
    /// assert_eq!(phrases, ["OK", "Not Found"]);
    /// ```
    #[must_use]
    pub const fn iter(self) -> StatusSetIter {
        StatusSetIter { remaining: self }
    }
}

impl StatusSetIter {
    fn take(&mut self, code: u16) -> u16 {
        self.remaining = self.remaining.without(code);
        code
    }
}

impl Iterator for StatusSetIter {
    type Item = u16;

    fn next(&mut self) -> Option<u16> {
        self.remaining.first().map(|code| self.take(code))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = self.remaining.len();
        (count, Some(count))
    }
}

impl DoubleEndedIterator for StatusSetIter {
    fn next_back(&mut self) -> Option<u16> {
        self.remaining.last().map(|code| self.take(code))
    }
}

impl ExactSizeIterator for StatusSetIter {}

impl FusedIterator for StatusSetIter {}

impl IntoIterator for StatusSet {
    type Item = u16;
    type IntoIter = StatusSetIter;

    fn into_iter(self) -> StatusSetIter {
        self.iter()
    }
}

impl IntoIterator for &StatusSet {
    type Item = u16;
    type IntoIter = StatusSetIter;

    fn into_iter(self) -> StatusSetIter {
        self.iter()
    }
}

impl Extend<u16> for StatusSet {
    /// Adds every code of the iterator.
    ///
    /// # Panics
    ///
    /// If a code is outside 100 to 599.
    fn extend<I: IntoIterator<Item = u16>>(&mut self, codes: I) {
        for code in codes {
            *self = self.with(code);
        }
    }
}

impl FromIterator<u16> for StatusSet {
    /// The set of all codes of the iterator.
    ///
    /// # Panics
    ///
    /// If a code is outside 100 to 599.
    fn from_iter<I: IntoIterator<Item = u16>>(codes: I) -> Self {
        let mut set = Self::EMPTY;
        set.extend(codes);
        set
    }
}
