//! Smaller answers.

use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::compression::{CompressionLayer, CompressionLevel};

use crate::middleware::{IntoLayered, Layered};

/// Compresses answers for clients that take it: FastAPI's `GZipMiddleware`.
///
/// Pictures, streams of events, and what is smaller than 500 bytes, go as they are.
///
/// ```
/// # use fastr_core::private::{App, GZipMiddleware};
/// let app = App::of(module_path!()).add_middleware(GZipMiddleware::new().minimum_size(1000).level(5));
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct GZipMiddleware {
    minimum_size: u64,
    level: u8,
}

impl GZipMiddleware {
    /// One as FastAPI's: from 500 bytes on, as small as it gets.
    #[expect(clippy::new_without_default, reason = "as the other middleware")]
    pub fn new() -> Self {
        Self {
            minimum_size: 500,
            level: 9,
        }
    }

    /// What is smaller goes as it is.
    pub fn minimum_size(mut self, bytes: u64) -> Self {
        self.minimum_size = bytes;
        self
    }

    /// From 1, quick, to 9, small.
    pub fn level(mut self, level: u8) -> Self {
        self.level = level;
        self
    }
}

impl IntoLayered for GZipMiddleware {
    const UNSAID: bool = false;

    #[track_caller]
    fn into_layered(self) -> Layered {
        let worthwhile = SizeAbove::new(self.minimum_size)
            .and(NotForContentType::IMAGES)
            .and(NotForContentType::SSE);
        let layer = CompressionLayer::new()
            .gzip(true)
            .quality(CompressionLevel::Precise(self.level.into()))
            .compress_when(worthwhile);
        Layered::new(layer).called("GZipMiddleware")
    }
}
