//! The way to a value, as it is gone: nothing is kept of it unless there is something wrong.

use crate::error::Loc;

/// A step, and the way before it.
#[derive(Clone, Copy)]
pub struct Way<'way> {
    before: Before<'way>,
    step: Step<'way>,
}

#[derive(Clone, Copy)]
enum Before<'way> {
    Nothing,
    Source(&'static str),
    Way(&'way Way<'way>),
}

/// A step on the way.
#[derive(Clone, Copy)]
pub enum Step<'way> {
    /// A name that the program has.
    Name(&'static str),
    /// A name that the request has.
    Key(&'way str),
    /// A place in a list.
    Index(usize),
}

impl<'way> Way<'way> {
    /// To a source as a whole.
    pub fn source(name: &'static str) -> Self {
        Self {
            before: Before::Nothing,
            step: Step::Name(name),
        }
    }

    /// To what a source has under a name.
    pub fn of(source: &'static str, step: Step<'way>) -> Self {
        Self {
            before: Before::Source(source),
            step,
        }
    }

    /// One step further.
    pub fn to(&'way self, step: Step<'way>) -> Self {
        Self {
            before: Before::Way(self),
            step,
        }
    }

    /// The way as an error tells it.
    pub fn loc(&self) -> Vec<Loc> {
        let mut loc = Vec::with_capacity(self.length());
        self.tell(&mut loc);
        loc
    }

    fn length(&self) -> usize {
        match self.before {
            Before::Nothing => 1,
            Before::Source(_) => 2,
            Before::Way(before) => before.length() + 1,
        }
    }

    fn tell(&self, loc: &mut Vec<Loc>) {
        match self.before {
            Before::Nothing => {}
            Before::Source(name) => loc.push(name.into()),
            Before::Way(before) => before.tell(loc),
        }
        loc.push(match self.step {
            Step::Name(name) => name.into(),
            Step::Key(name) => shown(name).into(),
            Step::Index(index) => index.into(),
        });
    }
}

/// So many bytes of a name are told that the request has.
const MOST: usize = 128;

/// A name, or the beginning of a long one.
fn shown(name: &str) -> String {
    if name.len() <= MOST {
        return name.to_owned();
    }
    format!("{}…", &name[..name.floor_char_boundary(MOST)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_told_from_its_source() {
        let source = Way::source("body");
        assert_eq!(source.loc(), [Loc::from("body")]);
        let name = Way::of("query", Step::Name("tags"));
        let index = name.to(Step::Index(3));
        let key = index.to(Step::Key("x"));
        let told = [
            Loc::from("query"),
            Loc::from("tags"),
            Loc::from(3),
            Loc::from("x"),
        ];
        assert_eq!(key.loc(), told);
    }

    #[test]
    fn a_long_name_is_told_by_its_beginning() {
        let long = format!("{}éa", "x".repeat(MOST - 1));
        let source = Way::source("body");
        let shown = format!("{}…", "x".repeat(MOST - 1));
        assert_eq!(
            source.to(Step::Key(&long)).loc(),
            [Loc::from("body"), shown.into()]
        );
    }
}
