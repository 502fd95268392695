//! A peer that sends any bytes, and reads frames.

use std::net::SocketAddr;

use crate::support::{Connection, Server};

pub const CONTINUE: u8 = 0;
pub const TEXT: u8 = 1;
pub const BINARY: u8 = 2;
pub const CLOSE: u8 = 8;
pub const PING: u8 = 9;
pub const PONG: u8 = 10;

/// A connection behind its handshake.
pub struct Raw(Connection);

impl Raw {
    pub fn open(server: &Server, path: &str) -> Self {
        Self::begin(server.connect(), path)
    }

    pub fn to(address: SocketAddr, path: &str) -> Self {
        Self::begin(Connection::open(address), path)
    }

    /// A handshake.
    pub fn handshake(path: &str) -> String {
        format!(
            "GET {path} HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\nconnection: upgrade\r\n\
             sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )
    }

    fn begin(mut connection: Connection, path: &str) -> Self {
        connection.send(Self::handshake(path));
        Self::behind(connection)
    }

    /// What comes behind a handshake that was sent.
    pub fn behind(mut connection: Connection) -> Self {
        let head = connection.head();
        assert!(head.starts_with("HTTP/1.1 101 "), "{head}");
        Self(connection)
    }

    pub fn send(&mut self, bytes: &[u8]) {
        self.0.send(bytes);
    }

    /// The next frame, which is whole and has no mask (section 5.1).
    pub fn frame(&mut self) -> (u8, Vec<u8>) {
        let head = self.0.bytes(2);
        assert_eq!(
            head[0] & 0xF0,
            0x80,
            "the last of its message, without reserved bits"
        );
        assert_eq!(head[1] & 0x80, 0, "a server does not mask");
        let length = match head[1] {
            126 => usize::from(u16::from_be_bytes(self.0.bytes(2).try_into().unwrap())),
            127 => usize::try_from(u64::from_be_bytes(self.0.bytes(8).try_into().unwrap())).unwrap(),
            short => usize::from(short),
        };
        (head[0] & 0x0F, self.0.bytes(length))
    }

    /// The code of the close frame that comes next.
    pub fn close_code(&mut self) -> u16 {
        let (opcode, payload) = self.frame();
        assert_eq!(opcode, CLOSE, "{payload:?}");
        u16::from_be_bytes([payload[0], payload[1]])
    }

    pub fn ends(&mut self) -> bool {
        self.0.ends()
    }
}

/// A frame as a client sends it.
pub fn frame(opcode: u8, last: bool, payload: &[u8]) -> Vec<u8> {
    mask(
        opcode | if last { 0x80 } else { 0 },
        [0x37, 0xFA, 0x21, 0x3D],
        payload,
    )
}

/// A frame with this first byte and this mask (section 5.3), its length in the shortest form.
pub fn mask(first: u8, key: [u8; 4], payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![first];
    match payload.len() {
        short @ 0..=125 => frame.push(0x80 + u8::try_from(short).unwrap()),
        middle @ 126..=65_535 => {
            frame.push(0x80 + 126);
            frame.extend(u16::try_from(middle).unwrap().to_be_bytes());
        }
        long => {
            frame.push(0x80 + 127);
            frame.extend((long as u64).to_be_bytes());
        }
    }
    frame.extend(key);
    frame.extend(
        payload
            .iter()
            .zip(key.iter().cycle())
            .map(|(byte, key)| byte ^ key),
    );
    frame
}
