//! Tuples: a fixed number of items, each of its own type.

use fastr::{get, model, post};
use serde_json::{Value, json};

/// A point on the map, and its name.
#[model]
struct Place {
    at: (f64, f64),
    name: (String,),
}

#[post("/place")]
fn place(place: Place) -> Place {
    place
}

#[post("/six")]
fn six(all: (u8, i8, bool, String, Option<char>, Vec<u8>)) -> (u8, i8, bool, String, Option<char>, Vec<u8>) {
    all
}

/// A window, and where it stands.
#[model]
struct Window {
    size: (u8, u8),
    at: Option<(i64, i64)>,
}

#[get("/range")]
fn range(#[query] range: (u64, String)) -> (u64, String) {
    range
}

#[get("/window")]
fn window(#[query] window: Window) -> Window {
    window
}

#[get("/pair")]
fn pair() -> (bool, String) {
    (true, "yes".to_owned())
}

#[test]
fn tuples_are_lists_of_their_items() {
    let client = crate::client(module_path!());
    let body = json!({ "at": [48.1, 11.5], "name": ["Munich"] });
    assert_eq!(client.post("/place").json(&body).send().json::<Value>(), body);
    let body = json!([1, -1, true, "a", null, [2]]);
    assert_eq!(client.post("/six").json(&body).send().json::<Value>(), body);
    assert_eq!(client.get("/pair").send().json::<Value>(), json!([true, "yes"]));
}

#[test]
fn what_is_wrong_with_a_tuple_is_told_at_its_item() {
    let client = crate::client(module_path!());
    for (body, mistakes) in [
        (json!({}), vec![("tuple_type", json!(["body"]))]),
        (
            json!([1, 2, true, "a"]),
            vec![("missing", json!(["body", 4])), ("missing", json!(["body", 5]))],
        ),
        (
            json!([1, -1, true, "a", null, [], 7]),
            vec![("too_long", json!(["body"]))],
        ),
        (
            json!([256, -1, true, 5, null, ["x"]]),
            vec![
                ("less_than_equal", json!(["body", 0])),
                ("string_type", json!(["body", 3])),
                ("int_parsing", json!(["body", 5, 0])),
            ],
        ),
    ] {
        let found = crate::mistakes(&client.post("/six").json(&body).send());
        let wanted = mistakes
            .into_iter()
            .map(|(kind, place)| (kind.to_owned(), place.to_string()));
        assert_eq!(found, wanted.collect::<Vec<_>>(), "{body}");
    }
}

#[test]
fn the_items_of_a_tuple_are_the_texts_of_one_name() {
    let client = crate::client(module_path!());
    for (path, status, body) in [
        ("/range?range=1&range=a", 200, json!([1, "a"])),
        (
            "/window?size=1&size=2",
            200,
            json!({ "size": [1, 2], "at": null }),
        ),
        (
            "/window?size=1&size=2&at=-1&at=%2B3",
            200,
            json!({ "size": [1, 2], "at": [-1, 3] }),
        ),
        ("/range", 422, json!([["missing", ["query", "range"]]])),
        (
            "/range?range=x",
            422,
            json!([
                ["int_parsing", ["query", "range", 0]],
                ["missing", ["query", "range", 1]],
            ]),
        ),
        (
            "/range?range=1&range=2&range=3",
            422,
            json!([["too_long", ["query", "range"]]]),
        ),
        (
            "/window?size=1&size=256",
            422,
            json!([["less_than_equal", ["query", "size", 1]]]),
        ),
        ("/window?size=1", 422, json!([["missing", ["query", "size", 1]]])),
        (
            "/window?size=1&size=2&size=3",
            422,
            json!([["too_long", ["query", "size"]]]),
        ),
    ] {
        let response = client.get(path).send();
        assert_eq!(response.status(), status, "{path}");
        let mut found: Value = response.json();
        if status == 422 {
            let all = found["detail"].as_array().expect("a list of mistakes").iter();
            found = all
                .map(|mistake| json!([mistake["type"], mistake["loc"]]))
                .collect();
        }
        assert_eq!(found, body, "{path}");
    }
}

#[test]
fn the_document_has_each_item() {
    let client = crate::client(module_path!());
    let document: Value = client.get("/openapi.json").send().json();
    assert_eq!(
        document["components"]["schemas"]["Place"]["properties"]["at"],
        json!({
            "prefixItems": [{ "type": "number" }, { "type": "number" }],
            "type": "array",
            "minItems": 2,
            "maxItems": 2,
        })
    );
}
