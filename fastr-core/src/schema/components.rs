//! The named schemas of a document: each type once, or twice where what is taken and what is sent differ.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

/// Which way values go. A field with a default may be absent in what is taken, and never is in what is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// What the application takes.
    Input,
    /// What it sends.
    Output,
}

/// The schemas under `#/components/schemas`.
///
/// While they are gathered, a reference holds the number of its schema: which names there are is known at the end.
pub struct Components {
    entries: Vec<Entry>,
    known: HashMap<(String, Direction), usize>,
    direction: Direction,
    separate: bool,
}

struct Entry {
    path: String,
    name: String,
    direction: Direction,
    schema: Value,
}

const PLACE: &str = "#/components/schemas/";
/// Marks a number in the place of a name; no name of a type holds it.
const NUMBER: char = '\u{1}';

impl Components {
    /// No schemas yet. Where they are not `separate`, what is sent is described as what is taken.
    pub fn new(separate: bool) -> Self {
        Self {
            entries: Vec::new(),
            known: HashMap::new(),
            direction: Direction::Input,
            separate,
        }
    }

    /// Which way the values go that are being described.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// Describes what goes this way.
    pub fn going<T>(&mut self, way: Direction, describe: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.direction;
        if self.separate {
            self.direction = way;
        }
        let described = describe(self);
        self.direction = before;
        described
    }

    /// A reference to the schema of the type with this path; `describe` is asked the first time only.
    pub fn reference(&mut self, path: &str, name: &str, describe: impl FnOnce(&mut Self) -> Value) -> Value {
        let key = (path.to_owned(), self.direction);
        if let Some(&number) = self.known.get(&key) {
            return reference(number);
        }
        let number = self.entries.len();
        self.known.insert(key, number);
        // The place is taken before the fields are described, so that a type may contain itself.
        self.entries.push(Entry {
            path: path.to_owned(),
            name: name.to_owned(),
            direction: self.direction,
            schema: Value::Null,
        });
        let schema = describe(self);
        self.entries[number].schema = schema;
        reference(number)
    }

    /// All of them by name, and the references of the document with the names in them.
    pub fn into_schemas(self, document: &mut Value) -> Map<String, Value> {
        let names = self.names();
        let mut schemas: Vec<(String, Value)> = Vec::new();
        let mut written = HashSet::new();
        for (entry, name) in self.entries.into_iter().zip(&names) {
            if written.insert(name.clone()) {
                let mut schema = entry.schema;
                name_references(&mut schema, &names);
                if schema.get("title").and_then(Value::as_str) == Some(&entry.name) {
                    schema["title"] = title(&entry.name, name).into();
                }
                schemas.push((name.clone(), schema));
            }
        }
        schemas.sort_by(|a, b| a.0.cmp(&b.0));
        name_references(document, &names);
        schemas.into_iter().collect()
    }

    /// The name of each schema: that of the type; its path where two types have one name; and which way it goes where
    /// that makes a difference.
    fn names(&self) -> Vec<String> {
        let mut paths: HashMap<&str, HashSet<&str>> = HashMap::new();
        for entry in &self.entries {
            paths.entry(&entry.name).or_default().insert(&entry.path);
        }
        let different = self.different();
        let mut takers: HashMap<String, &str> = HashMap::new();
        let names = self.entries.iter().map(|entry| {
            let is_alone = paths.get(entry.name.as_str()).is_none_or(|all| all.len() == 1);
            let mut name = plain(if is_alone { &entry.name } else { &entry.path });
            // Letters that a name cannot have may have been all that told two types apart.
            while *takers.entry(name.clone()).or_insert(&entry.path) != entry.path {
                name.push('_');
            }
            match entry.direction {
                _ if !different.contains(entry.path.as_str()) => name,
                Direction::Input => format!("{name}-Input"),
                Direction::Output => format!("{name}-Output"),
            }
        });
        names.collect()
    }

    /// The paths of the types that look different when they are sent, themselves or in what they hold.
    fn different(&self) -> HashSet<&str> {
        let pairs: Vec<(&str, usize, usize)> = self.pairs();
        let mut different = HashSet::new();
        let mut holders: HashMap<&str, Vec<&str>> = HashMap::new();
        let mut found = Vec::new();
        for &(path, taken, sent) in &pairs {
            let schemas = (&self.entries[taken].schema, &self.entries[sent].schema);
            let mut held = Vec::new();
            if !self.alike(schemas.0, schemas.1, &mut held) {
                found.push(path);
            }
            for inner in held {
                holders.entry(inner).or_default().push(path);
            }
        }
        while let Some(path) = found.pop() {
            if different.insert(path) {
                found.extend(holders.get(path).into_iter().flatten());
            }
        }
        different
    }

    /// The types that are both taken and sent.
    fn pairs(&self) -> Vec<(&str, usize, usize)> {
        let taken = self.entries.iter().enumerate();
        let taken = taken.filter(|(_, entry)| entry.direction == Direction::Input);
        taken
            .filter_map(|(number, entry)| {
                let sent = self.known.get(&(entry.path.clone(), Direction::Output))?;
                Some((entry.path.as_str(), number, *sent))
            })
            .collect()
    }

    /// Whether two schemas say the same but for the types they refer to, which are noted.
    fn alike<'a>(&'a self, taken: &Value, sent: &Value, held: &mut Vec<&'a str>) -> bool {
        match (taken, sent) {
            (Value::Object(a), Value::Object(b)) => {
                a.len() == b.len()
                    && a.iter()
                        .all(|(key, a)| b.get(key).is_some_and(|b| self.alike(a, b, held)))
            }
            (Value::Array(a), Value::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| self.alike(a, b, held))
            }
            (Value::String(a), Value::String(b)) => match (number(a), number(b)) {
                (Some(a), Some(b)) => {
                    held.push(&self.entries[a].path);
                    self.entries[a].path == self.entries[b].path
                }
                _ => a == b,
            },
            (a, b) => a == b,
        }
    }
}

fn reference(number: usize) -> Value {
    json!({ "$ref": format!("{PLACE}{NUMBER}{number}") })
}

/// The number that a reference holds.
fn number(reference: &str) -> Option<usize> {
    reference.strip_prefix(PLACE)?.strip_prefix(NUMBER)?.parse().ok()
}

fn name_references(value: &mut Value, names: &[String]) {
    match value {
        Value::String(text) => {
            if let Some(name) = number(text).and_then(|number| names.get(number)) {
                *text = format!("{PLACE}{name}");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| name_references(item, names)),
        Value::Object(entries) => entries
            .values_mut()
            .for_each(|value| name_references(value, names)),
        _ => {}
    }
}

/// The title of a type that is called `shown`, by the name that its schema has got. Readers see titles, and two of one
/// would look like one.
fn title(shown: &str, name: &str) -> String {
    match name.strip_prefix(&plain(shown)) {
        Some(way) if way.is_empty() || way.starts_with('-') => format!("{shown}{way}"),
        _ => name.to_owned(),
    }
}

/// A name as keys of components may be: `^[a-zA-Z0-9._-]+$` (OpenAPI 3.1, section 4.8.7.1).
fn plain(name: &str) -> String {
    name.replace(
        |letter: char| !letter.is_ascii_alphanumeric() && letter != '_',
        "_",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(required: &[&str], inner: &Value) -> Value {
        json!({ "properties": { "inner": inner }, "required": required })
    }

    /// The names of the types, and the document's reference, when `Inner` requires these taken and sent.
    fn gathered(separate: bool, taken: &[&str], sent: &[&str]) -> (Vec<String>, Value) {
        let mut components = Components::new(separate);
        let outer = |components: &mut Components| {
            components.reference("a::Outer", "Outer", |components| {
                let is_taken = components.direction() == Direction::Input;
                let inner = components.reference("a::Inner", "Inner", |_| {
                    object(if is_taken { taken } else { sent }, &json!({}))
                });
                object(&[], &inner)
            })
        };
        let mut document = json!([outer(&mut components), components.going(Direction::Output, outer)]);
        let schemas = components.into_schemas(&mut document);
        (schemas.into_iter().map(|(name, _)| name).collect(), document)
    }

    #[test]
    fn what_is_taken_and_sent_alike_is_one_schema() {
        let (names, document) = gathered(true, &["a"], &["a"]);
        assert_eq!(names, ["Inner", "Outer"]);
        assert_eq!(document[0], document[1]);
    }

    #[test]
    fn what_differs_inside_is_apart_outside() {
        let (names, document) = gathered(true, &[], &["a"]);
        assert_eq!(
            names,
            ["Inner-Input", "Inner-Output", "Outer-Input", "Outer-Output"]
        );
        assert_eq!(document[0]["$ref"], "#/components/schemas/Outer-Input");
        assert_eq!(document[1]["$ref"], "#/components/schemas/Outer-Output");
    }

    #[test]
    fn what_is_not_to_be_apart_is_as_it_is_taken() {
        let (names, _) = gathered(false, &[], &["a"]);
        assert_eq!(names, ["Inner", "Outer"]);
    }

    #[test]
    fn two_types_of_one_name_have_their_paths() {
        let mut components = Components::new(true);
        for path in ["a::Item", "b::Item"] {
            components.reference(path, "Item", |_| json!({}));
        }
        for path in ["a::Größe", "a::Grüße", "a::a__Item"] {
            let name = path.trim_start_matches("a::");
            components.reference(path, name, |_| json!({}));
        }
        let schemas = components.into_schemas(&mut Value::Null);
        let names: Vec<_> = schemas.keys().collect();
        assert_eq!(names, ["Gr__e", "Gr__e_", "a__Item", "a__Item_", "b__Item"]);
    }
}
