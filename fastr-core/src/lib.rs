//! The runtime of [fastr](https://docs.rs/fastr). Use that crate; this one is its inside, and promises nothing.
//!
//! The modules stand in the order in which a request meets them, and each imports only what stands above it.

// Step 1: what can go wrong, and what is carried.
mod background;
mod body;
mod cookie;
mod error;
mod header;
#[cfg(feature = "websocket")]
mod sockets;

// Step 2: text and shapes, requests and responses.
mod decode;
mod encode;
mod request;
mod response;
mod schema;
#[cfg(feature = "signed-cookies")]
mod signed;

// Step 3: the socket, and what is known of routes and values.
mod route;
mod server;
mod validate;

// Step 4: into the handler and out of it.
mod extract;
mod respond;

// Step 5: one call.
mod handler;

// Step 6: all calls.
mod middleware;
mod openapi;
mod router;
#[cfg(feature = "websocket")]
mod websocket;

// Step 7: the application.
mod app;

// Step 8: its test client.
mod testing;

// Step 9: what the facade and generated code see.
#[doc(hidden)]
pub mod private;
