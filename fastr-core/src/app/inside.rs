//! Whether somebody else's runtime is running here: then a runtime of one's own cannot be waited for.

use std::pin::pin;
use std::task::{Context, Waker};

use tokio::runtime::Handle;
use tokio::task::coop::consume_budget;

/// More than tokio lets a task do before it has to make room for others, which is 128.
const MORE_THAN_A_TASK_MAY_DO: usize = 1024;

/// Whether this is called from inside a future that a runtime of tokio's polls.
///
/// A handle alone does not say it: there is one also where a runtime was only entered, as programs do before they set up
/// telemetry, and on the pool for blocking work, and in both places one may wait. But only what is polled has a budget. It is used up
/// here, which is no harm to somebody who is told that this is the wrong place. A task that tokio was told not to constrain has none: there
/// its own panic comes.
pub fn is_inside_a_runtime() -> bool {
    let mut context = Context::from_waker(Waker::noop());
    Handle::try_current().is_ok()
        && (0..MORE_THAN_A_TASK_MAY_DO).any(|_| pin!(consume_budget()).poll(&mut context).is_pending())
}

#[cfg(test)]
mod tests {
    use tokio::runtime::{Builder, Runtime};
    use tokio::task::{spawn, spawn_blocking};

    use super::*;

    fn runtimes() -> [Runtime; 2] {
        [Builder::new_current_thread(), Builder::new_multi_thread()].map(|mut builder| {
            builder
                .build()
                .unwrap_or_else(|error| panic!("a runtime: {error}"))
        })
    }

    #[test]
    fn what_is_polled_is_inside() {
        for runtime in runtimes() {
            assert!(runtime.block_on(async { is_inside_a_runtime() }));
            let spawned = async { spawn(async { is_inside_a_runtime() }).await };
            assert!(runtime.block_on(spawned).is_ok_and(|is_inside| is_inside));
        }
    }

    #[test]
    fn what_may_wait_is_not() {
        assert!(!is_inside_a_runtime());
        for runtime in runtimes() {
            let blocking = async { spawn_blocking(is_inside_a_runtime).await };
            assert!(runtime.block_on(blocking).is_ok_and(|is_inside| !is_inside));
            let _entered = runtime.enter();
            assert!(!is_inside_a_runtime());
        }
    }
}
