//! What the path template caught, as places in the path.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr;
use percent_encoding::percent_decode_str;
use smallvec::SmallVec;

/// The pieces of the path that the parameters of its template caught, in the order of the template.
#[derive(Clone, Debug, Default)]
pub struct Captures {
    places: SmallVec<[Range<u32>; 4]>,
    /// The path that was looked up, where it is not the request's own, letter by letter.
    path: Option<String>,
}

impl Captures {
    /// Notes that `piece`, which is a part of `path`, was caught next.
    #[inline]
    pub fn push(&mut self, path: &str, piece: &str) {
        // `http::Uri` holds less than 64 KiB, so a place in its path fits, even if every byte became three.
        let start = (piece.as_ptr() as usize).wrapping_sub(path.as_ptr() as usize);
        debug_assert!(start + piece.len() <= path.len(), "the piece stands in the path");
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.places.push(place(start)..place(start + piece.len()));
    }

    /// The pieces were caught in this path, and not in the request's own.
    #[must_use]
    #[inline]
    pub fn of(self, path: Option<String>) -> Self {
        Self { path, ..self }
    }

    /// The text that the parameter at `index` caught, percent-decoded.
    #[inline]
    pub fn get<'path>(&'path self, path: &'path str, index: usize) -> Cow<'path, str> {
        let path = self.path.as_deref().unwrap_or(path);
        let place = self.places.get(index).cloned().unwrap_or_default();
        let raw = path
            .get(place.start as usize..place.end as usize)
            .unwrap_or_default();
        if memchr(b'%', raw.as_bytes()).is_none() {
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
        captures.push(path, &path[7..16]);
        captures.push(path, &path[17..]);
        assert_eq!(captures.get(path, 0), "café");
        assert_eq!(captures.get(path, 1), "7");
        assert_eq!(captures.get(path, 2), "");
        let captures = captures.of(Some(path.to_owned()));
        assert_eq!(captures.get("/files/caf%c3%a9/7", 0), "café");
    }
}
