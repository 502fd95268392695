//! A response, when it has wholly arrived.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use http::HeaderMap;
use serde::de::DeserializeOwned;

use crate::request::ErrorStyle;
use crate::respond::title;
use crate::route::{Anything, TypedOperation, hold};

/// A response that has wholly arrived; of an operation, if that is known.
pub struct TestResponse<O = Anything> {
    status: u16,
    headers: HeaderMap,
    body: Bytes,
    /// What the application says of statuses.
    style: ErrorStyle,
    operation: PhantomData<fn() -> O>,
}

impl<O> Clone for TestResponse<O> {
    fn clone(&self) -> Self {
        Self::new(self.status, self.headers.clone(), self.body.clone(), self.style)
    }
}

impl<O> fmt::Debug for TestResponse<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TestResponse")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}

impl<O: TypedOperation> TestResponse<O> {
    /// The response, if it has this status. Behind [`TestClient::call`](super::TestClient::call) a status that the
    /// operation can never have does not compile; since the call is what tells the operation, it is `cargo test` that says so, and
    /// not `cargo check`. One that a middleware sends is asked for with [`expect_status`](Self::expect_status).
    ///
    /// # Panics
    ///
    /// When it has another status; the message shows its body.
    #[track_caller]
    #[expect(
        clippy::return_self_not_must_use,
        reason = "the status may be all that is asked for"
    )]
    pub fn expect<const STATUS: u16>(self) -> Self {
        const {
            hold(match O::OPERATION {
                Some(operation) => operation.never_problem(STATUS),
                None => None,
            });
        };
        self.assert_status(STATUS);
        self
    }

    /// The same for a status that the operation itself never has, and the application gives it: that of a middleware, or of
    /// [`App::validation_status`](crate::private::App::validation_status). Types do not know of those, so it is at run time that a status
    /// which can never come is told.
    ///
    /// ```
    /// # use fastr_core::private::{App, TestClient};
    /// let client = TestClient::new(App::of(module_path!()));
    /// client.get("/nowhere").send().expect_status(404);
    /// ```
    ///
    /// # Panics
    ///
    /// When it has another status; and behind [`TestClient::call`](super::TestClient::call), when neither the operation nor anything
    /// around it can send this one.
    #[track_caller]
    #[expect(
        clippy::return_self_not_must_use,
        reason = "the status may be all that is asked for"
    )]
    pub fn expect_status(self, status: u16) -> Self {
        if let Some(operation) = O::OPERATION {
            let all = operation.all_statuses(self.style);
            assert!(
                all.contains(status) || operation.contract.allows(status, self.style.validation_status),
                "`{}` ({}) can never answer {status} {} in this application; it can answer {}",
                operation.name,
                operation.place,
                title(status),
                all.iter()
                    .map(|one| one.to_string())
                    .collect::<Vec<_>>()
                    .join(", ")
            );
        }
        self.assert_status(status);
        self
    }

    #[track_caller]
    fn assert_status(&self, status: u16) {
        assert!(
            self.status == status,
            "expected {status} {}, and the answer is {} {}: {}",
            title(status),
            self.status,
            title(self.status),
            String::from_utf8_lossy(&self.body)
        );
    }
}

impl<O> TestResponse<O> {
    pub(super) fn new(status: u16, headers: HeaderMap, body: Bytes, style: ErrorStyle) -> Self {
        Self {
            status,
            headers,
            body,
            style,
            operation: PhantomData,
        }
    }

    /// The status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The value of a header, when it is there and is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body.
    pub fn bytes(&self) -> &Bytes {
        &self.body
    }

    /// The body as text.
    ///
    /// # Panics
    ///
    /// When it is not UTF-8.
    #[track_caller]
    pub fn text(&self) -> &str {
        match str::from_utf8(&self.body) {
            Ok(text) => text,
            Err(error) => panic!("the body is no text: {error}"),
        }
    }

    /// The body, read as JSON.
    ///
    /// # Panics
    ///
    /// When it is not what `T` wants; the message shows it.
    #[track_caller]
    pub fn json<T: DeserializeOwned>(&self) -> T {
        match serde_json::from_slice(&self.body) {
            Ok(value) => value,
            Err(error) => panic!(
                "the body cannot be read: {error}; it is {}",
                String::from_utf8_lossy(&self.body)
            ),
        }
    }
}
