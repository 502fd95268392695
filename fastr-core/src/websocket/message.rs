//! A message, as a handler receives or sends it.

use bytes::Bytes;

/// A whole message, however many frames it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Text, which is UTF-8.
    Text(String),
    /// Bytes.
    Bytes(Bytes),
}

impl Message {
    /// How many bytes it holds.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Bytes(bytes) => bytes.len(),
        }
    }
}

impl From<String> for Message {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Message {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Bytes> for Message {
    fn from(bytes: Bytes) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<Vec<u8>> for Message {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes.into())
    }
}

/// What is to be sent, cheap to copy: a room sends one to many.
#[derive(Clone, Debug)]
pub enum Outgoing {
    /// Text: UTF-8.
    Text(tungstenite::Utf8Bytes),
    /// Bytes.
    Bytes(Bytes),
    /// A ping.
    Ping(Bytes),
}

impl Outgoing {
    /// How many bytes it holds.
    pub fn len(&self) -> usize {
        match self {
            Self::Text(text) => text.as_str().len(),
            Self::Bytes(bytes) | Self::Ping(bytes) => bytes.len(),
        }
    }
}

impl From<Message> for Outgoing {
    fn from(message: Message) -> Self {
        match message {
            Message::Text(text) => Self::Text(text.into()),
            Message::Bytes(bytes) => Self::Bytes(bytes),
        }
    }
}

impl From<Outgoing> for tungstenite::Message {
    fn from(message: Outgoing) -> Self {
        match message {
            Outgoing::Text(text) => Self::Text(text),
            Outgoing::Bytes(bytes) => Self::Binary(bytes),
            Outgoing::Ping(bytes) => Self::Ping(bytes),
        }
    }
}
