//! A path template, taken apart. The macro reads the text; here its pieces arrive.

/// A piece of a path template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Text that stands there as it is, slashes included.
    Literal(&'static str),
    /// `{name}`: one parameter, which takes no slash.
    Parameter(&'static str),
    /// `{name:path}`: the parameter that takes all the rest, slashes included.
    CatchAll(&'static str),
}

/// The template as the OpenAPI document writes it: `/items/{item_id}`. There is nothing in it of what catches the rest.
pub fn template(segments: &[Segment]) -> String {
    text(segments, "")
}

/// The template as the source has it, so that a search there finds it: `/files/{rest:path}`.
pub fn as_written(segments: &[Segment]) -> String {
    text(segments, ":path")
}

fn text(segments: &[Segment], catches_all: &str) -> String {
    let mut text = String::new();
    for segment in segments {
        match segment {
            Segment::Literal(literal) => text.push_str(literal),
            Segment::Parameter(name) => text.extend(["{", name, "}"]),
            Segment::CatchAll(name) => text.extend(["{", name, catches_all, "}"]),
        }
    }
    text
}
