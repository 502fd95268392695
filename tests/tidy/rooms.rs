//! Which room of a crate knows which: every `crate::…`, `super::…` and `self::…`, in imports and in the code.

use crate::source::{Source, Token};

/// The rooms of a crate, each with its rank: a room may know those of a lower rank.
pub type Ranks = [(&'static str, u8)];

/// That one room knows another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Knows {
    /// The room where it stands.
    pub room: String,
    /// The room that is named, or whatever stands for one.
    pub other: String,
    /// The file and the line.
    pub place: String,
}

/// The modules on the way to a file: `error/http.rs` is `["error", "http"]`.
fn way(folder: &str, source: &Source) -> Vec<String> {
    let inside = source.path.strip_prefix(folder).unwrap_or(&source.path);
    let plain = inside.trim_start_matches('/').trim_end_matches(".rs");
    let plain = plain.strip_suffix("/mod").unwrap_or(plain);
    plain
        .split('/')
        .map(str::to_owned)
        .filter(|step| step != "lib")
        .collect()
}

/// The room of a file, `lib` for the root of the crate.
fn room(folder: &str, source: &Source) -> String {
    way(folder, source)
        .into_iter()
        .next()
        .unwrap_or_else(|| "lib".to_owned())
}

/// What the files of a crate know of its other rooms.
pub fn knowledge(folder: &str, sources: &[Source]) -> Vec<Knows> {
    let mut found = Vec::new();
    for source in sources {
        let room = room(folder, source);
        for (other, line) in paths(&source.code, &way(folder, source)) {
            if other != room {
                found.push(Knows {
                    room: room.clone(),
                    other,
                    place: source.at(line),
                });
            }
        }
    }
    found
}

/// The room that each path leads to, and its line.
fn paths(code: &[Token], here: &[String]) -> Vec<(String, usize)> {
    let is = |at: usize, text: &str| code.get(at).is_some_and(|token| token.text == text);
    let mut found = Vec::new();
    for (at, token) in code.iter().enumerate() {
        let goes_on = is(at + 1, "::") && !(at > 0 && is(at - 1, "::"));
        match token.text.as_str() {
            "crate" if goes_on => follow(code, at + 2, Vec::new(), &mut found),
            "super" | "self" if goes_on => follow(code, at, here.to_vec(), &mut found),
            _ => {}
        }
    }
    found
}

/// Follows a path, and each branch of a `{…}`, until it is known which room it leads to.
fn follow(code: &[Token], at: usize, mut from: Vec<String>, found: &mut Vec<(String, usize)>) {
    let Some(token) = code.get(at) else { return };
    let goes_on = code.get(at + 1).is_some_and(|next| next.text == "::");
    match token.text.as_str() {
        "{" => {
            for branch in branches(code, at) {
                follow(code, branch, from.clone(), found);
            }
        }
        "super" if goes_on => {
            from.pop();
            follow(code, at + 2, from, found);
        }
        "self" if goes_on => follow(code, at + 2, from, found),
        head => found.push((from.first().map_or(head, String::as_str).to_owned(), token.line)),
    }
}

/// Where each branch of the `{…}` at this place begins.
fn branches(code: &[Token], open: usize) -> Vec<usize> {
    let (mut depth, mut branches) = (0, Vec::new());
    for (at, token) in code.iter().enumerate().skip(open) {
        match token.text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        let begins = (at == open || token.text == ",") && depth == 1;
        if begins && code.get(at + 1).is_some_and(|next| next.text != "}") {
            branches.push(at + 1);
        }
        if depth == 0 {
            break;
        }
    }
    branches
}

/// The paths that lead to no room, for instance to something that the root of the crate exports again.
pub fn strangers(folder: &str, sources: &[Source]) -> Vec<String> {
    let rooms: Vec<String> = sources.iter().map(|source| room(folder, source)).collect();
    knowledge(folder, sources)
        .into_iter()
        .filter(|knows| !rooms.contains(&knows.other))
        .map(|Knows { other, place, .. }| {
            format!(
                "{place}: `{other}` is no room of this crate; import what is meant from the room that has it"
            )
        })
        .collect()
}

/// The rooms without a rank, and those that look up.
pub fn rank_problems(ranks: &Ranks, folder: &str, sources: &[Source]) -> Vec<String> {
    let rank = |room: &str| {
        ranks
            .iter()
            .find(|(name, _)| *name == room)
            .map(|(_, rank)| *rank)
    };
    let mut problems = Vec::new();
    for source in sources {
        let room = room(folder, source);
        if room != "lib" && rank(&room).is_none() {
            problems.push(format!(
                "{}: `{room}` has no rank; give it one in the table of tests/tidy.rs",
                source.at(1)
            ));
        }
    }
    for Knows { room, other, place } in knowledge(folder, sources) {
        // Only the root of the crate, which may know every room, and rooms that were reported above have none.
        let Some((own, its)) = rank(&room).zip(rank(&other)) else {
            continue;
        };
        if its > own {
            problems.push(format!(
                "{place}: `{room}` (rank {own}) may not know `{other}` (rank {its}); move what it needs down to a \
                 room that both may know, or move this code up"
            ));
        }
    }
    problems
}

/// The rooms that the root of a crate declares before one of a lower rank.
pub fn order_problems(ranks: &Ranks, root: &Source) -> Vec<String> {
    let declared: Vec<(usize, &str, u8)> = ranks
        .iter()
        .filter_map(|&(room, rank)| {
            let line = root.find(&["mod", room, ";"]).next();
            line.map(|line| (line, room, rank))
        })
        .collect();
    let mut problems = Vec::new();
    for &(line, room, rank) in &declared {
        let later = declared
            .iter()
            .find(|(other, _, its)| *other > line && *its < rank);
        if let Some((_, other, its)) = later {
            problems.push(format!(
                "{}: `{room}` (rank {rank}) is declared before `{other}` (rank {its}); keep the order in which a \
                 request meets them",
                root.at(line)
            ));
        }
    }
    problems
}

/// The shortest circle of rooms that know each other; when it is cut, the next one shows.
pub fn circle(folder: &str, sources: &[Source]) -> Option<String> {
    let known = knowledge(folder, sources);
    let circles = known.iter().filter_map(|first| way_back(first, &known));
    let shortest = circles.min_by_key(Vec::len)?;
    let steps = shortest
        .iter()
        .map(|knows| format!("{}: `{}` knows `{}`", knows.place, knows.room, knows.other));
    let steps: Vec<String> = steps.collect();
    Some(format!(
        "{}; cut the circle: move what they share to a room that knows none of them",
        steps.join("\n")
    ))
}

/// The shortest way from a room over one that it knows back to itself.
fn way_back<'a>(first: &'a Knows, known: &'a [Knows]) -> Option<Vec<&'a Knows>> {
    let mut seen = vec![&first.other];
    let mut ways = vec![vec![first]];
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let end = &way.last()?.other;
            if *end == first.room {
                return Some(way);
            }
            for next in known.iter().filter(|knows| knows.room == *end) {
                if !seen.contains(&&next.other) {
                    seen.push(&next.other);
                    longer.push([&way[..], &[next]].concat());
                }
            }
        }
        ways = longer;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const RANKS: &Ranks = &[("low", 1), ("lower", 1), ("high", 2)];

    fn tree(files: &[(&str, &str)]) -> Vec<Source> {
        files
            .iter()
            .map(|(path, text)| Source::new(&format!("src/{path}"), text))
            .collect()
    }

    #[test]
    fn every_way_to_name_a_room_is_seen() {
        for (path, text) in [
            ("low/a.rs", "use crate::high::X;"),
            ("low/a.rs", "use crate::{lower, high::{X, Y}};"),
            ("low/a.rs", "use crate::{\n    lower::Z,\n    high,\n};"),
            ("low/a.rs", "fn f() { crate::high::x() }"),
            ("low/a.rs", "use super::super::high::X;"),
            ("low/a.rs", "use super::{b, super::high};"),
            ("low/a.rs", "fn f() -> self::super::super::high::X {}"),
            ("low/mod.rs", "use super::high::X;"),
            ("low.rs", "pub use super::high;"),
        ] {
            let found = knowledge("src", &tree(&[(path, text)]));
            assert!(
                found.iter().any(|knows| knows.other == "high"),
                "{text}: {found:?}"
            );
        }
        for (path, text) in [
            ("low/a.rs", "use super::b::high; use super::high;"),
            (
                "low/a.rs",
                "// use crate::high;\nconst A: &str = \"crate::high::X\";",
            ),
            (
                "low/mod.rs",
                "use self::high::X; use low::super_high; pub(crate) fn high() {}",
            ),
            ("low.rs", "#[cfg(test)]\nmod tests { use crate::high::X; }"),
        ] {
            let found = knowledge("src", &tree(&[(path, text)]));
            assert!(found.is_empty(), "{text}: {found:?}");
        }
    }

    #[test]
    fn looking_up_is_a_problem_and_looking_down_is_none() {
        let down = [
            ("high/mod.rs", "use crate::low::X;"),
            ("low.rs", "use crate::lower::Y;"),
        ];
        assert_eq!(rank_problems(RANKS, "src", &tree(&down)), [""; 0]);
        for (path, text, what) in [
            (
                "low.rs",
                "\nuse crate::high::X;",
                "src/low.rs:2: `low` (rank 1) may not know `high` (rank 2)",
            ),
            ("new.rs", "", "src/new.rs:1: `new` has no rank"),
        ] {
            let problems = rank_problems(RANKS, "src", &tree(&[(path, text)]));
            assert!(
                problems.len() == 1 && problems[0].starts_with(what),
                "{problems:?}"
            );
        }
    }

    #[test]
    fn a_path_leads_to_a_room() {
        let problems = strangers(
            "src",
            &tree(&[("low.rs", "use crate::{high, Thing};"), ("high.rs", "")]),
        );
        assert!(
            problems.len() == 1 && problems[0].starts_with("src/low.rs:1: `Thing` is no room"),
            "{problems:?}"
        );
    }

    #[test]
    fn the_root_declares_its_rooms_in_their_order() {
        let root = Source::new("src/lib.rs", "mod lower;\nmod high;\nmod low;");
        let problems = order_problems(RANKS, &root);
        assert!(
            problems.len() == 1 && problems[0].starts_with("src/lib.rs:2: `high`"),
            "{problems:?}"
        );
    }

    #[test]
    fn the_shortest_circle_is_found() {
        let all = [
            ("a.rs", "use crate::b::X;"),
            ("b.rs", "use crate::c::X;"),
            ("c.rs", "use crate::{a::X, d};"),
            ("d.rs", "\nuse crate::c::X;"),
        ];
        let found = circle("src", &tree(&all));
        let steps = "src/c.rs:1: `c` knows `d`\nsrc/d.rs:2: `d` knows `c`;";
        assert!(
            found.as_ref().is_some_and(|it| it.starts_with(steps)),
            "{found:?}"
        );
        assert_eq!(circle("src", &tree(&all[..2])), None);
    }
}
