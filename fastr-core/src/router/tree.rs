//! The tree of all paths.
//!
//! It is walked once for a request, up to the first place that has what is wanted. What is written goes before what is
//! caught, a piece of a path with more written behind it before one with less, and a piece before the whole rest. So of two
//! different templates none stands in the other's way.

use super::pattern::Part;
use crate::decode::path::is_plain;
use crate::decode::short::begins_with;
use crate::request::Captures;

/// Where each path leads: to a place in a list.
#[derive(Default)]
pub struct Tree {
    /// Behind the slash that every path begins with.
    root: Node,
}

/// What may stand behind a part of a path.
#[derive(Default)]
struct Node {
    /// What ends here.
    end: Option<usize>,
    /// How each of the texts begins that may be written next; no two begin alike.
    firsts: Vec<u8>,
    /// The rest of each of these texts, and what is behind it.
    written: Vec<Written>,
    /// The ways in which a piece may be caught; those with more written behind the piece come first.
    caught: Vec<Caught>,
    /// What catches all the rest, which may be nothing.
    rest: Option<usize>,
}

struct Written {
    others: Vec<u8>,
    next: Node,
}

struct Caught {
    /// What is written behind the piece, up to the next slash.
    behind: Vec<u8>,
    next: Node,
}

impl Tree {
    /// Leads a path to a place. If there is one for it already, it is given back and stays.
    pub fn insert(&mut self, pattern: &[Part], place: usize) -> Result<(), usize> {
        let (mut node, mut slash) = (&mut self.root, "/");
        for part in pattern {
            node = match part {
                Part::Written(text) => {
                    let text = text.strip_prefix(std::mem::take(&mut slash)).unwrap_or(text);
                    node.written(text.as_bytes())
                }
                Part::Caught { behind } => node.caught(behind.as_bytes()),
                Part::Rest => return taken(&mut node.rest, place),
            };
        }
        taken(&mut node.end, place)
    }

    /// What is wanted of the first place that a path leads to from there on and that has it, and where in the path lies
    /// what is caught.
    #[inline]
    pub fn find<T>(
        &self,
        path: &str,
        from: usize,
        captures: &mut Captures,
        wanted: &impl Fn(usize) -> Option<T>,
    ) -> Option<T> {
        let rest = path.as_bytes().get(from..)?.strip_prefix(b"/")?;
        self.root.find(rest, path.len(), captures, wanted)
    }
}

fn taken(place: &mut Option<usize>, new: usize) -> Result<(), usize> {
    if let Some(other) = *place {
        return Err(other);
    }
    *place = Some(new);
    Ok(())
}

impl Node {
    /// The node behind this text, which is made if it is not there.
    fn written(&mut self, text: &[u8]) -> &mut Self {
        let Some((&first, others)) = text.split_first() else {
            return self;
        };
        let Some(index) = self.firsts.iter().position(|&other| other == first) else {
            self.firsts.push(first);
            self.written.push(Written {
                others: others.to_vec(),
                next: Self::default(),
            });
            let last = self.written.len() - 1;
            return &mut self.written[last].next;
        };
        let text = &mut self.written[index];
        let same = others.iter().zip(&text.others);
        let common = same.take_while(|(one, other)| one == other).count();
        let tail = text.others.split_off(common);
        if let Some((&first, others_behind)) = tail.split_first() {
            let behind = Written {
                others: others_behind.to_vec(),
                next: std::mem::take(&mut text.next),
            };
            text.next.firsts.push(first);
            text.next.written.push(behind);
        }
        text.next.written(&others[common..])
    }

    /// The node behind a piece with this at its end, which is made if it is not there.
    fn caught(&mut self, behind: &[u8]) -> &mut Self {
        let same = self.caught.iter().position(|caught| caught.behind == behind);
        let index = same.unwrap_or_else(|| {
            let longer = |caught: &Caught| caught.behind.len() > behind.len();
            let index = self.caught.partition_point(longer);
            let caught = Caught {
                behind: behind.to_vec(),
                next: Self::default(),
            };
            self.caught.insert(index, caught);
            index
        });
        &mut self.caught[index].next
    }

    /// What is wanted of where the rest of a path leads that is so long as a whole. While there is one way only, it is gone
    /// without a call.
    fn find<T>(
        &self,
        mut rest: &[u8],
        whole: usize,
        captures: &mut Captures,
        wanted: &impl Fn(usize) -> Option<T>,
    ) -> Option<T> {
        let mut node = self;
        while let Some((&first, others)) = rest.split_first() {
            let index = node.firsts.iter().position(|&other| other == first);
            if let Some(text) = index.and_then(|index| node.written.get(index))
                && let Some(behind) = text.behind(others)
            {
                if !(node.caught.is_empty() && node.rest.is_none()) {
                    return node.find_one_of(Some((behind, &text.next)), rest, whole, captures, wanted);
                }
                (node, rest) = (&text.next, behind);
                continue;
            }
            match node.caught.as_slice() {
                [caught] if node.rest.is_none() => {
                    rest = caught.catch(rest, whole, captures)?;
                    node = &caught.next;
                }
                _ => return node.find_one_of(None, rest, whole, captures, wanted),
            }
        }
        if let found @ Some(_) = node.end.and_then(wanted) {
            return found;
        }
        let place = node.rest?;
        captures.push(whole..whole, true);
        wanted(place)
    }

    /// Where it leads if there are several ways: what is written goes before what is caught.
    #[inline(never)]
    fn find_one_of<T>(
        &self,
        written: Option<(&[u8], &Self)>,
        rest: &[u8],
        whole: usize,
        captures: &mut Captures,
        wanted: &impl Fn(usize) -> Option<T>,
    ) -> Option<T> {
        let before = captures.count();
        let found = written.and_then(|(behind, next)| next.find(behind, whole, captures, wanted));
        if found.is_some() {
            return found;
        }
        for caught in &self.caught {
            captures.truncate(before);
            let behind = caught.catch(rest, whole, captures);
            let found = behind.and_then(|behind| caught.next.find(behind, whole, captures, wanted));
            if found.is_some() {
                return found;
            }
        }
        captures.truncate(before);
        let place = self.rest?;
        let is_plain = rest.iter().fold(true, |all, &byte| all & is_plain(byte));
        captures.push(whole - rest.len()..whole, is_plain);
        wanted(place)
    }
}

impl Written {
    /// What is behind this text in the rest of a path, of which the first byte has been compared.
    ///
    /// Most texts are one byte long. To compare nothing is no call here: where there is nothing, an empty list points to
    /// no memory, and some processors take a hundred times as long to read none of it.
    #[inline]
    fn behind<'path>(&self, rest: &'path [u8]) -> Option<&'path [u8]> {
        if self.others.is_empty() {
            return Some(rest);
        }
        if !begins_with(rest, &self.others) {
            return None;
        }
        rest.get(self.others.len()..)
    }
}

impl Caught {
    /// Notes the piece that the rest of a path begins with, which is at least one byte, and gives what is behind it.
    #[inline]
    fn catch<'path>(&self, rest: &'path [u8], whole: usize, captures: &mut Captures) -> Option<&'path [u8]> {
        let (mut length, mut all_plain) = (0, true);
        for &byte in rest {
            if byte == b'/' {
                break;
            }
            length += 1;
            all_plain &= is_plain(byte);
        }
        let (piece, behind) = rest.split_at_checked(length)?;
        let caught = if self.behind.is_empty() {
            piece
        } else {
            piece.strip_suffix(self.behind.as_slice())?
        };
        if caught.is_empty() {
            return None;
        }
        let start = whole - rest.len();
        captures.push(start..start + caught.len(), all_plain);
        Some(behind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Templates of which each may stand beside any others, as `matchit` writes them.
    const TEMPLATES: [&str; 14] = [
        "/",
        "/a",
        "/ab",
        "/a/",
        "/{x}",
        "/a{x}",
        "/{x}.json",
        "/{x}.tar.json",
        "/a/{x}",
        "/{x}/b",
        "/{x}/{y}",
        "/a/{x}/b",
        "/a/{*rest}",
        "/{*rest}",
    ];

    /// What a path may be made of.
    const PARTS: [&str; 9] = ["/", "a", "b", "ab", ".json", ".tar.json", "a/", "/b", "%41"];

    fn parts(template: &str) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut rest = template;
        while let Some((before, behind)) = rest.split_once('{') {
            let (name, behind) = behind.split_once('}').expect("what is opened is closed");
            parts.push(Part::Written(before.to_owned()));
            let end = behind.find('/').unwrap_or(behind.len());
            parts.push(match name.strip_prefix('*') {
                Some(_) => Part::Rest,
                None => Part::Caught {
                    behind: behind[..end].to_owned(),
                },
            });
            rest = &behind[end..];
        }
        parts.push(Part::Written(rest.to_owned()));
        parts
    }

    /// The place that the tree finds, and what was caught.
    fn found(tree: &Tree, path: &str) -> Option<(usize, Vec<String>)> {
        let mut captures = Captures::default();
        let place = tree.find(path, 0, &mut captures, &Some)?;
        let caught = (0..captures.count()).map(|index| captures.raw(path, index).to_owned());
        Some((place, caught.collect()))
    }

    #[test]
    fn the_tree_leads_where_another_router_does() {
        let (mut compared, mut found_any) = (0, 0);
        let sets = (0..TEMPLATES.len() * TEMPLATES.len() * TEMPLATES.len()).map(|number| {
            let of = TEMPLATES.len();
            [number % of, number / of % of, number / of / of]
        });
        for set in sets.filter(|[one, two, three]| one < two && two < three) {
            let (mut tree, mut other) = (Tree::default(), matchit::Router::new());
            for place in set {
                assert_eq!(tree.insert(&parts(TEMPLATES[place]), place), Ok(()));
            }
            // It takes some for ambiguous that can be told apart.
            if !set
                .iter()
                .all(|&place| other.insert(TEMPLATES[place], place).is_ok())
            {
                continue;
            }
            for number in 0..PARTS.len().pow(4) {
                let digits = (0..4).map(|at| number / PARTS.len().pow(at) % PARTS.len());
                let path: String = std::iter::once("/")
                    .chain(digits.map(|digit| PARTS[digit]))
                    .collect();
                let expected = other.at(&path).ok().map(|found| {
                    let caught = found.params.iter().map(|(_, text)| text.to_owned());
                    (*found.value, caught.collect())
                });
                compared += 1;
                let ours = found(&tree, &path);
                found_any += usize::from(ours.is_some());
                // A rest may be nothing, which the other does not know.
                let empty_rest = ours
                    .as_ref()
                    .is_some_and(|(_, caught)| caught.iter().any(String::is_empty));
                if !empty_rest {
                    assert_eq!(
                        ours,
                        expected,
                        "{path} in {:?}",
                        set.map(|place| TEMPLATES[place])
                    );
                }
            }
        }
        assert!(
            compared > 1_000_000 && found_any > 100_000,
            "{compared} {found_any}"
        );
    }
}
