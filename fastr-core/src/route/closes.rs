//! The close codes of a WebSocket: what its types can send, what it declares, and what any may be closed with.

use fastr_status::{
    CloseSet, WS_1000_NORMAL_CLOSURE, WS_1001_GOING_AWAY, WS_1002_PROTOCOL_ERROR, WS_1003_UNSUPPORTED_DATA,
    WS_1007_INVALID_FRAME_PAYLOAD_DATA, WS_1009_MESSAGE_TOO_BIG, WS_1011_INTERNAL_ERROR,
    WS_1013_TRY_AGAIN_LATER, close_reason,
};

use super::{Message, Socket};
use crate::error::Place;

/// The codes that any WebSocket may be closed with, and when it is.
pub const USUAL_CLOSES: [(u16, &str); 8] = [
    (
        WS_1000_NORMAL_CLOSURE,
        "the function returns, or nothing was said for too long",
    ),
    (WS_1001_GOING_AWAY, "the program ends"),
    (
        WS_1002_PROTOCOL_ERROR,
        "the peer sends a frame that breaks the rules of RFC 6455",
    ),
    (
        WS_1003_UNSUPPORTED_DATA,
        "bytes come where a text is wanted, or a text where bytes are",
    ),
    (
        WS_1007_INVALID_FRAME_PAYLOAD_DATA,
        "a text is not UTF-8, or JSON is not what is wanted",
    ),
    (
        WS_1009_MESSAGE_TOO_BIG,
        "a frame or a message is larger than the limits",
    ),
    (
        WS_1011_INTERNAL_ERROR,
        "the function fails or panics, or the peer answers no ping",
    ),
    (
        WS_1013_TRY_AGAIN_LATER,
        "the peer does not take what is said in its room",
    ),
];

/// What a type can close a WebSocket with, besides the codes of any.
#[derive(Clone, Copy)]
pub struct Closes {
    /// Its codes.
    pub codes: CloseSet,
    /// Whether it can have any, so that the WebSocket must say which.
    pub open: bool,
    /// Who has which.
    pub variants: &'static [CloseVariant],
}

/// A variant of an error that ends a WebSocket.
#[derive(Clone, Copy)]
pub enum CloseVariant {
    /// With a code of its own.
    Own {
        /// The code.
        code: u16,
        /// What the document says of it; nothing when its usual words are enough.
        words: &'static str,
        /// Its name, as people write it.
        name: &'static str,
        /// Where it stands.
        place: Place,
    },
    /// It closes as the error in it does.
    Held(&'static Closes),
}

/// A code, and who closes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CloseCause {
    /// The code.
    pub code: u16,
    /// What the document says of it.
    pub words: &'static str,
    /// Who it is, as people call it.
    pub who: String,
    /// Where it stands, if it was written.
    pub place: Option<Place>,
}

impl Closes {
    /// Nothing but the codes of any WebSocket.
    pub const USUAL: Self = Self::of(&[]);
    /// Any code.
    pub const OPEN: Self = Self {
        open: true,
        ..Self::USUAL
    };

    /// What any of these variants can close with.
    pub const fn of(variants: &'static [CloseVariant]) -> Self {
        let mut all = Self {
            codes: CloseSet::EMPTY,
            open: false,
            variants,
        };
        let mut index = 0;
        while index < variants.len() {
            match variants[index] {
                CloseVariant::Own { code, .. } => all.codes = all.codes.with(code),
                CloseVariant::Held(held) => {
                    all.codes = all.codes.union(held.codes);
                    all.open = all.open || held.open;
                }
            }
            index += 1;
        }
        all
    }

    fn causes(self, causes: &mut Vec<CloseCause>) {
        for variant in self.variants {
            match *variant {
                CloseVariant::Held(held) => held.causes(causes),
                CloseVariant::Own {
                    code,
                    words,
                    name,
                    place,
                } => causes.push(CloseCause {
                    code,
                    words: or_usual(words, code),
                    who: format!("`{name}`"),
                    place: Some(place),
                }),
            }
        }
    }
}

impl Socket {
    /// Whether it may be closed with this code.
    pub fn may_close_with(&self, code: u16) -> bool {
        self.codes().contains(code)
    }

    /// Every code that it may be closed with.
    pub fn codes(&self) -> CloseSet {
        let declared = self.declared.iter().chain(&USUAL_CLOSES);
        declared.fold(self.returns.codes, |codes, (code, _)| codes.with(*code))
    }

    /// Who closes it with what: what was declared, what it returns, and what any WebSocket is closed with.
    pub fn close_causes(&self) -> Vec<CloseCause> {
        let mut causes: Vec<CloseCause> = Vec::new();
        causes.extend(self.declared.iter().map(|&(code, words)| CloseCause {
            code,
            words: or_usual(words, code),
            who: format!("`closes({code})`"),
            place: Some(self.operation.place),
        }));
        self.returns.causes(&mut causes);
        causes.extend(USUAL_CLOSES.iter().map(|&(code, when)| CloseCause {
            code,
            words: or_usual("", code),
            who: when.to_owned(),
            place: None,
        }));
        causes
    }

    /// What it returns can have any code, and it declares none.
    ///
    /// A `WebSocket` asks for nothing, though any code can be given to its `close`: few functions do.
    pub const fn returns_problem(&self) -> Option<Message> {
        if !self.returns.open || !self.declared.is_empty() {
            return None;
        }
        Some(Message::new("`").text(self.operation.name).text(
            "` can close with any code; say in its attribute with which ones, such as `closes(4001 = \"kicked\")`, or return a `Result<(), WebSocketDisconnect>`, which brings none",
        ))
    }
}

fn or_usual(words: &'static str, code: u16) -> &'static str {
    if words.is_empty() {
        close_reason(code).unwrap_or_default()
    } else {
        words
    }
}
