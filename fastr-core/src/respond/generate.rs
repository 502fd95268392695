//! A stream made of code that waits: what `yield` is in Python.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use tokio::sync::mpsc;

/// A stream of what the code sends: FastAPI's functions with `yield`.
///
/// The code runs only while somebody takes what it sends, and no further ahead than one value. It is dropped with the
/// stream, that is when the client has gone away.
///
/// ```
/// # use fastr_core::private::{JsonLines, stream};
/// fn squares() -> JsonLines<u64> {
///     JsonLines::new(stream(|mut out| async move {
///         for number in 1..=3 {
///             out.send(number * number).await;
///         }
///     }))
/// }
/// ```
pub fn stream<T, C, F>(code: C) -> Generated<T>
where
    C: FnOnce(Sender<T>) -> F,
    F: Future<Output = ()> + Send + 'static,
{
    let (sender, sent) = mpsc::channel(1);
    Generated {
        code: Some(Box::pin(code(Sender(sender)))),
        sent,
    }
}

/// What [`stream`] makes.
pub struct Generated<T> {
    /// None once it has come to its end.
    code: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
    sent: mpsc::Receiver<T>,
}

/// Where the code of a [`stream`] puts its values.
///
/// It belongs to that code: in a task of its own, it waits for ever once the stream is gone.
#[derive(Debug)]
pub struct Sender<T>(mpsc::Sender<T>);

impl<T> Sender<T> {
    /// Sends a value, as soon as the one before has been taken.
    pub async fn send(&mut self, value: T) {
        if self.0.send(value).await.is_err() {
            // Nobody is there any more, and the code that waits here is about to be dropped.
            std::future::pending::<()>().await;
        }
    }
}

impl<T> Stream for Generated<T> {
    type Item = T;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let this = self.get_mut();
        // What is there goes before more of it is made.
        if let Ok(value) = this.sent.try_recv() {
            return Poll::Ready(Some(value));
        }
        if let Some(code) = &mut this.code
            && code.as_mut().poll(cx).is_ready()
        {
            this.code = None;
        }
        this.sent.poll_recv(cx)
    }
}
