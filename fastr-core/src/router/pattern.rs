//! A path as the tree wants it.

use crate::decode::path::canonical;
use crate::route::Segment;

/// A part of a path. The names of what is caught are left out: two operations of one path may name a parameter
/// differently.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// What is written there, in its one form.
    Written(String),
    /// What is caught between two slashes, but for what is written behind it.
    Caught { behind: String },
    /// All the rest.
    Rest,
}

/// The parts of a template.
pub fn pattern(path: &[Segment]) -> Vec<Part> {
    let mut parts = Vec::new();
    for segment in path {
        match segment {
            Segment::Parameter(_) => parts.push(Part::Caught {
                behind: String::new(),
            }),
            Segment::CatchAll(_) => parts.push(Part::Rest),
            Segment::Literal(text) => {
                let text = canonical(text).of(text).to_owned();
                let written = match parts.last_mut() {
                    Some(Part::Caught { behind }) => {
                        let (end, written) = text.split_at(text.find('/').unwrap_or(text.len()));
                        end.clone_into(behind);
                        written.to_owned()
                    }
                    _ => text,
                };
                if !written.is_empty() {
                    parts.push(Part::Written(written));
                }
            }
        }
    }
    parts
}
