//! Step 3: what a macro says of an operation, as data; and all operations that are linked into the program.

mod contract;
mod message;
mod method;
mod operation;
mod outgoing;
mod parameter;
mod path;
mod registry;

pub use contract::{Contract, Declared, IsStatus, NoStatus, StatusOf, Statuses};
pub use message::Message;
pub use method::Method;
pub use operation::{Documentation, Operation, ResponseDoc};
pub use outgoing::{Callback, IsCallback, Webhook, not_served, webhooks};
pub use parameter::{BodyPlan, BodyUse, Details, Parameter, Source};
pub use path::{Segment, template};
pub use registry::{Registration, Scope, operations};
