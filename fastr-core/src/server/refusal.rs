//! Why a connection was refused or cut before an operation had its request, or in the middle of it.

/// What a peer did wrong, or did not do in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The TLS handshake failed.
    Handshake,
    /// The head of a request did not come in time.
    SlowHead,
    /// The head of a request, or its target, was too large.
    LargeHead,
    /// What came is no HTTP/1.1.
    NoHttp,
    /// What came breaks the rules of HTTP/2, or floods.
    #[cfg(feature = "http2")]
    NoHttp2,
    /// A body did not come in time.
    SlowBody,
    /// The peer did not take what was sent.
    SlowReader,
}

impl Refusal {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::Handshake,
        Self::SlowHead,
        Self::LargeHead,
        Self::NoHttp,
        #[cfg(feature = "http2")]
        Self::NoHttp2,
        Self::SlowBody,
        Self::SlowReader,
    ];

    /// A word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Handshake => "handshake",
            Self::SlowHead => "slow_head",
            Self::LargeHead => "large_head",
            Self::NoHttp => "no_http",
            #[cfg(feature = "http2")]
            Self::NoHttp2 => "no_http2",
            Self::SlowBody => "slow_body",
            Self::SlowReader => "slow_reader",
        }
    }

    /// A few words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Handshake => "the TLS handshake failed",
            Self::SlowHead => "the head of a request did not come in time (408)",
            Self::LargeHead => "the head of a request was too large (431, or 414 for its target)",
            Self::NoHttp => "what came is no HTTP (400)",
            #[cfg(feature = "http2")]
            Self::NoHttp2 => "what came breaks the rules of HTTP/2, or floods (GOAWAY)",
            Self::SlowBody => "a body did not come in time",
            Self::SlowReader => "the peer did not take what was sent to it",
        }
    }

    /// What an error of hyper's says of the peer; nothing where it just went away.
    pub fn of(error: &hyper::Error) -> Option<Self> {
        if error.is_parse_too_large() {
            Some(Self::LargeHead)
        } else if error.is_parse() {
            Some(Self::NoHttp)
        } else {
            Self::of_http2(error)
        }
    }

    /// A ping that was not answered is a timeout; what h2 itself ends it for, it tells by a reason.
    #[cfg(feature = "http2")]
    fn of_http2(error: &hyper::Error) -> Option<Self> {
        use std::error::Error;
        if error.is_timeout() {
            return Some(Self::SlowReader);
        }
        let source = error.source()?.downcast_ref::<h2::Error>()?;
        source.is_library().then_some(Self::NoHttp2)
    }

    #[cfg(not(feature = "http2"))]
    fn of_http2(_: &hyper::Error) -> Option<Self> {
        None
    }
}
