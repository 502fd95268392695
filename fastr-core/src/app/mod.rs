//! Step 7: the application: what it is made of, and the frozen service it becomes.

mod answered;
mod around;
mod builder;
mod command;
mod crew;
mod cut;
mod described;
mod freeze;
mod frozen;
mod health;
mod inside;
mod kept;
mod lifespan;
mod listening;
#[cfg(feature = "metrics")]
mod metrics;
#[cfg(not(all(
    feature = "metrics",
    feature = "tls",
    feature = "websocket",
    feature = "files",
    feature = "multipart",
    feature = "docs",
    feature = "redoc",
    feature = "scalar"
)))]
mod missing;
mod observed;
mod options;
mod pages;
mod ready;
mod refused;
mod run;
pub mod seen;
mod serve;
mod service;
mod site;
mod unlisted;

pub use builder::App;
pub use inside::is_inside_a_runtime;
pub use kept::check_document;
pub use lifespan::{Running, Startup};
pub use service::Service;
