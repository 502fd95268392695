//! What the path template caught, as places in the path.

use std::borrow::Cow;
use std::ops::Range;

use percent_encoding::percent_decode_str;
use smallvec::SmallVec;

use crate::decode::path::Canonical;

/// The pieces of the path that the parameters of its template caught, in the order of the template.
#[derive(Clone, Debug, Default)]
pub struct Captures {
    places: SmallVec<[Range<u32>; 4]>,
    /// What path was looked up: the request's own, letter by letter, or another.
    path: Canonical,
}

impl Captures {
    /// Notes that what stands at this place of the path was caught next.
    #[inline]
    pub fn push(&mut self, place: Range<usize>) {
        // `http::Uri` holds less than 64 KiB, so a place in its path fits, even if every byte became three.
        let at = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.places.push(at(place.start)..at(place.end));
    }

    /// The pieces were caught in this form of the request's path.
    #[inline]
    pub fn caught_in(&mut self, path: Canonical) {
        self.path = path;
    }

    /// The text that the parameter at `index` caught, percent-decoded.
    #[inline]
    pub fn get<'path>(&'path self, path: &'path str, index: usize) -> Cow<'path, str> {
        let Some(place) = self.places.get(index) else {
            return Cow::Borrowed("");
        };
        let place = place.start as usize..place.end as usize;
        let raw = self.path.of(path).get(place).unwrap_or_default();
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
        captures.push(7..16);
        captures.push(17..18);
        captures.caught_in(Canonical::Same);
        assert_eq!(captures.get(path, 0), "café");
        assert_eq!(captures.get(path, 1), "7");
        assert_eq!(captures.get(path, 2), "");
        captures.caught_in(Canonical::Other(path.to_owned()));
        assert_eq!(captures.get("/files/caf%c3%a9/7", 0), "café");
    }
}
