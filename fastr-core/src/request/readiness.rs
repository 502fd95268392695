//! Whether the program wants requests: not while it ends, and not while something that it needs is missing.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use crate::background::TaskOutcome;

/// How long all checks together may take: whoever asks waits for them, and will not for ever.
const PATIENCE: Duration = Duration::from_secs(5);

type Outcome = Pin<Box<dyn Future<Output = Result<(), String>> + Send>>;

/// Something that the program needs, and how it is looked at.
#[derive(Clone)]
pub struct Check {
    name: &'static str,
    look: Arc<dyn Fn() -> Outcome + Send + Sync>,
}

impl Check {
    /// A check with a name.
    pub fn new<F, R>(name: &'static str, look: F) -> Self
    where
        F: Fn() -> R + Send + Sync + 'static,
        R: Future<Output: TaskOutcome> + Send + 'static,
    {
        let look = move || -> Outcome {
            let looked = look();
            Box::pin(async { looked.await.failure() })
        };
        Self {
            name,
            look: Arc::new(look),
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
    pub async fn problem(&self) -> Option<String> {
        if self.is_ending.load(Ordering::Relaxed) {
            return Some("The program is ending".to_owned());
        }
        let end = Instant::now() + PATIENCE;
        for Check { name, look } in &self.checks {
            let outcome = timeout_at(end, look()).await;
            if let Err(error) = outcome.unwrap_or_else(|_| Err(format!("no answer within {PATIENCE:?}"))) {
                tracing::warn!(check = name, error, "the program is not ready");
                return Some(format!("`{name}` is not ready"));
            }
        }
        None
    }
}
