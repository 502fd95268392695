//! Types that look different when they are sent: FastAPI's page "Separate OpenAPI Schemas for Input and Output or Not".

use fastr::{App, Patch, model, post};
use serde_json::{Value, json};

#[model]
struct Item {
    name: String,
    description: Option<String>,
    #[field(default)]
    tags: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    patch: Patch<u8>,
}

/// It holds an item, so it differs as well.
#[model]
struct Shelf {
    items: Vec<Item>,
}

/// Every field is there both ways.
#[model]
struct Label {
    text: String,
}

/// A tree, which differs because of what it holds beside itself.
#[model]
struct Tree {
    branches: Vec<Tree>,
    leaf: Option<Item>,
}

mod a {
    #[fastr::model]
    #[derive(Clone, Copy)]
    pub struct Same {
        pub one: u8,
    }
}

mod b {
    #[fastr::model]
    #[derive(Clone, Copy)]
    pub struct Same {
        pub other: u8,
    }
}

#[post("/items")]
fn item(item: Item) -> Item {
    item
}

#[post("/shelves")]
fn shelf(shelf: Shelf) -> Shelf {
    shelf
}

#[post("/labels")]
fn label(label: Label) -> Label {
    label
}

#[post("/trees")]
fn tree(tree: Tree) -> Tree {
    tree
}

#[post("/same")]
fn same(one: a::Same, other: b::Same) -> bool {
    one.one == other.other
}

fn schemas(app: &App) -> Value {
    app.openapi().expect("the document")["components"]["schemas"].clone()
}

fn app() -> App {
    App::of(module_path!())
}

#[test]
fn a_field_that_is_always_sent_is_required_there() {
    let schemas = schemas(&app());
    assert_eq!(schemas["Item-Input"]["required"], json!(["name"]));
    assert_eq!(
        schemas["Item-Output"]["required"],
        json!(["name", "description", "tags"])
    );
}

#[test]
fn what_holds_it_is_apart_too_and_the_rest_is_not() {
    let schemas = schemas(&app());
    let items = |name: &str| schemas[name]["properties"]["items"]["items"]["$ref"].clone();
    assert_eq!(items("Shelf-Input"), "#/components/schemas/Item-Input");
    assert_eq!(items("Shelf-Output"), "#/components/schemas/Item-Output");
    let branches = &schemas["Tree-Output"]["properties"]["branches"]["items"]["$ref"];
    assert_eq!(*branches, "#/components/schemas/Tree-Output");
    assert_eq!(schemas["Label"]["required"], json!(["text"]));
    assert_eq!(schemas.get("Label-Input"), None);
}

#[test]
fn they_can_be_kept_together() {
    let schemas = schemas(&app().separate_input_output_schemas(false));
    assert_eq!(schemas["Item"]["required"], json!(["name"]));
    let names: Vec<_> = schemas.as_object().expect("schemas").keys().collect();
    assert!(names.iter().all(|name| !name.contains("put")), "{names:?}");
}

#[test]
fn two_types_of_one_name_have_the_names_of_their_modules() {
    let document = app().openapi().expect("the document");
    let content = &document["paths"]["/same"]["post"]["requestBody"]["content"];
    let properties = &content["application/json"]["schema"]["properties"];
    for (key, module) in [("one", "a"), ("other", "b")] {
        let name = format!("{}__{module}__Same", module_path!().replace("::", "__"));
        assert_eq!(properties[key]["$ref"], format!("#/components/schemas/{name}"));
        assert!(document["components"]["schemas"][name.as_str()].is_object());
    }
}
