//! A return value that is sent as another type: FastAPI's `response_model`.

use std::marker::PhantomData;

use super::result::with_raised;
use super::{RaisedError, Reply, Respond, Returns, WithHeaders};
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};
use crate::schema::Schema;

/// A type whose values can be sent as an `M`.
///
/// `Way` is how, and follows from the two types: nobody writes it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as `{M}`",
    label = "the response model cannot be made of what the operation returns",
    note = "say what of it is sent: write `impl From<…> for …` from the type that is returned to the model; lists, options and results of them follow"
)]
pub trait RespondAs<M, Way>: Sized {
    /// See [`Respond::STATUSES`].
    const STATUSES: Statuses;
    /// See [`Respond::ASKS_REQUEST`].
    const ASKS_REQUEST: bool;

    /// Makes the response.
    fn respond_as(self, reply: Reply) -> Response;

    /// See [`Respond::is_error`].
    fn is_error(&self) -> bool {
        false
    }

    /// What the document says of it.
    fn describe() -> Vec<ResponseDoc>;

    /// The return type as data.
    const RETURNS: Returns<Self> = Returns {
        statuses: Self::STATUSES,
        describe: Self::describe,
        respond: Self::respond_as,
        is_error: Self::is_error,
        asks_request: Self::ASKS_REQUEST,
        skips_none: false,
        skips_defaults: false,
    };
}

/// By `From`.
pub struct ByFrom;

#[diagnostic::do_not_recommend]
impl<T, M: From<T> + Respond> RespondAs<M, ByFrom> for T {
    const STATUSES: Statuses = M::STATUSES;
    const ASKS_REQUEST: bool = M::ASKS_REQUEST;

    fn respond_as(self, reply: Reply) -> Response {
        M::from(self).respond(reply)
    }

    fn describe() -> Vec<ResponseDoc> {
        M::describe()
    }
}

/// Item by item.
pub struct ByItem;

#[diagnostic::do_not_recommend]
impl<T, M: From<T> + Schema> RespondAs<Vec<M>, ByItem> for Vec<T> {
    const STATUSES: Statuses = <Vec<M> as Respond>::STATUSES;
    const ASKS_REQUEST: bool = false;

    fn respond_as(self, reply: Reply) -> Response {
        let items: Vec<M> = self.into_iter().map(M::from).collect();
        items.respond(reply)
    }

    fn describe() -> Vec<ResponseDoc> {
        <Vec<M> as Respond>::describe()
    }
}

#[diagnostic::do_not_recommend]
impl<T, M: From<T> + Schema> RespondAs<Option<M>, ByItem> for Option<T> {
    const STATUSES: Statuses = <Option<M> as Respond>::STATUSES;
    const ASKS_REQUEST: bool = false;

    fn respond_as(self, reply: Reply) -> Response {
        self.map(M::from).respond(reply)
    }

    fn describe() -> Vec<ResponseDoc> {
        <Option<M> as Respond>::describe()
    }
}

/// What is inside, in the way `W`.
pub struct Inside<W>(PhantomData<W>);

impl<T: RespondAs<M, W>, E: RaisedError, M, W> RespondAs<M, Inside<W>> for Result<T, E> {
    const STATUSES: Statuses = T::STATUSES.or(E::STATUSES);
    const ASKS_REQUEST: bool = T::ASKS_REQUEST || E::ASKS_REQUEST;

    fn respond_as(self, reply: Reply) -> Response {
        match self {
            Ok(value) => value.respond_as(reply),
            Err(error) => error.respond(reply),
        }
    }

    fn is_error(&self) -> bool {
        self.as_ref().map_or(true, T::is_error)
    }

    fn describe() -> Vec<ResponseDoc> {
        with_raised::<E>(T::describe())
    }
}

impl<T: RespondAs<M, W>, M, W> RespondAs<M, Inside<W>> for WithHeaders<T> {
    const STATUSES: Statuses = T::STATUSES;
    const ASKS_REQUEST: bool = T::ASKS_REQUEST;

    fn respond_as(self, reply: Reply) -> Response {
        let (value, headers) = self.into_parts();
        value.respond_as(reply.with_headers(headers))
    }

    fn describe() -> Vec<ResponseDoc> {
        T::describe()
    }
}
