//! Files as answers: one that an operation has opened, and whole directories.

mod chunks;
mod conditions;
mod directory;
mod disposition;
mod error;
mod range;
mod response;

pub use directory::{Directory, StaticFiles};
pub use error::FileError;
pub use response::FileResponse;
