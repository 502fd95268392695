//! The OpenAPI document beyond its operations: what an application says of it, how it is written, compared and shown.

mod changes;
mod command;
mod generics;
mod kept;
mod metadata;
mod outgoing;
mod pages;
mod statuses;
#[path = "../support/mod.rs"]
mod support;
mod told;
mod two_ways;
mod yaml;
