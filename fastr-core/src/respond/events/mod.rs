//! Server-sent events (WHATWG HTML, section 9.2).

mod event;
mod stream;

pub use event::{Event, IntoEvent};
pub use stream::EventStream;
