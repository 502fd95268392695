//! The messages of one kind as a stream, until the connection is over.

use std::marker::PhantomData;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use serde::de::DeserializeOwned;

use super::halves::WebSocketReceiver;

/// The texts that come: [`WebSocketReceiver::iter_text`]. A message of bytes closes the connection with 1003.
pub struct IterText<'socket>(&'socket mut WebSocketReceiver);

/// The messages of bytes that come: [`WebSocketReceiver::iter_bytes`]. A text closes the connection with 1003.
pub struct IterBytes<'socket>(&'socket mut WebSocketReceiver);

/// The values that come as JSON: [`WebSocketReceiver::iter_json`]. A text that is none closes the connection with 1007.
pub struct IterJson<'socket, T>(&'socket mut WebSocketReceiver, PhantomData<fn() -> T>);

macro_rules! streams {
    ($($name:ident $(<$of:ident>)? gives $item:ty, from $receive:ident;)*) => {$(
        impl<'socket, $($of: DeserializeOwned)?> $name<'socket, $($of)?> {
            /// The next one; none when the connection is over.
            pub async fn next(&mut self) -> Option<$item> {
                self.0.$receive().await.ok()
            }
        }

        impl<$($of: DeserializeOwned)?> Stream for $name<'_, $($of)?> {
            type Item = $item;

            fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<$item>> {
                // Nothing is taken from the connection before it is ready, so the future may be dropped.
                pin!(self.next()).poll(cx)
            }
        }
    )*};
}

streams! {
    IterText gives String, from receive_text;
    IterBytes gives Bytes, from receive_bytes;
    IterJson<T> gives T, from receive_json;
}

impl<'socket> IterText<'socket> {
    pub(super) fn new(receiver: &'socket mut WebSocketReceiver) -> Self {
        Self(receiver)
    }
}

impl<'socket> IterBytes<'socket> {
    pub(super) fn new(receiver: &'socket mut WebSocketReceiver) -> Self {
        Self(receiver)
    }
}

impl<'socket, T> IterJson<'socket, T> {
    pub(super) fn new(receiver: &'socket mut WebSocketReceiver) -> Self {
        Self(receiver, PhantomData)
    }
}
