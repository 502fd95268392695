//! Step 6: what stands around the operations: functions, and the layers of tower.
//!
//! They are put together once, at the start, and live as long as the program: a step is a reference that is copied, and costs a
//! request the box of its future.

mod function;
mod layered;
mod next;
mod only;
mod stack;
mod tower;
#[cfg(feature = "middleware")]
mod usual;

pub use function::{Middleware, MiddlewareOutput, NoOutput, OutputProbe};
pub use layered::{FoundMiddleware, IntoLayered, Layered, assert_said, found};
pub use next::{Later, Next, Step};
pub use stack::{Seen, Stack, Surrounded};
#[cfg(feature = "middleware")]
pub use usual::{
    CorsMiddleware, GZipMiddleware, HttpsRedirectMiddleware, RateLimitMiddleware, RequestId,
    RequestIdMiddleware, TimeoutMiddleware, TrustedHostMiddleware,
};
