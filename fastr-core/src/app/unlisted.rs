//! The methods by which others are told of their routes: whoever calls one reads that there is nothing to list, and not that there is
//! no such method.
//!
//! Each has a condition that is never kept, and `for<'never>` keeps the compiler from asking for it before somebody calls the method. They
//! are written out, since the compiler shows the method below its error, and would show a macro in its whole length. They go before the
//! methods of a trait of the user's own, which is then called by its name: `Mine::route(app, …)`.

use super::App;

/// What an application never does: its operations are found.
#[diagnostic::on_unimplemented(
    message = "an `App` takes no routes: it finds the operations that are linked into the program",
    label = "leave this call out, and write `#[get(\"/path\")]`, `#[post(\"/path\")]`, … above the function"
)]
pub trait TakesRoutes {}

/// The same, of many at once.
#[diagnostic::on_unimplemented(
    message = "an `App` takes no routers: it finds operations in whatever module or crate they stand",
    label = "leave this call out, and write the whole path above each function, such as `#[get(\"/users/me\")]`"
)]
pub trait TakesRouters {}

/// The same, of an application or of files.
#[diagnostic::on_unimplemented(
    message = "nothing is mounted: an `App` finds operations in whatever module or crate they stand",
    label = "leave this call out, and write the whole path above each function; files are served by `App::static_files`"
)]
pub trait Mounts {}

#[doc(hidden)]
impl App {
    #[must_use]
    pub fn route(self, _path: impl Sized, _handler: impl Sized) -> Self
    where
        for<'never> Self: TakesRoutes,
    {
        self
    }

    #[must_use]
    pub fn add_route(self, _path: impl Sized, _handler: impl Sized) -> Self
    where
        for<'never> Self: TakesRoutes,
    {
        self
    }

    #[must_use]
    pub fn add_api_route(self, _path: impl Sized, _handler: impl Sized) -> Self
    where
        for<'never> Self: TakesRoutes,
    {
        self
    }

    #[must_use]
    pub fn get(self, _path: impl Sized, _handler: impl Sized) -> Self
    where
        for<'never> Self: TakesRoutes,
    {
        self
    }

    #[must_use]
    pub fn post(self, _path: impl Sized, _handler: impl Sized) -> Self
    where
        for<'never> Self: TakesRoutes,
    {
        self
    }

    #[must_use]
    pub fn put(self, _path: impl Sized, _handler: impl Sized) -> Self
    where
        for<'never> Self: TakesRoutes,
    {
        self
    }

    #[must_use]
    pub fn patch(self, _path: impl Sized, _handler: impl Sized) -> Self
    where
        for<'never> Self: TakesRoutes,
    {
        self
    }

    #[must_use]
    pub fn delete(self, _path: impl Sized, _handler: impl Sized) -> Self
    where
        for<'never> Self: TakesRoutes,
    {
        self
    }
}

#[doc(hidden)]
impl App {
    #[must_use]
    pub fn router(self, _router: impl Sized) -> Self
    where
        for<'never> Self: TakesRouters,
    {
        self
    }

    #[must_use]
    pub fn include_router(self, _router: impl Sized) -> Self
    where
        for<'never> Self: TakesRouters,
    {
        self
    }

    #[must_use]
    pub fn merge(self, _router: impl Sized) -> Self
    where
        for<'never> Self: TakesRouters,
    {
        self
    }

    #[must_use]
    pub fn nest(self, _path: impl Sized, _router: impl Sized) -> Self
    where
        for<'never> Self: TakesRouters,
    {
        self
    }
}

#[doc(hidden)]
impl App {
    #[must_use]
    pub fn mount(self, _path: impl Sized, _app: impl Sized) -> Self
    where
        for<'never> Self: Mounts,
    {
        self
    }
}
