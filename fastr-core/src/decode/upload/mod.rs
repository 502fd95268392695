//! A file that came in a form.

mod async_reader;
mod content;
mod file;
mod reader;
mod spool;

pub use file::UploadFile;
pub use reader::UploadReader;
pub use spool::Spool;
