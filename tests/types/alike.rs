//! A struct and an enum of plain names are written and read by the code of fastr, as serde would have derived it.
//!
//! Each type stands here twice, once as a model and once with serde's derives, and says the same of everything: what is
//! written, what is read, and the words of each mistake.

use fastr::{Patch, model};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The types, with these attributes above each; `Patch` of serde's twin is told what the model knows by itself.
macro_rules! twins {
    ($($(#[$attribute:meta])* struct $name:ident $(<$($parameter:ident),*>)? { $($(#[$field_attribute:meta])* $field:ident: $ty:ty,)* })*) => {
        mod ours {
            #[allow(unused_imports, reason = "not every twin needs all")]
            use super::*;
            $(
                #[model]
                $(#[$attribute])*
                pub struct $name $(<$($parameter),*>)? { $($(#[$field_attribute])* pub $field: $ty,)* }
            )*
        }
        mod derived {
            #[allow(unused_imports, reason = "not every twin needs all")]
            use super::*;
            $(
                #[derive(Serialize, Deserialize)]
                #[allow(dead_code, reason = "not every field is written")]
                $(#[$attribute])*
                pub struct $name $(<$($parameter),*>)? { $($(#[$field_attribute])* pub $field: $ty,)* }
            )*
        }
    };
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(value: &f64) -> bool {
    *value == 0.0
}

twins! {
    struct Plain {
        id: u64,
        name: String,
        tags: Vec<String>,
        note: Option<String>,
        r#type: Option<Vec<u8>>,
    }

    #[serde(deny_unknown_fields, rename_all = "camelCase")]
    struct Closed {
        item_id: u64,
        #[serde(rename = "the name")]
        name: String,
        _hidden_one: Option<bool>,
    }

    #[serde(rename_all = "SCREAMING-KEBAB-CASE")]
    struct Loud {
        first_part: i8,
        #[serde(default)]
        second_part: i8,
    }

    struct Named {
        #[serde(alias = "b", alias = "c")]
        a: u8,
        #[serde(rename = "e", alias = "d", default)]
        d: Vec<u8>,
        #[serde(skip_serializing_if = "is_zero", default)]
        f: f64,
        #[serde(skip_serializing)]
        g: Option<u8>,
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        h: Vec<u8>,
    }

    struct Nested {
        plain: Plain,
        others: Option<Vec<Closed>>,
    }

    struct Around<S, D> {
        a: S,
        b: Option<D>,
        c: Vec<Around<S, D>>,
    }

    struct Nothing {}

    struct LeftToSerde {
        #[serde(flatten)]
        plain: Plain,
        #[serde(default = "Vec::new", skip_deserializing)]
        kept: Vec<u8>,
    }
}

macro_rules! choices {
    ($($(#[$attribute:meta])* enum $name:ident { $($(#[$variant_attribute:meta])* $variant:ident,)* })*) => {
        mod our_choices {
            use fastr::model;
            $(
                #[model]
                $(#[$attribute])*
                #[derive(PartialEq, Eq, PartialOrd, Ord)]
                pub enum $name { $($(#[$variant_attribute])* $variant,)* }
            )*
        }
        mod derived_choices {
            use serde::{Deserialize, Serialize};
            $(
                #[derive(Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
                $(#[$attribute])*
                pub enum $name { $($(#[$variant_attribute])* $variant,)* }
            )*
        }
    };
}

choices! {
    enum Plain {
        Red,
        DarkBlue,
        #[serde(rename = "sea green")]
        Green,
    }

    #[serde(rename_all = "camelCase")]
    #[allow(non_camel_case_types, reason = "the rules differ there")]
    enum Camel {
        Red,
        Dark_Blue,
        HTTPError,
    }

    #[serde(rename_all = "SCREAMING-KEBAB-CASE")]
    enum Loud {
        Red,
        DarkBlue,
    }

    enum LeftToSerde {
        #[serde(alias = "rouge")]
        Red,
        #[serde(other)]
        Unknown,
    }
}

/// What comes of a text: what it is when it is written again, or what is wrong with it.
fn outcome<T: Serialize + DeserializeOwned>(text: &str) -> Result<String, String> {
    let read: T = serde_json::from_str(text).map_err(|error| error.to_string())?;
    // Read from a value and written to one, a format of another kind.
    let value = serde_json::to_value(&read).map_err(|error| error.to_string())?;
    let again = serde_json::to_string(&read).map_err(|error| error.to_string())?;
    assert_eq!(serde_json::from_str::<Value>(&again).ok(), Some(value));
    Ok(again)
}

fn from_value<T: DeserializeOwned>(text: &str) -> Result<(), String> {
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    serde_json::from_value::<T>(value)
        .map(drop)
        .map_err(|error| error.to_string())
}

/// The same of a body, which fastr reads itself.
fn outcome_of_body<T: Serialize + DeserializeOwned>(text: &str) -> Result<String, String> {
    let read: T = fastr::__private::read_json(text).map_err(|error| error.to_string())?;
    serde_json::to_string(&read).map_err(|error| error.to_string())
}

fn compare<O, D>(texts: &[&str])
where
    O: Serialize + DeserializeOwned,
    D: Serialize + DeserializeOwned,
{
    for text in texts {
        let (ours, derived) = (outcome::<O>(text), outcome::<D>(text));
        assert_eq!(ours, derived, "{text}");
        assert_eq!(from_value::<O>(text), from_value::<D>(text), "{text}");
        let bodies = (outcome_of_body::<O>(text), outcome_of_body::<D>(text));
        assert_eq!(bodies.0, bodies.1, "{text}");
        assert_eq!(bodies.0.ok(), ours.ok(), "{text}");
    }
    assert!(texts.iter().any(|text| outcome::<O>(text).is_ok()));
    assert!(texts.iter().any(|text| outcome::<O>(text).is_err()));
}

#[test]
fn plain_fields_are_alike() {
    compare::<ours::Plain, derived::Plain>(&[
        r#"{"id":1,"name":"x","tags":["a"],"note":null,"type":[1]}"#,
        r#"{"type":null,"tags":[],"id":1,"name":"\u0041"}"#,
        r#"{"n\u0061me":"x","other":{"id":[1,{}]},"tags":[],"id":1}"#,
        r#"{"id":1,"name":"x"}"#,
        r#"{"name":"x","tags":[]}"#,
        "{}",
        r#"{"id":1,"id":2,"name":"x","tags":[]}"#,
        r#"{"id":1,"note":"a","note":null,"name":"x","tags":[]}"#,
        r#"{"id":"1","name":"x","tags":[]}"#,
        r#"{"id":1,"name":"x","tags":[1]}"#,
        r#"{"id":-1}"#,
        r#"{"id":1,"name":"x","tags":[]"#,
        r#"{"id":1,"name":"x","tags":[],}"#,
        r#"{"id":1,"other":[}"#,
        r#"{"id" 1}"#,
        "5",
        "null",
        r#""text""#,
        "",
    ]);
}

#[test]
fn other_keys_and_other_names_are_alike() {
    compare::<ours::Closed, derived::Closed>(&[
        r#"{"itemId":1,"the name":"x","hiddenOne":true}"#,
        r#"{"itemId":1,"the name":"x","HiddenOne":true}"#,
        r#"{"itemId":1,"the name":"x","other":2}"#,
        r#"{"item_id":1,"the name":"x"}"#,
        r#"{"itemId":1}"#,
        r#"{"itemId":1,"itemId":1}"#,
    ]);
    compare::<ours::Loud, derived::Loud>(&[
        r#"{"FIRST-PART":1}"#,
        r#"{"SECOND-PART":1}"#,
        r#"{"SECOND-PART":1,"FIRST-PART":128}"#,
    ]);
}

#[test]
fn what_is_told_of_a_field_is_alike() {
    compare::<ours::Named, derived::Named>(&[
        r#"{"a":1}"#,
        r#"{"b":1,"d":[1],"f":1.5,"g":2,"h":[1]}"#,
        r#"{"c":1,"e":[1],"f":0,"h":[]}"#,
        r#"{"a":1,"b":2}"#,
        r#"{"c":1,"b":2}"#,
        r#"{"a":1,"d":[],"e":[]}"#,
        r#"{"d":[]}"#,
        r#"{"a":1,"h":null}"#,
    ]);
    compare::<ours::LeftToSerde, derived::LeftToSerde>(&[
        r#"{"id":1,"name":"x","tags":[],"kept":[1]}"#,
        r#"{"id":1,"name":"x"}"#,
    ]);
}

#[test]
fn models_in_models_are_alike() {
    compare::<ours::Nested, derived::Nested>(&[
        r#"{"plain":{"id":1,"name":"x","tags":[]},"others":[{"itemId":1,"the name":"x"}]}"#,
        r#"{"plain":{"id":1,"name":"x","tags":[]}}"#,
        r#"{"plain":{"id":1,"name":"x"}}"#,
        r#"{"plain":{"id":1,"name":"x","tags":[]},"others":[{"itemId":1,"the name":"x","x":1}]}"#,
        r#"{"others":[]}"#,
        r#"{"plain":null}"#,
    ]);
    compare::<ours::Around<u8, String>, derived::Around<u8, String>>(&[
        r#"{"a":1,"b":"x","c":[{"a":2,"c":[]}]}"#,
        r#"{"a":1,"c":[{"a":2}]}"#,
        r#"{"a":1,"b":2,"c":[]}"#,
    ]);
    compare::<ours::Nothing, derived::Nothing>(&["{}", r#"{"a":1}"#, "null"]);
}

#[test]
fn plain_names_are_alike() {
    use std::collections::BTreeMap;
    compare::<Vec<our_choices::Plain>, Vec<derived_choices::Plain>>(&[
        r#"["Red","DarkBlue","sea green"]"#,
        r#"["D\u0061rkBlue"]"#,
        r#"["Green"]"#,
        r#"["Red",]"#,
    ]);
    compare::<Vec<our_choices::Camel>, Vec<derived_choices::Camel>>(&[
        r#"["red"]"#,
        r#"["dark_Blue"]"#,
        r#"["hTTPError"]"#,
        r#"["Red"]"#,
    ]);
    compare::<Vec<our_choices::Loud>, Vec<derived_choices::Loud>>(&[r#"["RED","DARK-BLUE"]"#, r#"["Red"]"#]);
    compare::<Vec<our_choices::LeftToSerde>, Vec<derived_choices::LeftToSerde>>(&[
        r#"["Red","rouge","blue"]"#,
        r#"["Red""#,
    ]);
    compare::<BTreeMap<our_choices::Plain, u8>, BTreeMap<derived_choices::Plain, u8>>(&[
        r#"{"Red":1,"sea green":2}"#,
        r#"{"Green":1}"#,
    ]);
}

#[test]
fn a_model_is_no_list() {
    assert_eq!(
        outcome::<ours::Loud>("[1,2]"),
        Err("invalid type: sequence, expected struct Loud at line 1 column 1".to_owned())
    );
    assert!(outcome::<derived::Loud>("[1,2]").is_ok());
    assert_eq!(
        outcome::<our_choices::Plain>("5"),
        Err("invalid type: integer `5`, expected enum Plain at line 1 column 1".to_owned())
    );
    assert!(outcome::<our_choices::Plain>(r#"{"Red":null}"#).is_err());
}

#[test]
fn a_patch_is_left_out_by_itself() {
    #[model]
    struct Change {
        name: Patch<String>,
    }
    assert_eq!(outcome::<Change>("{}"), Ok("{}".to_owned()));
    assert_eq!(
        outcome::<Change>(r#"{"name":null}"#),
        Ok(r#"{"name":null}"#.to_owned())
    );
    assert_eq!(
        outcome::<Change>(r#"{"name":"x"}"#),
        Ok(r#"{"name":"x"}"#.to_owned())
    );
}
