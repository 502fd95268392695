//! Step 7: the application: what it is made of, and the frozen service it becomes.

mod around;
mod builder;
mod command;
mod crew;
mod cut;
mod described;
mod freeze;
mod health;
mod kept;
mod lifespan;
mod listening;
#[cfg(feature = "metrics")]
mod metrics;
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

pub use builder::App;
pub use kept::check_document;
pub use lifespan::{Running, Startup};
pub use service::Service;
