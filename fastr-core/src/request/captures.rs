//! What the path template caught, as places in the path: nothing is copied.

use std::borrow::Cow;
use std::ops::Range;

use percent_encoding::percent_decode_str;
use smallvec::SmallVec;

/// The pieces of the path that the parameters of its template caught, in the order of the template.
#[derive(Clone, Debug, Default)]
pub struct Captures(SmallVec<[Range<u16>; 4]>);

impl Captures {
    /// Notes that `piece`, which is a part of `path`, was caught next.
    pub fn push(&mut self, path: &str, piece: &str) {
        // `http::Uri` is never longer than u16::MAX - 1, so a place in its path fits.
        let start = (piece.as_ptr() as usize).wrapping_sub(path.as_ptr() as usize);
        debug_assert!(start + piece.len() <= path.len(), "the piece stands in the path");
        let place = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        self.0.push(place(start)..place(start + piece.len()));
    }

    /// The text that the parameter at `index` caught, percent-decoded.
    pub fn get<'path>(&self, path: &'path str, index: usize) -> Cow<'path, str> {
        let place = self.0.get(index).cloned().unwrap_or_default();
        let raw = path
            .get(usize::from(place.start)..usize::from(place.end))
            .unwrap_or_default();
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
        captures.push(path, &path[7..16]);
        captures.push(path, &path[17..]);
        assert_eq!(captures.get(path, 0), "café");
        assert_eq!(captures.get(path, 1), "7");
        assert_eq!(captures.get(path, 2), "");
    }
}
