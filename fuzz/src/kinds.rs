//! What can be read from text: every kind of scalar, lists, sets, and models of them.

use std::collections::BTreeSet;

use fastr::model;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

/// A choice.
#[model]
#[serde(rename_all = "kebab-case")]
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    NewestFirst,
    ByName,
}

/// One of each, as arguments of their own say it back.
#[model]
pub struct Kinds {
    pub u8: Option<u8>,
    pub i16: Option<i16>,
    pub u32: Option<u32>,
    pub i64: Option<i64>,
    pub u64: Option<u64>,
    /// As a text: JSON's numbers are not as great.
    pub u128: Option<String>,
    pub i128: Option<String>,
    pub f32: Option<f32>,
    pub f64: Option<f64>,
    pub flag: Option<bool>,
    pub letter: Option<char>,
    pub text: Option<String>,
    pub order: Option<Order>,
    pub list: Option<Vec<i32>>,
    pub set: Option<BTreeSet<char>>,
    #[serde(rename = "other-name")]
    pub aliased: Option<String>,
}

/// A model whose fields are read from text.
#[model(validate = ordered)]
pub struct Filter {
    #[field(ge = -5, le = 1000, default)]
    pub low: i64,
    #[field(multiple_of = 5)]
    pub high: Option<u64>,
    #[field(gt = 0, le = 1.5)]
    pub ratio: Option<f32>,
    #[field(multiple_of = 0.1)]
    pub step: Option<f64>,
    #[field(min_length = 1, max_length = 5, pattern = "^[a-zà-ü]+$")]
    pub word: Option<String>,
    #[field(validate = lowercase)]
    pub letter: Option<char>,
    #[field(default)]
    pub flag: bool,
    pub order: Option<Order>,
    #[field(max_items = 3, default)]
    pub tags: Vec<String>,
    #[field(min_items = 2)]
    pub numbers: Option<BTreeSet<i8>>,
}

fn ordered(filter: &Filter) -> Result<(), &'static str> {
    match (u64::try_from(filter.low), filter.high) {
        (Ok(low), Some(high)) if low > high => Err("low is above high"),
        _ => Ok(()),
    }
}

fn lowercase(letter: &char) -> Result<(), &'static str> {
    if letter.is_uppercase() {
        Err("it is uppercase")
    } else {
        Ok(())
    }
}

/// A model that takes no other names.
#[model]
#[serde(deny_unknown_fields)]
pub struct Strict {
    pub name: String,
    #[field(lt = 100)]
    pub count: u8,
    pub ratio: f32,
    #[field(default)]
    pub list: Vec<bool>,
}

/// The pairs with which a model is said again: each text of a list is one, and `null` is none.
pub fn pairs(said: &Value) -> Vec<(String, String)> {
    let fields: Option<&Map<String, Value>> = said.as_object();
    let mut pairs = Vec::new();
    for (name, value) in fields.into_iter().flatten() {
        match value {
            Value::Array(items) => pairs.extend(items.iter().map(|item| (name.clone(), plain(item)))),
            Value::Null => {}
            one => pairs.push((name.clone(), plain(one))),
        }
    }
    pairs
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The pairs in the encoding of queries and forms.
pub fn urlencoded(said: &Value) -> String {
    let encoded = pairs(said).into_iter().map(|(name, value)| {
        let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        format!("{}={}", encode(&name), encode(&value))
    });
    encoded.collect::<Vec<_>>().join("&")
}

/// Declares an operation that takes one argument of each kind and says them back.
macro_rules! of_each_kind {
    ($(#[$method:meta])+ $source:ident) => {
        $(#[$method])+
        #[allow(clippy::too_many_arguments, reason = "it is one of each")]
        fn kinds(
            #[$source] u8: Option<u8>,
            #[$source] i16: Option<i16>,
            #[$source] u32: Option<u32>,
            #[$source] i64: Option<i64>,
            #[$source] u64: Option<u64>,
            #[$source] u128: Option<u128>,
            #[$source] i128: Option<i128>,
            #[$source] f32: Option<f32>,
            #[$source] f64: Option<f64>,
            #[$source] flag: Option<bool>,
            #[$source] letter: Option<char>,
            #[$source] text: Option<String>,
            #[$source] order: Option<$crate::kinds::Order>,
            #[$source] list: Option<Vec<i32>>,
            #[$source] set: Option<std::collections::BTreeSet<char>>,
            #[$source(alias = "other-name")] aliased: Option<String>,
        ) -> $crate::kinds::Kinds {
            $crate::kinds::Kinds {
                u8, i16, u32, i64, u64,
                u128: u128.map(|number| number.to_string()),
                i128: i128.map(|number| number.to_string()),
                f32, f64, flag, letter, text, order, list, set, aliased,
            }
        }
    };
}
pub(crate) use of_each_kind;
