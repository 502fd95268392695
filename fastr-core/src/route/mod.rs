//! Step 3: what a macro says of an operation, as data; and all operations that are linked into the program.

mod answers;
mod around;
mod causes;
mod contract;
mod declared;
mod described;
mod documentation;
mod message;
mod method;
mod operation;
mod outgoing;
mod parameter;
mod path;
mod problems;
mod registry;
mod signature;
mod socket;
mod statuses;
mod typed;

pub use causes::Cause;
pub use contract::Contract;
pub use declared::{Covers, Declared, ErrorVariant};
pub use described::{BodyDoc, BodyPart, HeaderDoc, ResponseDoc};
pub use documentation::Documentation;
pub use message::{Message, hold};
pub use method::Method;
pub use operation::Operation;
pub use outgoing::{Callback, IsCallback, Webhook, webhooks};
pub use parameter::{BodyPlan, BodyUse, Details, Parameter, Source};
pub use path::{Segment, template};
pub use registry::{Registration, Scope, operations};
pub use signature::Signature;
pub use socket::{Socket, sockets};
pub use statuses::{IsStatus, NoStatus, StatusOf, Statuses};
pub use typed::{Anything, KnownOperation, TypedOperation};
