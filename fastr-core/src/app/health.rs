//! `/livez` and `/readyz`: whether the program runs, and whether it wants requests.

use std::time::Duration;

use fastr_status::HTTP_503_SERVICE_UNAVAILABLE;

use super::App;
use crate::error::{HttpException, Place};
use crate::handler::later;
use crate::request::{Call, Check, ReadinessCheck};
use crate::respond::{PlainText, RaisedError, Reply, Respond, Returns, error_doc, exception};
use crate::response::{Outcome, Response};
use crate::route::{Documentation, Method, Operation, ResponseDoc, Segment, Statuses};

impl App {
    /// Adds `GET /livez` and `GET /readyz`, as Kubernetes and those who do as it does ask them.
    ///
    /// `/livez` answers 200 as long as the program runs. `/readyz` answers 200 as long as it wants requests, and 503 from the moment
    /// when it is asked to end: give those who send them the time to notice with [`shutdown_delay`](Self::shutdown_delay). Both are
    /// operations like any other, in the document and in `program routes`. `program health` asks `/livez` of the program that runs
    /// with the same options, over TLS where that is among them.
    ///
    /// Middleware stands around them as well. A probe names the address of the container as its host: with
    /// [`TrustedHostMiddleware`](crate::private::TrustedHostMiddleware), put that only around the operations that need it
    /// ([`Layered::below`](crate::private::Layered::below)), or let the probe send a `Host` that is trusted.
    ///
    /// ```
    /// # use fastr_core::private::{App, TestClient};
    /// let client = TestClient::new(App::of(module_path!()).health());
    /// assert_eq!(client.get("/readyz").send().status(), 200);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn health(mut self) -> Self {
        let asked = Place::here();
        self.health.get_or_insert_with(|| operations(asked));
        self
    }

    /// The same, and `/readyz` answers 503 while this check fails, or does not answer within five seconds. Several are asked one after the
    /// other. What went wrong is logged; the client is told the name.
    ///
    /// ```
    /// # use fastr_core::private::{App, TestClient};
    /// # use std::io;
    /// async fn ping_database() -> io::Result<()> {
    ///     Err(io::ErrorKind::ConnectionRefused.into())
    /// }
    ///
    /// let client = TestClient::new(App::of(module_path!()).readiness("database", ping_database));
    /// let answer = client.get("/readyz").send();
    /// assert_eq!((answer.status(), answer.text()), (503, r#"{"detail":"`database` is not ready"}"#));
    /// ```
    ///
    /// A check may take a value of the state, as `Arc<T>`. Whether it is there is known before the program starts.
    ///
    /// ```
    /// # use fastr_core::private::{App, TestClient};
    /// # use std::{io, sync::Arc};
    /// struct Pool;
    ///
    /// async fn connect() -> io::Result<Pool> {
    ///     Ok(Pool)
    /// }
    ///
    /// async fn ping(pool: Arc<Pool>) -> io::Result<()> {
    ///     let Pool = *pool;
    ///     Ok(())
    /// }
    ///
    /// let app = App::of(module_path!()).on_startup(connect).readiness("database", ping);
    /// assert_eq!(TestClient::new(app).get("/readyz").send().status(), 200);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn readiness<Takes>(mut self, name: &'static str, check: impl ReadinessCheck<Takes>) -> Self {
        self.checks.push(Check::new(name, check));
        self.health()
    }

    /// How long the program goes on accepting connections once it was asked to end; not at all when not given. The command line
    /// (`--shutdown-delay`) and the environment (`FASTR_SHUTDOWN_DELAY`) say it in seconds.
    ///
    /// Meanwhile `/readyz` answers 503. A load balancer that asks it every five seconds and goes by one answer needs some more than that. A
    /// second signal ends the wait.
    #[must_use]
    pub fn shutdown_delay(mut self, delay: Duration) -> Self {
        self.shutdown_delay = delay;
        self
    }
}

/// Both operations, at the place where they were asked for. They live as long as the program, as all operations do.
fn operations(asked: Place) -> [&'static Operation; 2] {
    [LIVEZ, READYZ].map(|operation| &*Box::leak(Box::new(operation.at(module_path!(), asked))))
}

const RUNS: Returns<PlainText<&str>> = PlainText::RETURNS;
const WANTS: Returns<Result<PlainText<&str>, NotReady>> = Result::RETURNS;

const LIVEZ: Operation = Operation::new("livez")
    .methods(&[Method::Get])
    .path(&[Segment::Literal("/livez")])
    .returning(RUNS.statuses, RUNS.describe)
    .documented(documentation("Whether the program runs"))
    .served(livez);

const READYZ: Operation = Operation::new("readyz")
    .methods(&[Method::Get])
    .path(&[Segment::Literal("/readyz")])
    .returning(WANTS.statuses, WANTS.describe)
    .documented(documentation("Whether the program wants requests"))
    .served(readyz);

const fn documentation(summary: &'static str) -> Documentation {
    Documentation {
        tags: &["health"],
        response_description: "It does",
        ..Documentation::new(summary, "")
    }
}

const YES: PlainText<&str> = PlainText("ok");

fn livez(call: &mut Call) -> Outcome {
    Outcome::Ready(RUNS.send(&LIVEZ, call, YES))
}

fn readyz(call: &mut Call) -> Outcome {
    let mut call = call.take();
    later(async move {
        let ready = match call.common.readiness.problem(&call.common.state).await {
            None => Ok(YES),
            Some(problem) => Err(NotReady(problem)),
        };
        WANTS.send(&READYZ, &mut call, ready)
    })
}

/// Why no request is wanted.
struct NotReady(String);

impl RaisedError for NotReady {
    const STATUSES: Statuses = Statuses::raising(&[HTTP_503_SERVICE_UNAVAILABLE]);

    fn respond(self, reply: Reply) -> Response {
        exception(HttpException::new(HTTP_503_SERVICE_UNAVAILABLE, self.0), reply)
    }

    fn describe() -> Vec<ResponseDoc> {
        let ending = error_doc(HTTP_503_SERVICE_UNAVAILABLE, "The program is ending", None);
        vec![ending.described("It does not: it ends, or something that it needs is not ready")]
    }
}
