//! Step 8: a client in the same process: what a socket would deliver, without the socket.

mod agreement;
mod client;
#[cfg(feature = "websocket")]
mod last;
mod request;
mod response;
#[cfg(feature = "websocket")]
mod socket;

pub use client::TestClient;
pub use request::TestRequest;
pub use response::TestResponse;
#[cfg(feature = "websocket")]
pub use socket::TestWebSocket;
