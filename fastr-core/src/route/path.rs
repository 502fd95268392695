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

/// The template as the OpenAPI document writes it: `/items/{item_id}`.
pub fn template(segments: &[Segment]) -> String {
    let mut text = String::new();
    for segment in segments {
        match segment {
            Segment::Literal(literal) => text.push_str(literal),
            Segment::Parameter(name) | Segment::CatchAll(name) => {
                text.push('{');
                text.push_str(name);
                text.push('}');
            }
        }
    }
    text
}
