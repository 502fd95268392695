//! What is done before the first request and after the last: FastAPI's lifespan.

use std::any::{Any, TypeId, type_name};
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use super::Service;
use crate::background::TaskOutcome;
use crate::error::StartupError;
use crate::request::{State, StateKey};

type Later<T> = Pin<Box<dyn Future<Output = T> + Send>>;
type Cause = Box<dyn std::error::Error + Send + Sync>;
type Value = Arc<dyn Any + Send + Sync>;
type Start = dyn Fn(&State) -> Later<Result<Started, Cause>> + Send + Sync;
type End = dyn Fn() -> Later<Result<(), String>> + Send + Sync;

/// What is done at the start: [`App::lifespan`](crate::private::App::lifespan).
///
/// It is a function that waits and may fail, with no argument or with a value of the state, which it takes as `Arc<T>`: one that the application was
/// given, or that an earlier start made.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be done at the start",
    label = "no function for a start",
    note = "write `async fn open() -> io::Result<Pool>`, or for a value of the state `async fn open(settings: Arc<Settings>) -> io::Result<Pool>`; what it makes becomes part of the state",
    note = "one that cannot fail ends in `Ok::<_, std::convert::Infallible>(…)`"
)]
pub trait Startup<Takes>: Send + Sync + 'static {
    #[doc(hidden)]
    type Made: Send + Sync + 'static;

    #[doc(hidden)]
    const WANTS: Option<StateKey>;

    #[doc(hidden)]
    fn begin(&self, state: &State) -> Later<Result<Self::Made, Cause>>;
}

impl<S, F, T, C> Startup<()> for S
where
    S: Fn() -> F + Send + Sync + 'static,
    F: Future<Output = Result<T, C>> + Send + 'static,
    T: Send + Sync + 'static,
    C: Into<Cause>,
{
    type Made = T;
    const WANTS: Option<StateKey> = None;

    fn begin(&self, _: &State) -> Later<Result<T, Cause>> {
        let started = self();
        Box::pin(async { started.await.map_err(Into::into) })
    }
}

impl<S, A, F, T, C> Startup<(A,)> for S
where
    S: Fn(Arc<A>) -> F + Send + Sync + 'static,
    A: Send + Sync + 'static,
    F: Future<Output = Result<T, C>> + Send + 'static,
    T: Send + Sync + 'static,
    C: Into<Cause>,
{
    type Made = T;
    const WANTS: Option<StateKey> = Some(StateKey::of::<A>());

    fn begin(&self, state: &State) -> Later<Result<T, Cause>> {
        let Some(value) = state.shared() else {
            // Not in an application that starts: it was asked before what it wants.
            let missing = format!("the state has no `{}`", type_name::<A>());
            return Box::pin(async { Err(missing.into()) });
        };
        let started = self(value);
        Box::pin(async { started.await.map_err(Into::into) })
    }
}

/// One thing that is done at the start, and what is done for it at the end.
#[derive(Clone)]
pub struct Lifespan {
    pub name: &'static str,
    /// What it takes from the state.
    pub wants: Option<StateKey>,
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
    pub fn new<S, Takes, E, G>(start: S, end: E) -> Self
    where
        S: Startup<Takes>,
        E: Fn(Arc<S::Made>) -> G + Clone + Send + Sync + 'static,
        G: Future<Output: TaskOutcome> + Send + 'static,
    {
        Self::of(start, move |value: &Arc<S::Made>| {
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

    pub fn start<S: Startup<Takes>, Takes>(start: S) -> Self {
        Self::of(start, |_: &Arc<S::Made>| None)
    }

    fn of<S: Startup<Takes>, Takes>(
        start: S,
        ending: impl Fn(&Arc<S::Made>) -> Option<Ending> + Clone + Send + Sync + 'static,
    ) -> Self {
        let begin = move |state: &State| -> Later<Result<Started, Cause>> {
            let (started, ending) = (start.begin(state), ending.clone());
            Box::pin(async move {
                let value = Arc::new(started.await?);
                let end = ending(&value);
                Ok(Started { value, end })
            })
        };
        Self {
            name: type_name::<S>(),
            wants: S::WANTS,
            makes: TypeId::of::<S::Made>(),
            start: Arc::new(begin),
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
pub async fn start(lifespans: &[Lifespan], given: &[Value]) -> Result<(Vec<Value>, Endings), StartupError> {
    let (mut values, mut endings) = (Vec::new(), Endings::default());
    let mut state = State::default();
    for value in given {
        state.insert(value.clone());
    }
    for Lifespan { name, start, .. } in lifespans {
        match start(&state).await {
            Ok(Started { value, end }) => {
                state.insert(value.clone());
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
