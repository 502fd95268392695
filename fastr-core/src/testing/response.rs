//! A response, when it has wholly arrived.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use http::HeaderMap;
use serde::de::DeserializeOwned;

use crate::respond::title;
use crate::route::{Anything, TypedOperation};

/// A response that has wholly arrived; of an operation, if that is known.
pub struct TestResponse<O = Anything> {
    status: u16,
    headers: HeaderMap,
    body: Bytes,
    operation: PhantomData<fn() -> O>,
}

impl<O> Clone for TestResponse<O> {
    fn clone(&self) -> Self {
        Self::new(self.status, self.headers.clone(), self.body.clone())
    }
}

impl<O> fmt::Debug for TestResponse<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TestResponse")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .field("body", &self.body)
            .finish()
    }
}

impl<O: TypedOperation> TestResponse<O> {
    /// The response, if it has this status. Behind [`TestClient::call`](super::TestClient::call) a status that the
    /// operation can never have does not compile.
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
            if let Some(operation) = O::OPERATION
                && let Some(message) = operation.never_problem(STATUS)
            {
                panic!("{}", message.as_str())
            }
        };
        assert!(
            self.status == STATUS,
            "expected {STATUS} {}, and the answer is {} {}: {}",
            title(STATUS),
            self.status,
            title(self.status),
            String::from_utf8_lossy(&self.body)
        );
        self
    }
}

impl<O> TestResponse<O> {
    pub(super) fn new(status: u16, headers: HeaderMap, body: Bytes) -> Self {
        Self {
            status,
            headers,
            body,
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
