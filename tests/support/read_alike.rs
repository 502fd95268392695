//! fastr's own reader of JSON against `serde_json`, for each way in which a type can ask to be read.

#![allow(dead_code, reason = "what is read is only shown")]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{self, Debug};

use fastr::model;
use serde::de::{DeserializeOwned, Error, IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};

/// Reads a text as all the types, and panics where `serde_json` reads it otherwise.
pub fn read_alike(json: &str) {
    scalars(json);
    texts(json);
    collections(json);
    structs(json);
    enums(json);
    keys(json);
    written(json);
    forgiven(json);
}

/// Both take the text and say the same of the value, or both refuse it. `serde_json`'s words are compared where they can
/// be heard: what is no JSON is worded by others.
fn agree<'text, T: Deserialize<'text> + Debug>(json: &'text str) {
    let ours = fastr::__private::read_json::<T>(json);
    let theirs = serde_json::from_str::<T>(json);
    let name = std::any::type_name::<T>();
    match (&ours, &theirs) {
        (Ok(ours), Ok(theirs)) => {
            assert_eq!(format!("{ours:?}"), format!("{theirs:?}"), "{json} as {name}");
        }
        (Err(ours), Err(theirs)) if serde_json::from_str::<Value>(json).is_ok() => {
            assert_eq!(reason(ours), reason(theirs), "{json} as {name}");
        }
        (Err(_), Err(_)) => {}
        _ => panic!("{json} as {name}: {ours:?}, but {theirs:?}"),
    }
}

/// What is said without the place.
fn reason(error: &serde_json::Error) -> String {
    let said = error.to_string();
    said.split(" at line ").next().unwrap_or_default().to_owned()
}

fn scalars(json: &str) {
    agree::<u8>(json);
    agree::<i8>(json);
    agree::<u32>(json);
    agree::<i64>(json);
    agree::<u64>(json);
    agree::<i128>(json);
    agree::<u128>(json);
    agree::<f32>(json);
    agree::<f64>(json);
    agree::<bool>(json);
    agree::<char>(json);
    agree::<()>(json);
    agree::<Option<f64>>(json);
}

fn texts(json: &str) {
    agree::<String>(json);
    agree::<&str>(json);
    agree::<Borrowed<'_>>(json);
    agree::<Option<String>>(json);
    agree::<Blob>(json);
    agree::<Vec<Blob>>(json);
}

fn collections(json: &str) {
    agree::<Vec<u64>>(json);
    agree::<Vec<f32>>(json);
    agree::<Vec<i128>>(json);
    agree::<Vec<Vec<Option<bool>>>>(json);
    agree::<(i64, String)>(json);
    agree::<[f64; 2]>(json);
    agree::<BTreeMap<String, f64>>(json);
    agree::<Map<String, Value>>(json);
    agree::<Value>(json);
    agree::<Number>(json);
    agree::<IgnoredAny>(json);
    agree::<(IgnoredAny, u8)>(json);
}

fn structs(json: &str) {
    agree::<Plain>(json);
    agree::<Strict>(json);
    agree::<Vec<Odd>>(json);
    agree::<Flat>(json);
    agree::<Unit>(json);
    agree::<Newtype>(json);
    agree::<Pair>(json);
    agree::<Tree>(json);
    agree::<Chain>(json);
    agree::<Modelled>(json);
    agree::<Vec<Modelled>>(json);
}

fn enums(json: &str) {
    agree::<External>(json);
    agree::<Vec<External>>(json);
    agree::<Internal>(json);
    agree::<Adjacent>(json);
    agree::<Untagged>(json);
    agree::<Choice>(json);
    agree::<Shape>(json);
    agree::<Picky>(json);
}

fn keys(json: &str) {
    agree::<BTreeMap<char, u8>>(json);
    agree::<BTreeMap<Word, Value>>(json);
    agree::<BTreeMap<Option<Name>, Value>>(json);
    agree::<BTreeMap<&str, Value>>(json);
    agree::<BTreeMap<BlobKey, Value>>(json);
    // Of what else is no number or `bool` in quotes, `serde_json` has words of its own, which depend on where it gave up.
    agree_on_values::<BTreeMap<u8, Value>>(json);
    agree_on_values::<BTreeMap<i64, Value>>(json);
    agree_on_values::<BTreeMap<u128, Value>>(json);
    agree_on_values::<BTreeMap<i128, Value>>(json);
    agree_on_values::<BTreeMap<bool, Value>>(json);
    agree_on_values::<BTreeMap<Float, Value>>(json);
}

/// The same of what is read, but not of what is said. `serde_json` reads bytes, because it cuts the first character of a text
/// in two where a key should be a `bool`.
fn agree_on_values<T: DeserializeOwned + Debug>(json: &str) {
    let ours = fastr::__private::read_json::<T>(json);
    let theirs = serde_json::from_slice::<T>(json.as_bytes());
    let name = std::any::type_name::<T>();
    assert_eq!(
        format!("{:?}", ours.ok()),
        format!("{:?}", theirs.ok()),
        "{json} as {name}"
    );
}

fn written(json: &str) {
    agree::<&RawValue>(json);
    agree::<Box<RawValue>>(json);
    agree::<Vec<&RawValue>>(json);
    agree::<BTreeMap<String, &RawValue>>(json);
    agree::<Holder<'_>>(json);
}

/// Values that are made do without where they are refused, so that it matters where the reader stands then. It does not
/// where the text is no JSON, some of which is taken so, and in what a refusal says.
fn forgiven(json: &str) {
    if serde_json::from_str::<Value>(json).is_ok() {
        agree_on_values::<Vec<Forgiven<u8>>>(json);
        agree_on_values::<BTreeMap<String, Forgiven<f32>>>(json);
        agree_on_values::<BTreeMap<String, Forgiven<i128>>>(json);
        agree_on_values::<BTreeMap<String, Forgiven<Vec<bool>>>>(json);
        agree_on_values::<Vec<Forgiven<BTreeMap<i8, i8>>>>(json);
        agree_on_values::<BTreeMap<String, Forgiven<External>>>(json);
        agree_on_values::<BTreeMap<String, Forgiven<Modelled>>>(json);
        agree_on_values::<BTreeMap<String, Forgiven<Chain>>>(json);
    }
}

/// A value, if it is one.
#[derive(Debug)]
struct Forgiven<T>(Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Forgiven<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(T::deserialize(deserializer).ok()))
    }
}

/// A text that is borrowed if it can be.
#[derive(Debug, Deserialize)]
struct Borrowed<'text>(#[serde(borrow)] Cow<'text, str>);

/// Bytes: a text as it is, or a list of numbers.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Blob(Vec<u8>, bool);

impl<'de> Deserialize<'de> for Blob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Bytes)
    }
}

/// The same, and it may be a key.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct BlobKey(Blob);

impl<'de> Deserialize<'de> for BlobKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_byte_buf(Bytes).map(Self)
    }
}

struct Bytes;

impl<'de> Visitor<'de> for Bytes {
    type Value = Blob;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Blob, E> {
        Ok(Blob(bytes.to_vec(), false))
    }

    fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<Blob, E> {
        Ok(Blob(bytes.to_vec(), true))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Blob, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = items.next_element()? {
            bytes.push(byte);
        }
        Ok(Blob(bytes, false))
    }
}

/// A float that can be ordered.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Float(u32);

impl<'de> Deserialize<'de> for Float {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f32::deserialize(deserializer).map(|float| Self(float.to_bits()))
    }
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Name(String);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    A,
    Name,
    Id,
}

/// Serde's own struct; names of many lengths, and some that others begin with.
#[derive(Debug, Deserialize)]
struct Plain {
    a: Option<i64>,
    id: Option<f64>,
    name: Option<String>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(alias = "note")]
    description_of_it: Option<Value>,
    #[serde(rename = "é")]
    accent: Option<bool>,
}

/// Names that have to be escaped in JSON.
#[model]
#[derive(Debug)]
struct Odd {
    #[field(default)]
    plain: u8,
    #[serde(rename = "a\\nb")]
    #[field(default)]
    backslash: u8,
    #[serde(rename = "a\nb")]
    #[field(default)]
    newline: u8,
    #[serde(rename = "a\"b")]
    #[field(default)]
    quote: u8,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Strict {
    id: u8,
    name: Option<char>,
}

#[derive(Debug, Deserialize)]
struct Flat {
    id: Option<i64>,
    #[serde(flatten)]
    others: BTreeMap<String, Value>,
}

#[derive(Debug, Deserialize)]
struct Unit;

#[derive(Debug, Deserialize)]
struct Newtype(Vec<i8>);

#[derive(Debug, Deserialize)]
struct Pair(Option<u8>, String);

/// Contains itself, in a list and in a name.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Tree {
    Leaf(u64),
    Node(Vec<Tree>),
    Named(BTreeMap<String, Tree>),
}

/// Contains itself, as deep as can be.
#[derive(Debug, Deserialize)]
struct Chain {
    a: Option<Box<Chain>>,
}

#[derive(Debug, Deserialize)]
enum External {
    Nothing,
    One(u8),
    Two(u8, String),
    Some { id: i64, name: Option<String> },
    Deep(Box<External>),
}

#[derive(Debug, Deserialize)]
#[serde(tag = "name")]
enum Internal {
    A,
    Id { id: f64 },
    Other(BTreeMap<String, Value>),
}

#[derive(Debug, Deserialize)]
#[serde(tag = "a", content = "id")]
enum Adjacent {
    A,
    Id(u8),
    Name { name: String },
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Nothing,
    Number(i16),
    Float(f32),
    Text(String),
    Some { id: u64 },
    List(Vec<bool>),
}

/// Refuses what is read well, in its own words.
#[derive(Debug)]
struct Picky;

impl<'de> Deserialize<'de> for Picky {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Err(Error::custom(format_args!("{value} is not to my taste")))
    }
}

#[derive(Debug, Deserialize)]
struct Holder<'text> {
    #[serde(borrow)]
    a: &'text RawValue,
    id: Option<Box<RawValue>>,
}

/// A model of our own.
#[model]
#[derive(Debug)]
struct Modelled {
    id: u64,
    name: String,
    price: Option<f64>,
    #[field(default)]
    tags: Vec<String>,
    choice: Option<Choice>,
    more: Option<Box<Modelled>>,
}

/// A choice of our own.
#[model]
#[derive(Debug)]
#[serde(rename_all = "lowercase")]
enum Choice {
    A,
    Name,
}

/// A union of our own.
#[model]
#[derive(Debug)]
#[serde(tag = "a", rename_all = "lowercase")]
enum Shape {
    Id { id: f64 },
    Name { name: String },
}
