//! What was written, with the places where it was written. Nothing here reads or writes code.

mod answer;
mod data;
mod field;
mod operation;
mod path;
mod setting;

pub use answer::{Answer, AnswerField, Answers, Derive, StatusAttribute};
pub use data::{Data, Fields, Holds, Variant};
pub use field::{Constraint, Fallback, Field, inner_types};
pub use operation::{Function, Kind, Method, Operation, Parameter, Receiver, SourceAttribute};
pub use path::{Piece, Template};
pub use setting::{Said, Setting, StatusEntry, Value};
