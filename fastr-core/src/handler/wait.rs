//! How a function is run that waits, that only looks as if it did, or that blocks its thread.

use std::task::{Context, Poll};

use crate::response::{Outcome, Response};

/// The output of a future that never waits: the macro has seen that nothing in it can.
pub fn now<F: Future>(future: F) -> F::Output {
    let future = std::pin::pin!(future);
    match future.poll(&mut Context::from_waker(std::task::Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => unreachable!("a future without a place to wait has waited"),
    }
}

/// The outcome of a handler that may have to wait.
pub fn later(future: impl Future<Output = Response> + Send + 'static) -> Outcome {
    Outcome::Waiting(Box::pin(future))
}

/// Runs a function on the pool for blocking work.
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(value) => value,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}
