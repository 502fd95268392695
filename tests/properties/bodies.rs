//! Bodies: right ones, and ones that are wrong in a few places.
//!
//! Two things are left out, because fastr is stricter or laxer there than JSON Schema, as FastAPI is: `3.0` for an
//! integer, and the same item twice in a set.

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Values that are right, and values of which some are not.
#[derive(Clone)]
struct Tried {
    right: BoxedStrategy<Value>,
    any: BoxedStrategy<Value>,
}

/// Values on the right side of a border, values on both sides of it, and now and then something else.
fn tried<R, N>(right: R, near: N) -> Tried
where
    R: Strategy<Value = Value> + 'static,
    N: Strategy<Value = Value> + 'static,
{
    let right = right.boxed();
    let any = prop_oneof![16 => right.clone(), 3 => near, 1 => anything()].boxed();
    Tried { right, any }
}

/// Anything: scalars, lists and objects, with names and values that the models know among them.
fn anything() -> BoxedStrategy<Value> {
    let names = ["name", "children", "firstName", "short", "red", "x"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-300_i64..300).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-10..10).prop_map(|whole| json!(f64::from(whole) + 0.5)),
        select(vec![
            "",
            "a",
            "red",
            "true",
            "1",
            "1.5",
            "ab-1",
            "é",
            "💡",
            "long enough"
        ])
        .prop_map(Value::from),
    ];
    let nested = leaf.prop_recursive(3, 12, 3, move |inner| {
        let entry = (select(names.to_vec()), inner.clone());
        prop_oneof![
            vec(inner, 0..4).prop_map(Value::from),
            vec(entry, 0..3).prop_map(from_entries)
        ]
    });
    nested.boxed()
}

fn from_entries(entries: Vec<(&str, Value)>) -> Value {
    let entries = entries.into_iter().map(|(name, value)| (name.to_owned(), value));
    Value::Object(entries.collect())
}

/// A field: its name, its values, and whether it may be absent.
type Field = (&'static str, Tried, bool);

/// Objects with these fields, now and then with one more; or their values as a list; or something else.
fn object(fields: Vec<Field>) -> Tried {
    let names: Vec<_> = fields.iter().map(|(name, ..)| *name).collect();
    let with_names = move |values: Vec<Option<Value>>| -> Map<String, Value> {
        let pairs = names.iter().zip(values);
        pairs
            .filter_map(|(name, value)| Some(((*name).to_owned(), value?)))
            .collect()
    };
    let maybe = |chance: f64, values: BoxedStrategy<Value>| prop::option::weighted(chance, values).boxed();
    let right: Vec<_> = fields
        .iter()
        .map(|(_, values, optional)| match optional {
            true => maybe(0.7, values.right.clone()),
            false => values.right.clone().prop_map(Some).boxed(),
        })
        .collect();
    let any: Vec<_> = fields
        .into_iter()
        .map(|(_, values, _)| maybe(0.95, values.any))
        .collect();
    let right = right.prop_map(with_names.clone());
    let any = prop_oneof![
        8 => right.clone().prop_map(Value::Object),
        10 => any.prop_map(with_names).prop_map(Value::Object),
        2 => (right.clone(), anything()).prop_map(|(mut object, other)| {
            object.insert("other".to_owned(), other);
            Value::Object(object)
        }),
        1 => right.clone().prop_map(|object| object.into_values().collect()),
        1 => anything(),
    ];
    Tried {
        right: right.prop_map(Value::Object).boxed(),
        any: any.boxed(),
    }
}

fn texts(right: &'static str, near: &'static str) -> Tried {
    tried(right.prop_map(Value::from), near.prop_map(Value::from))
}

fn integers(right: std::ops::Range<i64>, near: std::ops::Range<i64>) -> Tried {
    tried(right.prop_map(Value::from), near.prop_map(Value::from))
}

fn lists(of: &Tried, right: std::ops::Range<usize>, near: std::ops::Range<usize>) -> Tried {
    tried(
        vec(of.right.clone(), right).prop_map(Value::from),
        vec(of.any.clone(), near).prop_map(Value::from),
    )
}

fn colors() -> Tried {
    let near = prop_oneof![
        Just(json!({ "red": null })),
        Just(json!("Red")),
        Just(json!(["red"]))
    ];
    tried(select(vec![json!("red"), json!("green")]), near)
}

/// Bodies of `Scalars`.
pub fn scalars() -> BoxedStrategy<Value> {
    let halves = |range: std::ops::Range<i32>| range.prop_map(|half| json!(f64::from(half) / 2.0));
    let eighths =
        |range: std::ops::Range<i32>, by: i32| range.prop_map(move |at| json!(f64::from(at * by) / 8.0));
    let fives = |range: std::ops::Range<i64>| range.prop_map(|five| json!(five * 5));
    object(vec![
        ("short", texts("[a-zé]{1,3}", "[a-zé]{0,4}"), false),
        ("slug", texts("[a-z]{1,2}-[0-9]", "[a-z]{0,2}-?[0-9]{1,2}"), true),
        ("whole", tried(fives(-1..2), fives(-3..4)), false),
        ("byte", integers(0..256, -1..257), false),
        ("signed", integers(-128..128, -129..129), false),
        ("ratio", tried(halves(1..4), halves(0..5)), false),
        ("step", tried(eighths(-9..9, 2), eighths(-9..9, 1)), true),
        ("letter", texts("[a-zé💡]", "[a-zé💡]{0,2}"), false),
        (
            "flag",
            tried(any::<bool>().prop_map(Value::from), Just(json!("true"))),
            true,
        ),
        ("color", colors(), true),
    ])
    .any
}

/// Bodies of `Collections`.
pub fn collections() -> BoxedStrategy<Value> {
    let closed = closed_objects();
    let maps = |count: std::ops::Range<usize>, of: BoxedStrategy<Value>| {
        vec((select(vec!["a", "b", "c"]), of), count).prop_map(from_entries)
    };
    let sets = |count: std::ops::Range<usize>| {
        btree_set(-5_i64..5, count).prop_map(|set| set.into_iter().collect::<Value>())
    };
    let different = select(vec![json!(["a"]), json!(["a", "b"]), json!([])]);
    let colors = colors();
    object(vec![
        ("numbers", lists(&integers(0..256, -1..257), 1..4, 0..5), false),
        (
            "different",
            tried(different, vec("[ab]", 0..3).prop_map(Value::from)),
            true,
        ),
        ("set", tried(sets(0..3), sets(0..4)), true),
        (
            "map",
            tried(maps(1..3, colors.right), maps(0..5, colors.any)),
            false,
        ),
        ("closed", closed.clone(), true),
        ("several", lists(&closed, 0..3, 0..3), true),
        ("any", tried(anything(), anything()), true),
    ])
    .any
}

fn closed_objects() -> Tried {
    object(vec![
        ("firstName", texts("[a-z]{0,3}", "[a-z]{0,3}"), false),
        ("itsAge", integers(1..5, -1..5), true),
    ])
}

/// Bodies of `Closed`.
pub fn closed() -> BoxedStrategy<Value> {
    closed_objects().any
}

/// Bodies of `Tree`, of a few generations.
pub fn tree() -> BoxedStrategy<Value> {
    let name = || ("name", texts("[a-z]{0,2}", "[a-z]{0,3}"), false);
    let leaf = object(vec![name()]);
    let grown = |of: &Tried| {
        object(vec![
            name(),
            ("children", lists(of, 0..3, 0..3), true),
            ("parent", of.clone(), true),
        ])
    };
    grown(&grown(&leaf)).any
}
