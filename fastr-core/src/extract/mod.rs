//! Step 4: from the request to the arguments of the handler.

mod arg;
mod json;
mod lend;
mod path;
mod query;
mod request;

pub use arg::{Arg, Argument, Found};
pub use lend::{Lend, Loan};
pub use path::FromPath;

#[doc(hidden)]
pub use json::{STATUSES as JSON_STATUSES, find as find_json};
#[doc(hidden)]
pub use query::{find as find_query, statuses as query_statuses};
