//! What a server says last on a WebSocket, as it came.
//!
//! The protocol gives a code of its own in place of one that it takes for wrong, and it takes 1014 for wrong, which has been
//! in the register since 2018. A test has to see what was sent.

/// Looks on while frames come that have no mask, and keeps what the close frame holds.
#[derive(Default)]
pub struct LastWord {
    /// The head of a frame, as far as it has come.
    head: Vec<u8>,
    /// How much of the frame is still to come behind its head.
    rest: u64,
    is_close: bool,
    said: Vec<u8>,
}

impl LastWord {
    /// Some bytes have come.
    pub fn hear(&mut self, mut bytes: &[u8]) {
        while let [first, others @ ..] = bytes {
            if self.rest == 0 {
                self.head.push(*first);
                bytes = others;
                self.begin();
                continue;
            }
            let here = usize::try_from(self.rest).map_or(bytes.len(), |rest| rest.min(bytes.len()));
            let (payload, behind) = bytes.split_at(here);
            if self.is_close {
                self.said.extend_from_slice(payload);
            }
            self.rest -= payload.len() as u64;
            bytes = behind;
        }
    }

    /// The code and the reason of the close frame, once it is whole.
    pub fn close(&self) -> Option<(u16, String)> {
        if self.rest > 0 {
            return None;
        }
        let (code, reason) = self.said.split_first_chunk()?;
        let reason = String::from_utf8_lossy(reason).into_owned();
        Some((u16::from_be_bytes(*code), reason))
    }

    fn begin(&mut self) {
        if let Some(length) = length(&self.head) {
            self.is_close = self.head[0] & 0x0F == 8;
            self.rest = length;
            self.head.clear();
        }
    }
}

/// The length of the frame that has this head, once it is whole (RFC 6455, section 5.2).
fn length(head: &[u8]) -> Option<u64> {
    match head {
        [_, short @ ..126] => Some((*short).into()),
        [_, 126, length @ ..] => Some(u16::from_be_bytes(length.try_into().ok()?).into()),
        [_, 127, length @ ..] => Some(u64::from_be_bytes(length.try_into().ok()?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_close_frame_is_found_behind_frames_of_every_length() {
        let mut bytes = vec![0x81, 2, 0x88, 0, 0x89, 0];
        bytes.extend([0x82, 126, 0, 200]);
        bytes.extend([0x88; 200]);
        bytes.extend([0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]);
        bytes.extend(std::iter::repeat_n(0x88, 65_536));
        bytes.extend(b"\x88\x05\x03\xf6bye");
        for step in [1, 7, 1000, bytes.len()] {
            let mut last = LastWord::default();
            for piece in bytes.chunks(step) {
                assert_eq!(last.close(), None);
                last.hear(piece);
            }
            assert_eq!(last.close(), Some((1014, "bye".to_owned())), "{step}");
        }
    }
}
