//! What an operation declares with `raises(...)` and `responses(...)`.

use fastr_status::{StatusSet, may_be_final};
use serde_json::Value;

use super::{HeaderDoc, ResponseDoc, Statuses};
use crate::schema::ShapeOf;

/// An entry of `raises(...)` or `responses(...)`.
#[derive(Clone, Copy)]
pub struct Declared {
    /// What it is about.
    pub covers: Covers,
    /// Whether it stands in `raises`.
    pub raised: bool,
    /// What the document says of it; its reason phrase when nothing is said.
    pub description: Option<&'static str>,
    /// The shape of its body, when it is not the usual one.
    pub model: Option<ShapeOf>,
    /// Its headers.
    pub headers: &'static [HeaderDoc],
    /// Examples of its body, by their names.
    pub examples: Option<NamedExamples>,
}

/// Examples, each with its name.
pub type NamedExamples = fn() -> Vec<(&'static str, Value)>;

/// What an entry is about.
#[derive(Clone, Copy)]
pub enum Covers {
    /// One status.
    Status(u16),
    /// All statuses of a class, by its first digit: `4XX`.
    Class(u8),
    /// Every status: `default`.
    Every,
    /// One variant of an error; none when it has no variant of this name.
    Variant(&'static str, Option<&'static ErrorVariant>),
}

impl Covers {
    /// The statuses it is about. A code that no response can have is told elsewhere, once.
    pub const fn statuses(self) -> StatusSet {
        match self {
            Self::Status(status) if may_be_final(status) => StatusSet::one(status),
            Self::Class(digit @ 2..=5) => StatusSet::range(digit as u16 * 100, digit as u16 * 100 + 99),
            Self::Every => StatusSet::range(200, 599),
            Self::Variant(_, Some(variant)) => variant.statuses.brought(),
            _ => StatusSet::EMPTY,
        }
    }

    /// The range that it is, as the document has it: `4XX`, `default`.
    pub fn range(self) -> Option<String> {
        match self {
            Self::Class(digit) => Some(format!("{digit}XX")),
            Self::Every => Some("default".to_owned()),
            Self::Status(_) | Self::Variant(..) => None,
        }
    }

    /// Whether it says of single statuses that they may come.
    pub const fn is_exact(self) -> bool {
        matches!(self, Self::Status(_) | Self::Variant(..))
    }
}

/// A variant of an error, for those who name it in `raises(...)`.
#[derive(Clone, Copy)]
pub struct ErrorVariant {
    /// Its name.
    pub name: &'static str,
    /// The error of which it is one: where that stands, which no other does.
    pub error: &'static str,
    /// What it can be answered with.
    pub statuses: Statuses,
    /// What the document says of it.
    pub describe: fn() -> Vec<ResponseDoc>,
}

impl ErrorVariant {
    /// A variant with a status of its own.
    pub const fn new(
        name: &'static str,
        error: &'static str,
        status: u16,
        describe: fn() -> Vec<ResponseDoc>,
    ) -> Self {
        Self {
            name,
            error,
            statuses: Statuses::raising(&[status]),
            describe,
        }
    }

    /// A variant of an error with a mistake that was told.
    pub const fn told(name: &'static str) -> Self {
        Self {
            name,
            error: "",
            statuses: Statuses::TOLD,
            describe: Vec::new,
        }
    }

    /// Whether this is one of these variants, or of an error that one of them holds.
    pub const fn is_among(&self, variants: &[Self]) -> bool {
        let mut index = 0;
        while index < variants.len() {
            let other = &variants[index];
            let is_it = is_same(self.name, other.name) && is_same(self.error, other.error);
            if is_it || self.is_among(other.statuses.variants) {
                return true;
            }
            index += 1;
        }
        false
    }

    /// What any of these variants can be answered with.
    pub const fn statuses(variants: &'static [Self]) -> Statuses {
        let mut all = Statuses {
            variants,
            ..Statuses::NEVER
        };
        let mut index = 0;
        while index < variants.len() {
            all = all.or(variants[index].statuses);
            index += 1;
        }
        all
    }
}

impl Declared {
    /// An entry about this, of which nothing else was said.
    pub const fn new(covers: Covers) -> Self {
        Self {
            covers,
            raised: false,
            description: None,
            model: None,
            headers: &[],
            examples: None,
        }
    }

    /// The entry of a variant.
    pub const fn variant(variants: &'static [ErrorVariant], name: &'static str) -> Self {
        let mut found = None;
        let mut index = 0;
        while index < variants.len() {
            if is_same(variants[index].name, name) {
                found = Some(&variants[index]);
            }
            index += 1;
        }
        Self::new(Covers::Variant(name, found))
    }

    /// The entry as one of `raises`.
    #[must_use]
    pub const fn raised(mut self) -> Self {
        self.raised = true;
        self
    }

    /// The entry with a description.
    #[must_use]
    pub const fn described(mut self, description: &'static str) -> Self {
        self.description = Some(description);
        self
    }

    /// The entry with the shape of its body.
    #[must_use]
    pub const fn model(mut self, shape: ShapeOf) -> Self {
        self.model = Some(shape);
        self
    }

    /// The entry with its headers.
    #[must_use]
    pub const fn headers(mut self, headers: &'static [HeaderDoc]) -> Self {
        self.headers = headers;
        self
    }

    /// The entry with examples of its body.
    #[must_use]
    pub const fn examples(mut self, examples: NamedExamples) -> Self {
        self.examples = Some(examples);
        self
    }
}

/// Whether two texts are the same, in `const` code.
pub(super) const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut index = 0;
    while index < one.len() && index < other.len() && one[index] == other[index] {
        index += 1;
    }
    index == one.len() && index == other.len()
}
