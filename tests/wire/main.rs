//! What goes over the wire, byte by byte: each module is an application of its own, served on a socket.
#![allow(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    clippy::unused_async,
    reason = "a handler has the form that is under test"
)]

#[path = "../support/mod.rs"]
mod support;

mod access;
mod background;
mod bodiless;
mod client;
mod connections;
mod contract;
mod cookies;
#[cfg(target_os = "linux")]
mod crowd;
mod deadline;
#[cfg(target_os = "linux")]
mod descriptors;
mod files;
#[cfg(target_os = "linux")]
mod floods;
mod functions;
mod handlers;
mod health;
#[cfg(unix)]
mod held_up;
mod http2;
mod left;
mod lifespan;
mod limits;
mod log;
mod methods;
mod middleware;
mod panics;
mod paths;
mod patience;
#[cfg(target_os = "linux")]
mod refused;
mod root_path;
mod scopes;
mod shutdown;
mod slashes;
mod smuggling;
#[cfg(unix)]
mod stealing;
mod streams;
#[cfg(target_os = "linux")]
mod takeover;
mod tls;
#[cfg(unix)]
mod unix;
mod unstarted;
mod usual;
mod vanished;
