//! What `#[file]` can read: `UploadFile` and `Bytes`, and lists of them.

use bytes::Bytes;
use fastr_status::StatusSet;

use super::file::STATUSES;
use super::{Argument, Found, FromFile};
use crate::decode::form::Entry;
use crate::decode::upload::UploadFile;
use crate::error::ValidationError;
use crate::request::{Call, Payload};
use crate::route::{BodyUse, Parameter, Source};
use crate::schema::{Shape, ShapeOf};
use crate::validate::{self, Holder, Step, Way};

/// A type that is one entry of a form.
pub trait FromEntry: Sized {
    /// What it does with the body.
    const BODY: BodyUse;

    /// The value, or else the text that stands in its place.
    fn from_entry(entry: Entry) -> Result<Self, String>;
}

impl FromEntry for UploadFile {
    const BODY: BodyUse = BodyUse::Upload;

    fn from_entry(entry: Entry) -> Result<Self, String> {
        match entry {
            Entry::File(file) => Ok(file),
            Entry::Text(text) => Err(text),
        }
    }
}

/// As FastAPI's `bytes`: a text is as good as a file.
impl FromEntry for Bytes {
    const BODY: BodyUse = BodyUse::Bytes;

    fn from_entry(entry: Entry) -> Result<Self, String> {
        match entry {
            Entry::File(file) => Ok(file.into_bytes()),
            Entry::Text(text) => Ok(text.into()),
        }
    }
}

impl<T: FromEntry> FromFile for T {
    const BODY: BodyUse = T::BODY;
    const SHAPE: ShapeOf = || Shape::Text;

    /// The last one with the name. An empty text is a field that was not filled in.
    fn take(call: &mut Call, parameter: &Parameter) -> Found<Self> {
        let last = entries(call, parameter).pop();
        match last.filter(|entry| entry.text() != Some("")).map(T::from_entry) {
            None => Found::Absent,
            Some(Ok(value)) => Found::Value(value),
            Some(Err(text)) => {
                call.errors.push(no_file(&place(parameter), &text));
                Found::Wrong
            }
        }
    }
}

impl<T: FromEntry> FromFile for Vec<T> {
    const BODY: BodyUse = T::BODY;
    const SHAPE: ShapeOf = || Shape::List {
        item: || Shape::Text,
        set: false,
    };

    fn take(call: &mut Call, parameter: &Parameter) -> Found<Self> {
        let entries = entries(call, parameter);
        if entries.is_empty() {
            return Found::Absent;
        }
        let before = call.errors.len();
        let at = place(parameter);
        let shown: Vec<String> = entries.iter().map(|entry| entry.shown().to_owned()).collect();
        let mut values = Self::with_capacity(entries.len());
        for (index, entry) in entries.into_iter().enumerate() {
            match T::from_entry(entry) {
                Ok(value) => values.push(value),
                Err(text) => {
                    call.errors.push(no_file(&at.to(Step::Index(index)), &text));
                }
            }
        }
        if call.errors.len() == before {
            let constraints = &parameter.details.constraints;
            let count = validate::number_of_items(Holder::List, values.len(), constraints, &at, &shown);
            call.errors.extend(count);
        }
        if call.errors.len() == before {
            Found::Value(values)
        } else {
            Found::Wrong
        }
    }
}

fn entries(call: &mut Call, parameter: &Parameter) -> Vec<Entry> {
    match &mut call.payload {
        Payload::Form(form) => form.take(parameter.name),
        Payload::Bytes(_) | Payload::Stream(_) => Vec::new(),
    }
}

fn place(parameter: &Parameter) -> Way<'static> {
    Way::of("body", Step::Name(parameter.name))
}

/// FastAPI's words, Python's name of a text included: clients may look for them.
fn no_file(at: &Way<'_>, text: &str) -> ValidationError {
    validate::unexplained(at, "Expected UploadFile, received: <class 'str'>", text)
}

macro_rules! from_its_type {
    ($($type:ty),*) => {$(
        /// As in FastAPI, the type alone says that it is a file.
        impl Argument for $type {
            const SOURCE: Source = Source::Form;
            const BODY: BodyUse = <Self as FromFile>::BODY;
            const STATUSES: StatusSet = STATUSES;
            const SHAPE: Option<ShapeOf> = Some(<Self as FromFile>::SHAPE);

            fn find(call: &mut Call, parameter: &Parameter) -> Found<Self> {
                Self::take(call, parameter)
            }
        }
    )*};
}

from_its_type!(UploadFile, Vec<UploadFile>);
