//! Step 1: work that is done after the answer.

use std::collections::BTreeMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};

use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::time::Instant;

/// Work that is done after the answer: `&mut BackgroundTasks` as a parameter, as on FastAPI's page "Background Tasks".
///
/// The tasks run one after the other, in the order in which they were added, once the last byte of the answer has been
/// handed over; also when the client has gone away meanwhile. A task that fails or panics is logged, and the others
/// run all the same. When the program ends, they have until the end of
/// [`App::shutdown_grace`](crate::private::App::shutdown_grace); what is not done by then is logged and cut off.
///
/// The status has been sent when they begin, so nothing that they do can change it. An operation that raises an error,
/// or panics, leaves them undone.
///
/// ```
/// # use fastr_core::private::BackgroundTasks;
/// async fn send_notification(email: String, tasks: &mut BackgroundTasks) -> &'static str {
///     tasks.add(async move { println!("dear {email}") });
///     tasks.add_blocking(|| std::fs::write("log.txt", "notified"));
///     "it is on its way"
/// }
/// ```
#[derive(Default)]
pub struct BackgroundTasks(Vec<Task>);

struct Task {
    /// What the compiler calls the work: the best name there is.
    name: &'static str,
    work: Pin<Box<dyn Future<Output = Result<(), String>> + Send>>,
}

impl BackgroundTasks {
    /// No tasks yet. An operation gets its own; this is to call one in a test.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds work that waits, such as the call of an `async fn`. It gives nothing, or a result.
    pub fn add<F>(&mut self, work: F)
    where
        F: Future<Output: TaskOutcome> + Send + 'static,
    {
        self.0.push(Task {
            name: name::<F>(),
            work: Box::pin(async { work.await.failure() }),
        });
    }

    /// Adds work that blocks its thread, such as writing a file; it runs on the pool for that.
    pub fn add_blocking<F, R>(&mut self, work: F)
    where
        F: FnOnce() -> R + Send + 'static,
        R: TaskOutcome,
    {
        self.0.push(Task {
            name: name::<F>(),
            work: Box::pin(async {
                match tokio::task::spawn_blocking(|| work().failure()).await {
                    Ok(outcome) => outcome,
                    Err(error) => match error.try_into_panic() {
                        Ok(panic) => std::panic::resume_unwind(panic),
                        Err(error) => Err(error.to_string()),
                    },
                }
            }),
        });
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Does all of the work here and now, as a test may want it.
    pub async fn run(self) {
        for task in self.0 {
            task.run().await;
        }
    }

    /// Does the work in a task of its own, from now on.
    pub(crate) fn start(self, unfinished: &'static Unfinished) {
        let Ok(runtime) = Handle::try_current() else {
            tracing::error!(
                tasks = self.len(),
                "background tasks are lost: there is no runtime here"
            );
            return;
        };
        let tasks: Vec<_> = self
            .0
            .into_iter()
            .map(|task| (unfinished.begin(task.name), task))
            .collect();
        runtime.spawn(async move {
            for (under_way, task) in tasks {
                task.run().await;
                under_way.done();
            }
        });
    }
}

/// What the compiler calls this: for a future, the function that made it.
fn name<T>() -> &'static str {
    std::any::type_name::<T>().trim_end_matches("::{{closure}}")
}

impl fmt::Debug for BackgroundTasks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.0.iter().map(|task| task.name))
            .finish()
    }
}

impl Task {
    async fn run(self) {
        let Self { name: task, work } = self;
        match Caught(work).await {
            Some(Ok(())) => {}
            Some(Err(error)) => tracing::error!(task, error, "a background task failed"),
            // What it said has gone to the panic hook.
            None => tracing::error!(task, "a background task panicked"),
        }
    }
}

/// A future whose panic ends it alone: nothing is its output then.
struct Caught(Pin<Box<dyn Future<Output = Result<(), String>> + Send>>);

impl Future for Caught {
    type Output = Option<Result<(), String>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match catch_unwind(AssertUnwindSafe(|| self.0.as_mut().poll(cx))) {
            Ok(polled) => polled.map(Some),
            Err(_) => Poll::Ready(None),
        }
    }
}

/// What a background task may come to: nothing, or a result whose error can be shown.
#[diagnostic::on_unimplemented(
    message = "a background task cannot come to `{Self}`",
    label = "nobody is left to take a `{Self}`",
    note = "let it end in nothing, by `;` behind the last line, or in a `Result<(), _>` whose error can be logged"
)]
pub trait TaskOutcome: Send + 'static {
    /// # Errors
    ///
    /// What is logged when the task failed.
    fn failure(self) -> Result<(), String>;
}

impl TaskOutcome for () {
    fn failure(self) -> Result<(), String> {
        Ok(())
    }
}

impl<E: fmt::Display + Send + 'static> TaskOutcome for Result<(), E> {
    fn failure(self) -> Result<(), String> {
        // The alternate form is where some errors tell their causes.
        self.map_err(|error| format!("{error:#}"))
    }
}

/// The tasks of an application that are not done, those under way and those that wait for them.
#[derive(Debug)]
pub struct Unfinished {
    next: AtomicU64,
    names: watch::Sender<BTreeMap<u64, &'static str>>,
}

impl Default for Unfinished {
    fn default() -> Self {
        Self {
            next: AtomicU64::new(0),
            names: watch::Sender::default(),
        }
    }
}

impl Unfinished {
    fn begin(&'static self, name: &'static str) -> UnderWay {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        self.names.send_modify(|names| {
            names.insert(id, name);
        });
        UnderWay {
            of: self,
            id,
            name,
            done: false,
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.names.borrow().len()
    }

    /// Waits until there are none.
    pub async fn none(&self) {
        let mut names = self.names.subscribe();
        // The other end is in `self`, so it is not closed.
        let _ = names.wait_for(BTreeMap::is_empty).await;
    }

    /// Waits until there are none, but no longer than until `end`; then it is logged which are left.
    pub async fn none_until(&self, end: Instant) {
        if tokio::time::timeout_at(end, self.none()).await.is_ok() {
            return;
        }
        for task in self.names.borrow().values() {
            tracing::warn!(
                task,
                "a background task is not done at the end of the grace period"
            );
        }
    }
}

/// A task that is not done, for as long as this lives: also when its runtime ends before it.
struct UnderWay {
    of: &'static Unfinished,
    id: u64,
    name: &'static str,
    done: bool,
}

impl UnderWay {
    fn done(mut self) {
        self.done = true;
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.of.names.send_modify(|names| {
            names.remove(&self.id);
        });
        if !self.done {
            tracing::warn!(
                task = self.name,
                "a background task was cut off before it was done"
            );
        }
    }
}
