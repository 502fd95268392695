//! A path template.

use syn::LitStr;

/// A path template in pieces.
pub struct Template {
    /// The literal.
    pub literal: LitStr,
    /// Its pieces, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of a path template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text that stands there as it is.
    Literal(String),
    /// `{name}`
    Parameter(String),
    /// `{name:path}`
    CatchAll(String),
}

impl Piece {
    /// The name of a parameter.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Literal(_) => None,
            Self::Parameter(name) | Self::CatchAll(name) => Some(name),
        }
    }
}

impl Template {
    /// The names of the parameters, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(Piece::name)
    }
}
