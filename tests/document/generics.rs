//! Generic models: each of what they are used for has a schema of its own, named as pydantic names it.

use fastr::{App, get, model, post};
use serde_json::{Value, json};

#[model]
struct Item {
    name: String,
}

/// A part of a list.
#[model]
struct Page<T> {
    items: Vec<T>,
    total: u64,
}

#[model]
struct Pair<A, B> {
    first: A,
    second: Option<B>,
}

#[model]
struct Tree<T> {
    value: T,
    #[field(default, max_items = 2)]
    children: Vec<Self>,
}

#[model]
#[serde(tag = "kind")]
enum Found<T> {
    One { value: T },
    Nothing,
}

#[model]
#[serde(untagged)]
enum OneOrMany<T> {
    One(T),
    Many(Page<T>),
}

/// Of the same name as another, and of others of its name.
mod elsewhere {
    use fastr::model;

    #[model]
    pub struct Item {
        pub id: u64,
    }

    #[model]
    pub struct Tree<T> {
        pub leaf: T,
    }
}

mod names {
    //! Several uses of one model.

    use super::{Found, Item, Page, Pair, get};

    #[get("/items")]
    fn items() -> Page<Item> {
        Page {
            items: Vec::new(),
            total: 0,
        }
    }

    #[get("/pages")]
    fn pages() -> Page<Page<Item>> {
        Page {
            items: Vec::new(),
            total: 0,
        }
    }

    #[get("/names")]
    fn names() -> Page<String> {
        Page {
            items: Vec::new(),
            total: 0,
        }
    }

    #[get("/pairs")]
    fn pairs() -> Pair<u64, Vec<Option<Item>>> {
        Pair {
            first: 1,
            second: None,
        }
    }

    #[get("/found")]
    fn found() -> Found<Item> {
        Found::Nothing
    }
}

mod two_ways {
    //! Taken and sent.

    use super::{OneOrMany, Tree, post};

    #[post("/trees")]
    fn trees(tree: Tree<u8>) -> Tree<u8> {
        tree
    }

    #[post("/several")]
    fn several(several: OneOrMany<super::Item>) -> String {
        match several {
            OneOrMany::One(item) => item.name,
            OneOrMany::Many(page) => page.items.len().to_string(),
        }
    }
}

mod collisions {
    //! One name, from two modules.

    use super::{Item, Page, Tree, elsewhere, get};

    #[get("/here")]
    fn here() -> Page<Item> {
        Page {
            items: Vec::new(),
            total: 0,
        }
    }

    #[get("/there")]
    fn there() -> Page<elsewhere::Item> {
        Page {
            items: Vec::new(),
            total: 0,
        }
    }

    #[get("/tree")]
    fn tree() -> Tree<String> {
        Tree {
            value: String::new(),
            children: Vec::new(),
        }
    }

    #[get("/other-tree")]
    fn other_tree() -> elsewhere::Tree<String> {
        elsewhere::Tree { leaf: String::new() }
    }
}

fn document(module: &'static str) -> Value {
    App::of(module).openapi().expect("a document")
}

/// The names of the schemas, but for those of mistakes.
fn names(document: &Value) -> Vec<&str> {
    let schemas = document["components"]["schemas"].as_object().expect("schemas");
    schemas
        .keys()
        .map(String::as_str)
        .filter(|name| !name.contains("Error") && !name.starts_with("HTTP"))
        .collect()
}

#[test]
fn a_generic_model_is_named_with_what_it_is_of() {
    let document = document(concat!(module_path!(), "::names"));
    assert_eq!(
        names(&document),
        [
            "FoundOne_Item_",
            "Found_Item_",
            "Found_Item__Nothing",
            "Found_Item__One",
            "Item",
            "Page_Item_",
            "Page_Page_Item__",
            "Page_String_",
            "Pair_u64__Vec_Option_Item___",
        ]
    );
    let schemas = &document["components"]["schemas"];
    for (name, title) in [
        ("Page_Page_Item__", "Page[Page[Item]]"),
        ("Pair_u64__Vec_Option_Item___", "Pair[u64, Vec[Option[Item]]]"),
        ("Found_Item_", "Found[Item]"),
        ("Item", "Item"),
    ] {
        assert_eq!(schemas[name]["title"], title);
    }
    assert_eq!(
        schemas["Page_Page_Item__"]["properties"]["items"],
        json!({ "items": { "$ref": "#/components/schemas/Page_Item_" }, "type": "array" })
    );
    assert_eq!(
        schemas["Page_String_"]["properties"]["items"]["items"],
        json!({ "type": "string" })
    );
    assert_eq!(schemas["Page_Item_"]["description"], "A part of a list.");
}

#[test]
fn a_generic_model_may_contain_itself_and_differ_when_it_is_sent() {
    let document = document(concat!(module_path!(), "::two_ways"));
    let schemas = &document["components"]["schemas"];
    let children = &schemas["Tree_u8_-Input"]["properties"]["children"];
    assert_eq!(children["items"]["$ref"], "#/components/schemas/Tree_u8_-Input");
    assert_eq!(
        (&children["maxItems"], &children["default"]),
        (&json!(2), &json!([]))
    );
    assert_eq!(schemas["Tree_u8_-Output"]["title"], "Tree[u8]-Output");
    assert_eq!(
        schemas["Tree_u8_-Output"]["required"],
        json!(["value", "children"])
    );
}

#[test]
fn generic_models_of_one_name_are_told_apart_by_their_modules() {
    let document = document(concat!(module_path!(), "::collisions"));
    let here = module_path!().replace("::", "__");
    let mut expected = [
        "Item",
        "elsewhere__Item",
        "elsewhere__Tree_alloc__string__String_",
        "Tree_alloc__string__String_",
    ]
    .map(|name| format!("{here}__{name}"))
    .to_vec();
    expected.push(format!("{here}__Page_{here}__Item_"));
    expected.push(format!("{here}__Page_{here}__elsewhere__Item_"));
    expected.sort();
    assert_eq!(names(&document), expected);
}

#[test]
fn the_parameter_of_a_generic_model_is_checked() {
    let client = fastr::TestClient::new(App::of(concat!(module_path!(), "::two_ways")));
    let post = |path: &str, body: Value| {
        let response = client.post(path).json(&body).send();
        (response.status(), response.json::<Value>())
    };
    let leaf = json!({ "value": 1 });
    let sent = post("/trees", json!({ "value": 255, "children": [leaf] }));
    assert_eq!(
        sent,
        (
            200,
            json!({ "value": 255, "children": [{ "value": 1, "children": [] }] })
        )
    );

    let (status, refused) = post(
        "/trees",
        json!({ "value": 256, "children": [{ "value": 1, "children": [leaf, leaf, leaf] }] }),
    );
    assert_eq!(status, 422);
    assert_eq!(refused["detail"][0]["loc"], json!(["body", "value"]));
    assert_eq!(
        refused["detail"][1]["loc"],
        json!(["body", "children", 0, "children"])
    );
    assert_eq!(refused["detail"][1]["type"], "too_long");

    // A member of a union is called by its title, as pydantic calls it.
    let (status, refused) = post("/several", json!({ "items": [] }));
    assert_eq!(status, 422);
    assert_eq!(refused["detail"][0]["loc"], json!(["body", "Item", "name"]));
    assert_eq!(
        refused["detail"][1]["loc"],
        json!(["body", "Page[Item]", "total"])
    );
    assert_eq!(
        post("/several", json!({ "items": [], "total": 0 })),
        (200, json!("0"))
    );
}
