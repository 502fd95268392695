//! A struct as an object of JSON, field by field: what stands in `#[model]` beside the fields themselves.
//!
//! serde's own derives write all of this out for each struct. Here it is there once, and compiled once for each format.

use std::fmt;
use std::marker::PhantomData;
use std::ptr;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What is known of a struct before it is read.
pub struct Keys {
    /// How the struct is called.
    pub model: &'static str,
    /// The names of its fields, in the order of the source, and behind them those that they may have as well.
    pub names: &'static [&'static str],
    /// Whether any other key is a mistake.
    pub closed: bool,
}

/// A struct that is read from an object and from nothing else.
pub trait FromEntries: Sized {
    /// Reads all entries.
    ///
    /// # Errors
    ///
    /// Those of the fields, a field that is there twice, and one that is missing.
    fn from_entries<'de, A: MapAccess<'de>>(entries: Entries<A, A::Error>) -> Result<Self, A::Error>;
}

/// Reads a struct.
///
/// # Errors
///
/// Those of [`FromEntries::from_entries`], and of a value that is no object.
pub fn read_object<'de, T: FromEntries, D: Deserializer<'de>>(
    deserializer: D,
    keys: &'static Keys,
) -> Result<T, D::Error> {
    deserializer.deserialize_struct(keys.model, keys.names, Whole(keys, PhantomData))
}

/// Reads the whole struct.
struct Whole<T>(&'static Keys, PhantomData<T>);

impl<'de, T: FromEntries> Visitor<'de> for Whole<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "struct {}", self.0.model)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<T, A::Error> {
        T::from_entries(Entries {
            left: entries,
            keys: self.0,
            likely: 0,
            mistake: None,
        })
    }
}

/// The place behind all entries.
pub const END: usize = usize::MAX;

/// The entries of an object that have not been read yet. After a mistake there are none.
pub struct Entries<A, E> {
    left: A,
    keys: &'static Keys,
    /// Which name the next entry has if they come in the order of the source, as most do.
    likely: usize,
    /// What has gone wrong.
    mistake: Option<E>,
}

impl<'de, A: MapAccess<'de>> Entries<A, A::Error> {
    /// The place of the next key among the names; of one that is none of them, how many there are; and [`END`] behind
    /// the last.
    #[inline]
    pub fn next_place(&mut self) -> usize {
        if self.mistake.is_some() {
            return END;
        }
        let (keys, likely) = (self.keys, self.likely);
        let place = match self.left.next_key_seed(Key { keys, likely }) {
            Ok(place) => place.unwrap_or(END),
            Err(mistake) => {
                self.mistake = Some(mistake);
                END
            }
        };
        self.likely = place.wrapping_add(1);
        place
    }

    /// Reads the value of a field.
    #[inline]
    pub fn read<T: Deserialize<'de>>(&mut self, field: &mut Option<T>, name: &'static str) {
        if field.is_some() {
            self.mistake = Some(Error::duplicate_field(name));
            return;
        }
        match self.left.next_value() {
            Ok(value) => *field = Some(value),
            Err(mistake) => self.mistake = Some(mistake),
        }
    }

    /// Passes over the value of a key that is none of the names.
    #[inline]
    pub fn skip(&mut self) {
        self.mistake = self.left.next_value::<IgnoredAny>().err();
    }

    /// The answer when a field is not there.
    ///
    /// # Errors
    ///
    /// Always: that it is missing, or what has gone wrong before.
    #[cold]
    pub fn missing<T>(self, name: &'static str) -> Result<T, A::Error> {
        Err(self.mistake.unwrap_or_else(|| Error::missing_field(name)))
    }

    /// The answer when no field is missing.
    ///
    /// # Errors
    ///
    /// What has gone wrong before.
    #[inline]
    pub fn made<T>(self, whole: T) -> Result<T, A::Error> {
        match self.mistake {
            None => Ok(whole),
            Some(mistake) => Err(mistake),
        }
    }
}

/// Finds a key among the names.
#[derive(Clone, Copy)]
struct Key {
    keys: &'static Keys,
    likely: usize,
}

impl Key {
    #[inline]
    fn place(self, key: &str) -> Option<usize> {
        let names = self.keys.names;
        // Who reads JSON hands over the very name that it expected.
        if names
            .get(self.likely)
            .is_some_and(|name| ptr::eq(*name, key) || *name == key)
        {
            return Some(self.likely);
        }
        names.iter().position(|name| *name == key)
    }
}

impl<'de> DeserializeSeed<'de> for Key {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("field identifier")
    }

    #[inline]
    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        match self.place(key) {
            Some(place) => Ok(place),
            None if self.keys.closed => Err(Error::unknown_field(key, self.keys.names)),
            None => Ok(self.keys.names.len()),
        }
    }
}

/// A struct that is being written; what has gone wrong on the way is told at the end.
pub struct Fields<S: Serializer>(Result<S::SerializeStruct, S::Error>);

/// Begins to write a struct of so many fields.
#[inline]
pub fn write_object<S: Serializer>(serializer: S, model: &'static str, count: usize) -> Fields<S> {
    Fields(serializer.serialize_struct(model, count))
}

impl<S: Serializer> Fields<S> {
    /// Writes a field.
    #[inline]
    pub fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        if let Ok(fields) = &mut self.0
            && let Err(error) = fields.serialize_field(name, value)
        {
            self.0 = Err(error);
        }
    }

    /// Leaves a field out.
    #[inline]
    pub fn skip(&mut self, name: &'static str) {
        if let Ok(fields) = &mut self.0
            && let Err(error) = fields.skip_field(name)
        {
            self.0 = Err(error);
        }
    }

    /// What came of it.
    ///
    /// # Errors
    ///
    /// The first that there was.
    #[inline]
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.0?.end()
    }
}
