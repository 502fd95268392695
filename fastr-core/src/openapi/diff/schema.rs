//! Whether one schema allows all that another one does, and if not, why.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Documents, Notes, resolved};

/// Which way the values go that a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// From the client: all that was taken has to be taken still.
    In,
    /// To the client: nothing may come that could not come before.
    Out,
}

/// Notes where a change of this schema breaks clients, and where it does not. `said` names what it is the schema of.
pub(super) fn compare(
    documents: Documents<'_>,
    way: Way,
    (old, new): (&Value, &Value),
    said: &str,
    notes: &mut Notes<'_>,
) {
    let (old, new) = (Side(documents.old, old), Side(documents.new, new));
    let found = |words, breaking| {
        let mut comparison = Comparison {
            words,
            breaking,
            found: BTreeSet::new(),
            visited: Vec::new(),
        };
        match words {
            Way::In => comparison.covers(new, old, said),
            Way::Out => comparison.covers(old, new, said),
        }
        comparison.found
    };
    for what in found(way, true) {
        notes.breaking(what);
    }
    // To take more is said as to send more is, which is what would break the other way; and less likewise.
    let other = match way {
        Way::In => Way::Out,
        Way::Out => Way::In,
    };
    for what in found(other, false) {
        notes.compatible(what);
    }
}

/// A schema and the document in which its references are followed.
#[derive(Clone, Copy)]
struct Side<'a>(&'a Value, &'a Value);

impl<'a> Side<'a> {
    fn resolved(self) -> Self {
        Side(self.0, resolved(self.0, self.1))
    }

    fn get(self, key: &str) -> Option<&'a Value> {
        self.1.get(key)
    }

    fn number(self, key: &str) -> Option<f64> {
        self.get(key).and_then(Value::as_f64)
    }

    fn text(self, key: &str) -> Option<&'a str> {
        self.get(key).and_then(Value::as_str)
    }

    fn list(self, key: &str) -> &'a [Value] {
        self.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// The alternatives: each of `anyOf` and `oneOf`, down to the last.
    fn alternatives(self) -> Vec<Side<'a>> {
        let side = self.resolved();
        let mut all = side.list("anyOf").iter().chain(side.list("oneOf")).peekable();
        if all.peek().is_none() {
            return vec![side];
        }
        all.flat_map(|inner| Side(side.0, inner).alternatives()).collect()
    }

    /// The types that a value can have; none when it can have any.
    fn types(self) -> Vec<&'a str> {
        match self.get("type") {
            Some(Value::String(one)) => vec![one],
            Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// The values that it can be, when they are listed.
    fn values(self) -> Option<Vec<&'a Value>> {
        match (self.get("const"), self.get("enum")) {
            (Some(only), _) => Some(vec![only]),
            (None, Some(Value::Array(all))) => Some(all.iter().collect()),
            _ => None,
        }
    }

    /// The properties, those of `allOf` among them.
    fn properties(self) -> BTreeMap<&'a str, &'a Value> {
        self.parts(|side, all: &mut BTreeMap<&'a str, &'a Value>| {
            if let Some(Value::Object(own)) = side.get("properties") {
                all.extend(own.iter().map(|(name, schema)| (name.as_str(), schema)));
            }
        })
    }

    fn required(self) -> BTreeSet<&'a str> {
        self.parts(|side, all: &mut BTreeSet<&'a str>| {
            all.extend(side.list("required").iter().filter_map(Value::as_str));
        })
    }

    fn is_closed(self) -> bool {
        self.parts(|side, closed: &mut bool| {
            *closed |= side.get("additionalProperties") == Some(&Value::Bool(false));
        })
    }

    /// What is gathered from the schema and the parts of its `allOf`.
    fn parts<T: Default>(self, mut gather: impl FnMut(Side<'a>, &mut T)) -> T {
        let mut gathered = T::default();
        let mut left = vec![(self.resolved(), 0)];
        while let Some((side, depth)) = left.pop() {
            gather(side, &mut gathered);
            if depth < 16 {
                let inner = side.list("allOf").iter();
                left.extend(inner.map(|part| (Side(side.0, part).resolved(), depth + 1)));
            }
        }
        gathered
    }
}

struct Comparison {
    /// The way of values for which what is found would break clients.
    words: Way,
    /// Whether it breaks them, as they do go this way.
    breaking: bool,
    found: BTreeSet<String>,
    /// The pairs that were compared, so that a type that contains itself is looked at once. All of them stand in the
    /// documents, which do not move meanwhile.
    visited: Vec<(*const Value, *const Value)>,
}

impl Comparison {
    fn covers(&mut self, wide: Side<'_>, narrow: Side<'_>, said: &str) {
        let (wide, narrow) = (wide.resolved(), narrow.resolved());
        let pair = (std::ptr::from_ref(wide.1), std::ptr::from_ref(narrow.1));
        if self.visited.contains(&pair) {
            return;
        }
        self.visited.push(pair);
        let (all_wide, all_narrow) = (wide.alternatives(), narrow.alternatives());
        if let ([one], [other]) = (all_wide.as_slice(), all_narrow.as_slice()) {
            self.covers_one(*one, *other, said);
        } else {
            self.covers_each(&all_wide, &all_narrow, said);
        }
    }

    /// Every alternative of the narrow one has to be covered by one of the wide one.
    fn covers_each(&mut self, wide: &[Side<'_>], narrow: &[Side<'_>], said: &str) {
        for other in narrow {
            let reasons = wide.iter().map(|one| self.reasons(*one, *other, said));
            let Some(fewest) = reasons.min_by_key(BTreeSet::len) else {
                continue;
            };
            if fewest.is_empty() {
                continue;
            }
            let same_type = wide.iter().any(|one| one.types() == other.types());
            if same_type {
                self.found.extend(fewest);
            } else {
                self.add_type(said, &other.types());
            }
        }
    }

    fn reasons(&self, wide: Side<'_>, narrow: Side<'_>, said: &str) -> BTreeSet<String> {
        let mut attempt = Comparison {
            words: self.words,
            breaking: self.breaking,
            found: BTreeSet::new(),
            visited: self.visited.clone(),
        };
        attempt.covers(wide, narrow, said);
        attempt.found
    }

    fn covers_one(&mut self, wide: Side<'_>, narrow: Side<'_>, said: &str) {
        let (allowed, possible) = (wide.types(), narrow.types());
        if !allowed.is_empty() {
            let is_allowed =
                |kind: &str| allowed.contains(&kind) || (kind == "integer" && allowed.contains(&"number"));
            if possible.is_empty() && narrow.values().is_none() {
                self.add_type(said, &["anything"]);
                return;
            }
            let beyond: Vec<_> = possible.into_iter().filter(|kind| !is_allowed(kind)).collect();
            if !beyond.is_empty() {
                self.add_type(said, &beyond);
                return;
            }
        }
        self.values(wide, narrow, said);
        self.limits(wide, narrow, said);
        self.words(wide, narrow, said);
        self.members(wide, narrow, said);
        self.items(wide, narrow, said);
    }

    fn values(&mut self, wide: Side<'_>, narrow: Side<'_>, said: &str) {
        let Some(allowed) = wide.values() else { return };
        let Some(possible) = narrow.values() else {
            self.add(said, "has to be one of a list", "can be what is on no list");
            return;
        };
        for value in possible {
            if !allowed.contains(&value) {
                self.add(
                    said,
                    &format!("can no longer be {value}"),
                    &format!("can be {value}"),
                );
            }
        }
    }

    fn limits(&mut self, wide: Side<'_>, narrow: Side<'_>, said: &str) {
        let lower = [
            "minimum",
            "exclusiveMinimum",
            "minLength",
            "minItems",
            "minProperties",
        ];
        let upper = [
            "maximum",
            "exclusiveMaximum",
            "maxLength",
            "maxItems",
            "maxProperties",
        ];
        for (words, beyond) in [
            (lower, (|limit, own| own < limit) as fn(f64, f64) -> bool),
            (upper, |limit, own| own > limit),
        ] {
            for word in words {
                let Some(limit) = wide.number(word) else { continue };
                let own = narrow.number(word).or_else(|| other_limit(narrow, word));
                if own.is_none_or(|own| beyond(limit, own)) {
                    self.add_word(said, word, wide, narrow);
                }
            }
        }
    }

    /// Words that say the same or are not said at all.
    fn words(&mut self, wide: Side<'_>, narrow: Side<'_>, said: &str) {
        for word in ["pattern", "format", "multipleOf", "uniqueItems"] {
            let is_said = wide.get(word).is_some_and(|value| *value != Value::Bool(false));
            // Formats of numbers are limits, which are compared themselves.
            let is_number = word == "format" && wide.text("type") != Some("string");
            if is_said && !is_number && wide.get(word) != narrow.get(word) {
                self.add_word(said, word, wide, narrow);
            }
        }
    }

    fn members(&mut self, wide: Side<'_>, narrow: Side<'_>, said: &str) {
        let (allowed, possible) = (wide.properties(), narrow.properties());
        let given = narrow.required();
        for name in wide.required() {
            // Of what is new or gone, that is said.
            let is_in_both = allowed.contains_key(name) == possible.contains_key(name);
            if !given.contains(name) && (self.breaking || is_in_both) {
                self.add(
                    &inside(said, name),
                    "is required, which it was not",
                    "can be absent",
                );
            }
        }
        for (name, inner) in possible {
            match allowed.get(name) {
                Some(outer) => self.covers(Side(wide.0, outer), Side(narrow.0, inner), &inside(said, name)),
                None if !self.breaking && given.contains(name) => {}
                None if !self.breaking && self.words == Way::Out => {
                    self.found.insert(format!("{} is new", inside(said, name)));
                }
                None if self.words == Way::In && !allowed.is_empty() => {
                    self.found.insert(format!("{} is gone", inside(said, name)));
                }
                None if wide.is_closed() => {
                    self.found.insert(format!(
                        "{} is new, where nothing else was to come",
                        inside(said, name)
                    ));
                }
                None => {}
            }
        }
        if !self.breaking && self.words == Way::In && !narrow.is_closed() {
            let new = wide
                .properties()
                .into_keys()
                .filter(|name| !narrow.properties().contains_key(name));
            self.found
                .extend(new.map(|name| format!("{} is new", inside(said, name))));
        }
        if let (Some(outer @ Value::Object(_)), Some(inner @ Value::Object(_))) = (
            wide.get("additionalProperties"),
            narrow.get("additionalProperties"),
        ) {
            let said = format!("{said}, the values");
            self.covers(Side(wide.0, outer), Side(narrow.0, inner), &said);
        }
    }

    fn items(&mut self, wide: Side<'_>, narrow: Side<'_>, said: &str) {
        if let (Some(outer), Some(inner)) = (wide.get("items"), narrow.get("items")) {
            let said = format!("{said}, the items");
            self.covers(Side(wide.0, outer), Side(narrow.0, inner), &said);
        }
        let pairs = wide.list("prefixItems").iter().zip(narrow.list("prefixItems"));
        for (index, (outer, inner)) in pairs.enumerate() {
            let said = format!("{said}, item {index}");
            self.covers(Side(wide.0, outer), Side(narrow.0, inner), &said);
        }
    }

    fn add_type(&mut self, said: &str, types: &[&str]) {
        let types = if types.is_empty() {
            "anything".to_owned()
        } else {
            types.join(" or ")
        };
        self.add(
            said,
            &format!("can no longer be {types}"),
            &format!("can be {types}, which it could not"),
        );
    }

    fn add_word(&mut self, said: &str, word: &str, wide: Side<'_>, narrow: Side<'_>) {
        let value = |side: Side<'_>| {
            side.get(word)
                .map_or_else(|| "not given".into(), Value::to_string)
        };
        let (wide, narrow) = (value(wide), value(narrow));
        self.add(
            said,
            &format!("has to keep `{word}` {wide}, which was {narrow}"),
            &format!("can go beyond `{word}` {wide}, which is {narrow} now"),
        );
    }

    /// Notes what is different, in the words for each way.
    fn add(&mut self, said: &str, taken: &str, sent: &str) {
        let what = if self.words == Way::In { taken } else { sent };
        self.found.insert(format!("{said} {what}"));
    }
}

/// The other way to say a limit: one that may not be reached keeps one that may.
fn other_limit(side: Side<'_>, word: &str) -> Option<f64> {
    match word {
        "minimum" => side.number("exclusiveMinimum"),
        "maximum" => side.number("exclusiveMaximum"),
        _ => None,
    }
}

fn inside(said: &str, name: &str) -> String {
    format!("{said}, `{name}`")
}
