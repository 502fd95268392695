//! What the path template caught, as places in the path.

use std::borrow::Cow;
use std::ops::Range;

use http::Uri;
use percent_encoding::percent_decode_str;
use smallvec::SmallVec;

use crate::decode::path::Canonical;

/// The pieces of the path that the parameters of its template caught, in the order of the template.
#[derive(Clone, Debug, Default)]
pub struct Captures {
    places: SmallVec<[Range<u32>; 4]>,
    /// Whether something in the path is encoded, or should be.
    is_encoded: bool,
    /// What path was looked up: the request's own, letter by letter, or another.
    path: Canonical,
}

impl Captures {
    /// Notes that what stands at this place of the path was caught next, and whether it has the one form of a path.
    #[inline]
    pub fn push(&mut self, place: Range<usize>, is_plain: bool) {
        // `http::Uri` holds less than 64 KiB, so a place in its path fits, even if every byte became three.
        let at = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.places.push(at(place.start)..at(place.end));
        self.is_encoded |= !is_plain;
    }

    /// The pieces were caught in this form of the request's path.
    #[inline]
    pub fn caught_in(&mut self, path: Canonical) {
        self.path = path;
    }

    /// Whether what was caught stands in the path as it is meant.
    #[inline]
    pub fn are_plain(&self) -> bool {
        !self.is_encoded
    }

    /// How many pieces were caught so far.
    #[inline]
    pub fn count(&self) -> usize {
        self.places.len()
    }

    /// Forgets all pieces but the first ones: what followed them did not fit.
    pub fn truncate(&mut self, len: usize) {
        self.places.truncate(len);
    }

    /// The text that the parameter at `index` caught, as it stands in the path that was looked up.
    #[inline]
    pub fn raw<'path>(&'path self, path: &'path str, index: usize) -> &'path str {
        let Some(place) = self.places.get(index) else {
            return "";
        };
        let place = place.start as usize..place.end as usize;
        self.path.of(path).get(place).unwrap_or_default()
    }

    /// The text that the parameter at `index` caught, where it stands in the path as it is meant.
    #[inline]
    pub fn plain<'uri>(&self, uri: &'uri Uri, index: usize) -> Option<&'uri str> {
        let place = self.places.get(index)?;
        if self.path != Canonical::Plain {
            return None;
        }
        // The path is the beginning of it.
        let target = uri.path_and_query()?.as_str();
        target.get(place.start as usize..place.end as usize)
    }

    /// The text that the parameter at `index` caught, percent-decoded.
    #[inline]
    pub fn get<'path>(&'path self, path: &'path str, index: usize) -> Cow<'path, str> {
        let raw = self.raw(path, index);
        if self.path == Canonical::Plain {
            return Cow::Borrowed(raw);
        }
        percent_decode_str(raw).decode_utf8_lossy()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_found_again_and_decoded() {
        let path = "/files/caf%C3%A9/7";
        let mut captures = Captures::default();
        captures.push(7..16, false);
        captures.push(17..18, true);
        captures.caught_in(Canonical::Same);
        assert_eq!(captures.get(path, 0), "café");
        assert_eq!(captures.get(path, 1), "7");
        assert_eq!(captures.get(path, 2), "");
        captures.caught_in(Canonical::Other(path.to_owned()));
        assert_eq!(captures.get("/files/caf%c3%a9/7", 0), "café");
    }
}
