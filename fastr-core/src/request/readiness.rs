//! Whether the program wants requests: not while it ends, and not while something that it needs is missing.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::{State, StateKey};
use crate::background::TaskOutcome;

/// How long all checks together may take: whoever asks waits for them, and will not for ever.
const PATIENCE: Duration = Duration::from_secs(5);

type Outcome = Pin<Box<dyn Future<Output = Result<(), String>> + Send>>;

/// What looks whether something that the program needs is there: [`App::readiness`](crate::private::App::readiness).
///
/// It is a function that waits, with no argument or with a value of the state, which it takes as `Arc<T>` as the end of a lifespan does; it
/// comes to nothing, or to a result whose error is logged.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot look whether something is there",
    label = "no function for a check",
    note = "write `async fn check() -> io::Result<()>`, or for a value of the state `async fn check(pool: Arc<Pool>) -> io::Result<()>`; any error that can be shown will do"
)]
pub trait ReadinessCheck<Takes>: Send + Sync + 'static {
    #[doc(hidden)]
    const WANTS: Option<StateKey>;

    #[doc(hidden)]
    fn look(&self, state: &State) -> Outcome;
}

impl<F, R> ReadinessCheck<()> for F
where
    F: Fn() -> R + Send + Sync + 'static,
    R: Future<Output: TaskOutcome> + Send + 'static,
{
    const WANTS: Option<StateKey> = None;

    fn look(&self, _: &State) -> Outcome {
        let looked = self();
        Box::pin(async { looked.await.failure() })
    }
}

impl<F, T, R> ReadinessCheck<(T,)> for F
where
    F: Fn(Arc<T>) -> R + Send + Sync + 'static,
    T: Send + Sync + 'static,
    R: Future<Output: TaskOutcome> + Send + 'static,
{
    const WANTS: Option<StateKey> = Some(StateKey::of::<T>());

    fn look(&self, state: &State) -> Outcome {
        let Some(value) = state.shared() else {
            // Not in a program that has started: its checks were asked what they want.
            let missing = format!("the state has no `{}`", std::any::type_name::<T>());
            return Box::pin(async move { Err(missing) });
        };
        let looked = self(value);
        Box::pin(async { looked.await.failure() })
    }
}

/// Something that the program needs, and how it is looked at.
#[derive(Clone)]
pub struct Check {
    /// What the client is told.
    pub name: &'static str,
    /// What it takes from the state.
    pub wants: Option<StateKey>,
    look: Arc<dyn Fn(&State) -> Outcome + Send + Sync>,
}

impl Check {
    /// A check with a name.
    pub fn new<C: ReadinessCheck<Takes>, Takes>(name: &'static str, check: C) -> Self {
        Self {
            name,
            wants: C::WANTS,
            look: Arc::new(move |state| check.look(state)),
        }
    }
}

impl fmt::Debug for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Check({})", self.name)
    }
}

/// Whether the program wants requests.
#[derive(Debug, Default)]
pub struct Readiness {
    checks: Vec<Check>,
    is_ending: AtomicBool,
}

impl Readiness {
    /// As long as these checks say so, one after the other.
    pub fn new(checks: Vec<Check>) -> Self {
        Self {
            checks,
            is_ending: AtomicBool::new(false),
        }
    }

    /// The program ends, and wants no more from now on.
    pub fn end(&self) {
        self.is_ending.store(true, Ordering::Relaxed);
    }

    /// Why no request is wanted, if none is. What a check says of it is logged, and is not for everybody's eyes.
    pub async fn problem(&self, state: &State) -> Option<String> {
        if self.is_ending.load(Ordering::Relaxed) {
            return Some("The program is ending".to_owned());
        }
        let end = Instant::now() + PATIENCE;
        for Check { name, look, .. } in &self.checks {
            let outcome = timeout_at(end, look(state)).await;
            if let Err(error) = outcome.unwrap_or_else(|_| Err(format!("no answer within {PATIENCE:?}"))) {
                tracing::warn!(check = name, error, "the program is not ready");
                return Some(format!("`{name}` is not ready"));
            }
        }
        None
    }
}
