//! What stands around the operations, as data.

use fastr_status::StatusSet;

use crate::error::Place;

/// A middleware: who it is, what it sends itself, and around which operations it stands.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    /// What people call it.
    pub name: &'static str,
    /// Where it was put there.
    pub place: Place,
    /// The statuses that it sends in the place of an operation.
    pub statuses: StatusSet,
    /// The statuses of requests that are for no operation.
    pub besides: StatusSet,
    /// Around which operations it stands.
    pub only: Only,
}

/// Around which operations a middleware stands.
#[derive(Clone, Copy, Debug)]
pub enum Only {
    /// All of them.
    Every,
    /// Those of one module and below it.
    Below(&'static str),
    /// The one that stands at this place.
    One(Place),
}

impl Only {
    /// Whether it stands around the operation of this module and place.
    pub fn has(self, module: &str, place: Place) -> bool {
        match self {
            Self::Every => true,
            Self::Below(outer) => module
                .strip_prefix(outer)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with("::")),
            Self::One(its) => its == place,
        }
    }
}

/// All that stands around the operations. It lives as long as the program, as the application does.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings(&'static [Around]);

impl Surroundings {
    /// None at all.
    pub const NONE: Self = Self(&[]);

    /// These, from the inside out.
    pub fn new(all: Vec<Around>) -> Self {
        Self(Vec::leak(all))
    }

    /// All of them.
    pub fn all(self) -> impl Iterator<Item = &'static Around> {
        self.0.iter()
    }

    /// Those that also see requests that are for no operation, each with the statuses that it then can send.
    pub fn outside(self) -> impl Iterator<Item = (&'static Around, StatusSet)> {
        let all = self.0.iter().filter(|around| matches!(around.only, Only::Every));
        let all = all.map(|around| (around, around.statuses.union(around.besides)));
        all.filter(|(_, statuses)| !statuses.is_empty())
    }

    /// Those around the operation of this module and place.
    pub fn of(self, module: &str, place: Place) -> impl Iterator<Item = &'static Around> {
        self.0.iter().filter(move |around| around.only.has(module, place))
    }

    /// The statuses that they send in its place.
    pub fn statuses_of(self, module: &str, place: Place) -> StatusSet {
        let all = self.of(module, place);
        all.fold(StatusSet::EMPTY, |all, around| all.union(around.statuses))
    }

    /// Every status that any of them sends.
    pub fn every_status(self) -> StatusSet {
        let all = self.0.iter();
        all.fold(StatusSet::EMPTY, |all, around| {
            all.union(around.statuses).union(around.besides)
        })
    }

    /// Their names.
    pub fn names(self) -> Vec<String> {
        let all = self.0.iter();
        all.map(|around| format!("`{}` ({})", around.name, around.place))
            .collect()
    }
}
