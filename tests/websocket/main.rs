//! WebSockets as a user writes and tests them, and frames as they go over a connection.

#[path = "../support/mod.rs"]
mod support;

mod battery;
mod client;
mod contract;
mod document;
mod echo;
mod example;
mod flow;
mod frames;
mod head;
mod ping;
mod raw;
mod undecided;
