//! What is done before the first request and after the last: FastAPI's lifespan.

use std::any::{Any, TypeId, type_name};
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use super::Service;
use crate::background::TaskOutcome;
use crate::error::StartupError;

type Later<T> = Pin<Box<dyn Future<Output = T> + Send>>;
type Cause = Box<dyn std::error::Error + Send + Sync>;
type Value = Arc<dyn Any + Send + Sync>;
type Start = dyn Fn() -> Later<Result<Started, Cause>> + Send + Sync;
type End = dyn Fn() -> Later<Result<(), String>> + Send + Sync;

/// One thing that is done at the start, and what is done for it at the end.
#[derive(Clone)]
pub struct Lifespan {
    name: &'static str,
    /// What it adds to the state.
    pub makes: TypeId,
    start: Arc<Start>,
}

/// What a start came to.
struct Started {
    /// Becomes part of the state.
    value: Value,
    end: Option<Ending>,
}

/// What is to be done at the end.
struct Ending {
    name: &'static str,
    end: Box<End>,
}

impl Lifespan {
    pub fn new<S, F, T, C, E, G>(start: S, end: E) -> Self
    where
        S: Fn() -> F + Send + Sync + 'static,
        F: Future<Output = Result<T, C>> + Send + 'static,
        T: Send + Sync + 'static,
        C: Into<Cause>,
        E: Fn(Arc<T>) -> G + Clone + Send + Sync + 'static,
        G: Future<Output: TaskOutcome> + Send + 'static,
    {
        Self::of(start, move |value: &Arc<T>| {
            let (end, value) = (end.clone(), value.clone());
            Some(Ending {
                name: type_name::<E>(),
                end: Box::new(move || {
                    let ended = end(value.clone());
                    Box::pin(async { ended.await.failure() })
                }),
            })
        })
    }

    pub fn start<S, F, T, C>(start: S) -> Self
    where
        S: Fn() -> F + Send + Sync + 'static,
        F: Future<Output = Result<T, C>> + Send + 'static,
        T: Send + Sync + 'static,
        C: Into<Cause>,
    {
        Self::of(start, |_: &Arc<T>| None)
    }

    fn of<S, F, T, C>(
        start: S,
        ending: impl Fn(&Arc<T>) -> Option<Ending> + Clone + Send + Sync + 'static,
    ) -> Self
    where
        S: Fn() -> F + Send + Sync + 'static,
        F: Future<Output = Result<T, C>> + Send + 'static,
        T: Send + Sync + 'static,
        C: Into<Cause>,
    {
        let start = move || -> Later<Result<Started, Cause>> {
            let (started, ending) = (start(), ending.clone());
            Box::pin(async move {
                let value = Arc::new(started.await.map_err(Into::into)?);
                let end = ending(&value);
                Ok(Started { value, end })
            })
        };
        Self {
            name: type_name::<S>(),
            makes: TypeId::of::<T>(),
            start: Arc::new(start),
        }
    }
}

impl fmt::Debug for Lifespan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lifespan({})", self.name)
    }
}

/// What has been started, and is to be ended in the other order.
#[derive(Default)]
pub struct Endings(Vec<Ending>);

/// Does all that is done at the start, one after the other, and gives what it made.
///
/// # Errors
///
/// When one of them fails; those before it are ended.
pub async fn start(lifespans: &[Lifespan]) -> Result<(Vec<Value>, Endings), StartupError> {
    let (mut values, mut endings) = (Vec::new(), Endings::default());
    for Lifespan { name, start, .. } in lifespans {
        match start().await {
            Ok(Started { value, end }) => {
                values.push(value);
                endings.0.extend(end);
            }
            Err(source) => {
                // What went wrong at first is what counts; the rest is logged.
                let _ = endings.end().await;
                return Err(StartupError::Start { hook: name, source });
            }
        }
    }
    Ok((values, endings))
}

impl Endings {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Does all that is done at the end, the last start first, whether another fails or not.
    ///
    /// # Errors
    ///
    /// The first failure; every one is logged.
    pub async fn end(self) -> Result<(), StartupError> {
        let mut ended = Ok(());
        for Ending { name, end } in self.0.into_iter().rev() {
            if let Err(error) = end().await {
                tracing::error!(hook = name, error, "what is done at the end failed");
                ended = ended.and(Err(StartupError::End { hook: name, error }));
            }
        }
        ended
    }
}

/// An application that has started: [`App::start`](super::App::start).
pub struct Running {
    pub(super) service: Service,
    pub(super) endings: Endings,
}

impl Running {
    /// What answers.
    pub fn service(&self) -> Service {
        self.service
    }

    /// Whether nothing is to be done at the end.
    pub(crate) fn ends_by_itself(&self) -> bool {
        self.endings.is_empty()
    }

    /// Does what is to be done at the end.
    ///
    /// # Errors
    ///
    /// When any of it fails. The rest is done all the same.
    pub async fn end(self) -> Result<(), StartupError> {
        self.endings.end().await
    }
}
