//! What is sent in the place of what is returned, and what is left out of it.

use std::collections::BTreeMap;

use fastr::{App, HttpException, JsonResponse, TestClient, WithHeaders, get, model};
use serde_json::{Value, json};

#[model]
#[derive(Clone)]
struct User {
    name: String,
    password: String,
    age: Option<u8>,
}

#[model]
struct Public {
    name: String,
    age: Option<u8>,
}

impl From<User> for Public {
    fn from(user: User) -> Self {
        Self {
            name: user.name,
            age: user.age,
        }
    }
}

fn user() -> User {
    User {
        name: "ann".to_owned(),
        password: "secret".to_owned(),
        age: None,
    }
}

#[get("/one", response_model = Public)]
fn one() -> User {
    user()
}

#[get("/list", response_model = Vec<Public>)]
fn list() -> Vec<User> {
    vec![user(), user()]
}

#[get("/maybe", response_model = Option<Public>)]
fn maybe() -> Option<User> {
    Some(user())
}

#[get("/result", response_model = Vec<Public>, raises(404))]
fn result(fail: bool) -> Result<Vec<User>, HttpException> {
    if fail {
        return Err(HttpException::new(404, json!({ "why": null })));
    }
    Ok(vec![user()])
}

#[get("/headers", response_model = Public)]
fn headers() -> WithHeaders<User> {
    WithHeaders::new(user()).header("x-header", "1")
}

#[get("/same", response_model = Vec<User>)]
fn same() -> Vec<User> {
    vec![user()]
}

#[get("/same-in-a-result", response_model = Vec<User>, raises(404))]
fn same_in_a_result() -> Result<Vec<User>, HttpException> {
    Ok(vec![user()])
}

#[test]
fn only_what_the_model_has_is_sent() {
    let client = TestClient::new(App::of(module_path!()));
    let get = |path: &str| client.get(path).send().json::<Value>();
    let public = json!({ "name": "ann", "age": null });
    let private = json!({ "name": "ann", "password": "secret", "age": null });
    assert_eq!(get("/one"), public);
    assert_eq!(get("/list"), json!([public, public]));
    assert_eq!(get("/maybe"), public);
    assert_eq!(get("/result?fail=false"), json!([public]));
    assert_eq!(get("/headers"), public);
    assert_eq!(client.get("/headers").send().header("x-header"), Some("1"));
    assert_eq!(get("/same"), json!([private]));
    assert_eq!(get("/same-in-a-result"), json!([private]));
}

#[test]
fn the_document_has_the_model() {
    let document = App::of(module_path!()).openapi().expect("a document");
    let schema = |path: &str| {
        let responses = &document["paths"][path]["get"]["responses"];
        responses["200"]["content"]["application/json"]["schema"].clone()
    };
    let public = json!({ "$ref": "#/components/schemas/Public" });
    for path in ["/one", "/headers"] {
        assert_eq!(schema(path), public, "{path}");
    }
    for path in ["/list", "/result"] {
        assert_eq!(schema(path)["items"], public, "{path}");
    }
}

#[model]
#[derive(Default)]
struct Inner {
    a: Option<i32>,
    #[field(default = 5)]
    b: i32,
}

#[model]
enum Either {
    #[serde(rename = "inner")]
    Inner(Inner),
    Nothing,
}

#[model]
#[serde(tag = "kind")]
enum Tagged {
    Inner(Inner),
}

#[model]
#[serde(untagged)]
enum Any {
    Number(u8),
    Inner(Inner),
}

#[model]
struct All {
    required: i32,
    map: BTreeMap<String, Option<i32>>,
    list: Vec<Option<Inner>>,
    pair: (Option<i32>, Inner),
    either: Vec<Either>,
    tagged: Tagged,
    any: Any,
    #[serde(flatten)]
    flat: Inner,
    big: u128,
    #[field(default = "a \"text\"")]
    text: String,
    any_json: Value,
}

fn inner(a: Option<i32>, b: i32) -> Inner {
    Inner { a, b }
}

fn all() -> All {
    All {
        required: 0,
        map: [("none".to_owned(), None), ("some".to_owned(), Some(1))].into(),
        list: vec![None, Some(inner(None, 5))],
        pair: (None, inner(None, 6)),
        either: vec![Either::Inner(inner(None, 5)), Either::Nothing],
        tagged: Tagged::Inner(inner(None, 6)),
        any: Any::Inner(inner(Some(1), 5)),
        flat: inner(None, 5),
        big: u128::MAX,
        text: "a \"text\"".to_owned(),
        any_json: json!({ "x": null }),
    }
}

#[get("/skip/none", skip_none)]
fn without_none() -> All {
    all()
}

#[get("/skip/defaults", skip_defaults)]
fn without_defaults() -> All {
    all()
}

#[get("/skip/both", skip_none, skip_defaults)]
fn without_both() -> Vec<Inner> {
    vec![inner(None, 5), inner(Some(1), 6)]
}

#[get("/skip/not", skip_none = false)]
fn with_all() -> Inner {
    inner(None, 5)
}

#[get("/skip/json", skip_none, responses(201))]
fn json_response() -> JsonResponse<Inner> {
    JsonResponse::new(inner(None, 5)).status(201)
}

/// What pydantic's `exclude_none` and `exclude_defaults` do: fields of models go, entries of maps and lists stay.
#[test]
fn fields_are_left_out_wherever_a_model_is() {
    let client = TestClient::new(App::of(module_path!()));
    let get = |path: &str| client.get(path).send().text().to_owned();
    let big = u128::MAX;
    assert_eq!(
        get("/skip/none"),
        format!(
            r#"{{"required":0,"map":{{"none":null,"some":1}},"list":[null,{{"b":5}}],"pair":[null,{{"b":6}}],"either":[{{"inner":{{"b":5}}}},"Nothing"],"tagged":{{"kind":"Inner","b":6}},"any":{{"a":1,"b":5}},"b":5,"big":{big},"text":"a \"text\"","any_json":{{"x":null}}}}"#
        )
    );
    assert_eq!(
        get("/skip/defaults"),
        format!(
            r#"{{"required":0,"map":{{"none":null,"some":1}},"list":[null,{{}}],"pair":[null,{{"b":6}}],"either":[{{"inner":{{}}}},"Nothing"],"tagged":{{"kind":"Inner","b":6}},"any":{{"a":1}},"big":{big},"any_json":{{"x":null}}}}"#
        )
    );
    assert_eq!(get("/skip/both"), r#"[{},{"a":1,"b":6}]"#);
    assert_eq!(get("/skip/not"), r#"{"a":null,"b":5}"#);
    assert_eq!(get("/skip/json"), r#"{"b":5}"#);
}

#[test]
fn an_error_is_sent_whole() {
    let client = TestClient::new(App::of(module_path!()));
    let refused = client.get("/result?fail=true").send();
    assert_eq!(refused.text(), r#"{"detail":{"why":null}}"#);
}
