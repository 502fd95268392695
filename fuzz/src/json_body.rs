//! JSON bodies of many models, on the quick path and on the slow one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use fastr::{Body, Patch, model, post};
use http::Request;
use serde_json::Value;

use crate::subject::{Answer, Subject, mistakes};

/// Nested, with constraints, defaults and rules.
#[model(validate = cheap_or_new)]
struct Item {
    #[field(min_length = 1, max_length = 9, pattern = "^[A-Z]")]
    name: String,
    #[field(ge = 0, multiple_of = 5)]
    cents: i64,
    #[field(gt = 0, le = 1.1, multiple_of = 0.1)]
    ratio: Option<f32>,
    #[field(validate = not_nine)]
    count: Option<u64>,
    grade: Option<char>,
    #[field(default = true)]
    new: bool,
    #[field(max_items = 2, default)]
    tags: BTreeSet<String>,
    size: Option<Size>,
    #[field(default)]
    places: Vec<Place>,
}

fn cheap_or_new(item: &Item) -> Result<(), &'static str> {
    if item.new || item.cents < 100 {
        Ok(())
    } else {
        Err("too dear")
    }
}

fn not_nine(count: &u64) -> Result<(), String> {
    match count {
        9 => Err("9 is unlucky".to_owned()),
        _ => Ok(()),
    }
}

/// Takes no other keys.
#[model]
#[serde(deny_unknown_fields)]
struct Place {
    #[field(ge = -90, le = 90)]
    lat: f64,
    lon: f64,
}

/// A choice.
#[model]
#[serde(rename_all = "lowercase")]
enum Size {
    Small,
    Large,
}

/// Contains itself.
#[model]
struct Tree {
    value: u8,
    #[field(default, max_items = 3)]
    leaves: Vec<Tree>,
    next: Option<Box<Tree>>,
}

/// What another model has as its own.
#[model]
struct Page {
    #[field(le = 50, default = 10)]
    limit: u16,
    after: Option<String>,
}

/// Has the fields of another model in its own place.
#[model]
struct Flat {
    title: String,
    #[serde(flatten)]
    page: Page,
}

/// Told apart by a key.
#[model]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Shape {
    Circle {
        #[field(gt = 0)]
        radius: f64,
    },
    Square(Place),
    Nothing,
}

/// Told apart by a key, with the content in another.
#[model]
#[serde(tag = "t", content = "c")]
enum Event {
    Moved(Place),
    Sized { width: u8, height: Option<u8> },
    Named(String),
    Ended,
}

/// Told apart by the only key.
#[model]
enum Outer {
    Text(String),
    Sized { width: u8, height: Option<u8> },
    Item(Item),
    Sizes(Vec<Size>),
    Nothing,
}

/// Told apart by what fits.
#[model]
#[serde(untagged)]
enum Loose {
    Number(i32),
    Flag(bool),
    Text(String),
    Sized { width: u8, height: u8 },
    Page(Page),
    Places(Vec<Place>),
}

/// Maps, sets and lists of each other.
#[model]
struct Holders {
    #[field(default, max_items = 3)]
    numbers: BTreeMap<String, i64>,
    #[field(min_items = 2)]
    set: Option<BTreeSet<i8>>,
    #[field(default)]
    deep: BTreeMap<String, Vec<Option<BTreeMap<String, Shape>>>>,
    #[field(default)]
    floats: Vec<f64>,
    any: Option<Value>,
}

/// A partial update.
#[model]
struct Change {
    #[field(max_length = 3)]
    name: Patch<String>,
    price: Patch<f64>,
}

/// Declares an operation that says its model back, and one that is always refused but for what is wrong with the model:
/// its `wrong` is never a `bool`, so that the slow path has to look at all of it.
macro_rules! models {
    ($($name:ident $type:ident $path:literal $slow_name:ident $slow:ident $slow_path:literal;)*) => {
        const PATHS: &[(&str, &str)] = &[$(($path, $slow_path)),*];

        $(
            #[post($path)]
            fn $name(value: $type) -> $type {
                value
            }

            #[doc = "The model beside what is always wrong."]
            #[model]
            struct $slow {
                value: $type,
                wrong: bool,
            }

            #[post($slow_path)]
            fn $slow_name(value: $slow) -> $slow {
                value
            }
        )*
    };
}

models! {
    item Item "/item" slow_item SlowItem "/slow/item";
    tree Tree "/tree" slow_tree SlowTree "/slow/tree";
    flat Flat "/flat" slow_flat SlowFlat "/slow/flat";
    shape Shape "/shape" slow_shape SlowShape "/slow/shape";
    event Event "/event" slow_event SlowEvent "/slow/event";
    outer Outer "/outer" slow_outer SlowOuter "/slow/outer";
    loose Loose "/loose" slow_loose SlowLoose "/slow/loose";
    holders Holders "/holders" slow_holders SlowHolders "/slow/holders";
    change Change "/change" slow_change SlowChange "/slow/change";
}

/// Two models that share a body.
#[post("/both")]
fn both(item: Item, tree: Option<Tree>) -> Value {
    serde_json::json!({ "item": item, "tree": tree })
}

static SUBJECT: LazyLock<Subject> = LazyLock::new(|| Subject::of(module_path!()));

/// The input is a letter, which chooses the operation, and a body.
pub fn json_body(data: &[u8]) {
    let Some((&letter, body)) = data.split_first() else {
        return;
    };
    let chosen = usize::from(letter.wrapping_sub(b'a')) % (PATHS.len() + 1);
    let Some(&(quick, slow)) = PATHS.get(chosen) else {
        assert_echo("/both", &ask("/both", body));
        return;
    };
    let answer = ask(quick, body);
    assert_echo(quick, &answer);
    // Without keys that stand there twice, which only the quick path sees.
    let Ok(value) = serde_json::from_slice::<Value>(body) else {
        return;
    };
    let value = value.to_string();
    let answer = ask(quick, value.as_bytes());
    assert_echo(quick, &answer);
    let found = ask(slow, format!(r#"{{"wrong":0,"value":{value}}}"#).as_bytes());
    assert_eq!(found.status, 422, "{}", found.shown());
    let found = mistakes(&found);
    if found[0]["type"] == "json_invalid" {
        // It was nested just as deep as can be.
        return;
    }
    let found: Vec<&Value> = found
        .iter()
        .filter(|mistake| mistake["loc"][1] == "value")
        .collect();
    assert_eq!(
        answer.is_accepted(),
        found.is_empty(),
        "{value} is answered {} and has the mistakes {found:?}",
        answer.shown()
    );
}

fn ask(path: &str, body: &[u8]) -> Answer {
    let request = Request::post(path)
        .header("content-type", "application/json")
        .body(Body::from(body.to_vec()));
    SUBJECT.ask(request.expect("a request"), &["body"])
}

/// What was accepted is accepted again as it was said back, and says the same.
fn assert_echo(path: &str, answer: &Answer) {
    if answer.is_accepted() {
        let again = ask(path, &answer.body);
        assert_eq!(again.shown(), answer.shown());
    }
}
