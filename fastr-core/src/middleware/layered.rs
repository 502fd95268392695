//! A middleware with all that is known of it, before the application starts.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use fastr_status::{StatusSet, may_be_final};
use http_body::Body as HttpBody;

use super::only::OnlyStep;
use super::tower::TowerStep;
use super::{Later, Middleware, Next, Step};
use crate::body::BodyError;
use crate::error::Place;
use crate::request::{Around, Only, Request};
use crate::route::{Scope, TypedOperation};
use crate::router::Router;

/// A middleware, or a layer of tower, and what is said of it: which statuses it sends itself, and around which operations
/// it stands. Without a word it sends none of its own, and stands around all of them.
///
/// ```
/// # use fastr_core::private::{App, HttpException, Layered, Next, Request, Response};
/// async fn closed(_: Request, next: Next) -> Response {
///     next.refuse(HttpException::of(503))
/// }
///
/// let app = App::of(module_path!()).add_middleware(Layered::of(closed).raises([503]).below("shop::archive"));
/// ```
#[derive(Clone)]
pub struct Layered {
    around: Around,
    put: Arc<dyn Fn(Next) -> Next + Send + Sync>,
}

impl Layered {
    /// A layer of tower.
    #[track_caller]
    pub fn new<L, B>(layer: L) -> Self
    where
        L: tower_layer::Layer<Next> + Send + Sync + 'static,
        L::Service: tower_service::Service<Request, Response = http::Response<B>, Error: fmt::Display, Future: Send>
            + Clone
            + Send
            + Sync
            + 'static,
        B: HttpBody<Data = Bytes, Error: Into<BodyError>> + Send + 'static,
    {
        let put = move |next: Next| {
            let service = layer.layer(next);
            next.behind(TowerStep { service, next })
        };
        Self {
            around: around(
                std::any::type_name::<L>(),
                Place::here(),
                StatusSet::EMPTY,
                StatusSet::EMPTY,
            ),
            put: Arc::new(put),
        }
    }

    /// A middleware.
    #[track_caller]
    pub fn of(middleware: impl Middleware) -> Self {
        let (name, place) = (middleware.name(), Place::here());
        Self::named(middleware, name, place)
    }

    /// What an attribute hands in: the function, its name and place, and what it declares.
    pub fn found(middleware: impl Middleware, name: &'static str, place: Place, raises: &[u16]) -> Self {
        let mut layered = Self::named(middleware, name, place);
        layered.around.statuses = layered.around.statuses.union(StatusSet::of(raises));
        layered
    }

    fn named<M: Middleware>(middleware: M, name: &'static str, place: Place) -> Self {
        let around = around(name, place, middleware.statuses(), middleware.besides());
        let middleware: &'static M = Box::leak(Box::new(middleware));
        Self {
            around,
            put: Arc::new(move |next| next.behind(MiddlewareStep { middleware, next })),
        }
    }

    /// The same with statuses that it sends itself, in the place of an operation. They are in the document of each operation that
    /// it stands around; any other is a breach of the contract.
    ///
    /// # Panics
    ///
    /// When no final response can have one of them, that is outside 200..=599.
    #[track_caller]
    #[must_use]
    pub fn raises<const N: usize>(mut self, statuses: [u16; N]) -> Self {
        for status in statuses {
            assert!(
                may_be_final(status),
                "raises: {status} is no status of a response; use one from 200 to 599"
            );
            self.around.statuses = self.around.statuses.with(status);
        }
        self
    }

    /// The same around the operations of one module and below it alone: `below(module_path!())`.
    #[must_use]
    pub fn below(mut self, module: &'static str) -> Self {
        self.around.only = Only::Below(module);
        self
    }

    /// The same around one operation alone, by the name of its function: `only::<create_item>()`.
    #[must_use]
    pub fn only<O: TypedOperation>(mut self) -> Self {
        if let Some(operation) = O::OPERATION {
            self.around.only = Only::One(operation.place);
        }
        self
    }

    /// The same with another name.
    #[cfg(feature = "middleware")]
    pub(super) fn called(mut self, name: &'static str) -> Self {
        self.around.name = name;
        self
    }

    /// What is known of it.
    pub fn around(&self) -> Around {
        self.around
    }

    /// Puts it before what comes next.
    pub fn put(&self, next: Next, router: &'static Router) -> Next {
        let through = (self.put)(next);
        match self.around.only {
            Only::Every => through,
            only => next.behind(OnlyStep {
                only,
                router,
                through,
                past: next,
            }),
        }
    }
}

/// What can be added to an application: a middleware, or one of which more was said.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand around operations",
    label = "no middleware",
    note = "a middleware is an `async fn(request: Request, next: Next) -> Response`, or a type that implements `fastr::Middleware`",
    note = "a layer of tower is given to `App::layer`"
)]
pub trait IntoLayered {
    /// Whether it can answer with any status, and nobody said which.
    const UNSAID: bool;

    /// All that is known of it.
    #[track_caller]
    fn into_layered(self) -> Layered;
}

impl IntoLayered for Layered {
    const UNSAID: bool = false;

    fn into_layered(self) -> Layered {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<M: Middleware> IntoLayered for M {
    const UNSAID: bool = M::OPEN;

    #[track_caller]
    fn into_layered(self) -> Layered {
        Layered::of(self)
    }
}

/// Ends the compilation where a middleware is added that does not say what it answers.
///
/// # Panics
///
/// When that is so.
#[track_caller]
pub const fn assert_said(unsaid: bool) {
    assert!(
        !unsaid,
        "this middleware can answer with any status; say with which ones, such as `add_middleware(Layered::of(middleware).raises([401]))`"
    );
}

impl fmt::Debug for Layered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Layered").field(&self.around).finish()
    }
}

fn around(name: &'static str, place: Place, statuses: StatusSet, besides: StatusSet) -> Around {
    Around {
        name,
        place,
        statuses,
        besides,
        only: Only::Every,
    }
}

/// A middleware and what is behind it.
struct MiddlewareStep<M: 'static> {
    middleware: &'static M,
    next: Next,
}

impl<M: Middleware> Step for MiddlewareStep<M> {
    fn answer(&'static self, request: Request) -> Later {
        let answer = self.middleware.answer(request, self.next);
        let answer: Pin<Box<dyn Future<Output = _> + Send>> = Box::pin(answer);
        answer
    }
}

/// What `#[middleware]` hands in.
pub struct FoundMiddleware {
    /// The module it stands in.
    pub module: &'static str,
    /// Where it stands.
    pub place: Place,
    /// The middleware itself.
    pub layered: fn() -> Layered,
}

inventory::collect!(FoundMiddleware);

/// The functions of a scope that have the attribute, in the order of the source.
pub fn found(scope: Scope) -> Vec<Layered> {
    let all = inventory::iter::<FoundMiddleware>.into_iter();
    let mut found: Vec<_> = all.filter(|entry| scope.covers(entry.module)).collect();
    found.sort_by_key(|entry| entry.place);
    found.into_iter().map(|entry| (entry.layered)()).collect()
}
