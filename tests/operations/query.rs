//! Query parameters: every kind of scalar, required and optional.

use fastr::{App, TestClient, get, model};
use serde_json::{Value, json};

/// How to sort.
#[model]
#[serde(rename_all = "kebab-case")]
enum Order {
    NewestFirst,
    ByName,
}

/// An operation for each type, which says back what it was given.
macro_rules! echo {
    ($($name:ident $path:literal $type:ty),* $(,)?) => {$(
        #[get($path)]
        fn $name(value: $type) -> Value {
            json!(value)
        }
    )*};
}

echo! {
    a_u8 "/u8" u8,
    a_u16 "/u16" u16,
    a_u32 "/u32" u32,
    a_u64 "/u64" u64,
    a_usize "/usize" usize,
    an_i8 "/i8" i8,
    an_i16 "/i16" i16,
    an_i32 "/i32" i32,
    an_i64 "/i64" i64,
    an_isize "/isize" isize,
    an_f32 "/f32" f32,
    an_f64 "/f64" f64,
    a_bool "/bool" bool,
    a_char "/char" char,
    a_text "/text" String,
    an_order "/order" Order,
    maybe_i32 "/maybe-i32" Option<i32>,
    maybe_text "/maybe-text" Option<String>,
    maybe_order "/maybe-order" Option<Order>,
}

#[get("/u128")]
fn a_u128(value: u128) -> String {
    value.to_string()
}

#[get("/i128")]
fn an_i128(value: i128) -> String {
    value.to_string()
}

#[get("/several")]
fn several(first: i32, second: bool, third: Option<Order>) -> Value {
    json!([first, second, third])
}

#[get("/raw")]
fn raw(r#type: String) -> String {
    r#type
}

fn client() -> TestClient {
    TestClient::new(App::of(module_path!()))
}

#[test]
fn a_value_of_its_type_arrives() {
    let client = client();
    for (path, value, expected) in [
        ("/u8", "255", json!(255)),
        ("/u16", "65535", json!(65_535)),
        ("/u32", "4294967295", json!(4_294_967_295_u32)),
        ("/u64", "18446744073709551615", json!(u64::MAX)),
        ("/usize", "7", json!(7)),
        ("/i8", "-128", json!(-128)),
        ("/i16", "-32768", json!(-32_768)),
        ("/i32", "-2147483648", json!(i32::MIN)),
        ("/i64", "-9223372036854775808", json!(i64::MIN)),
        ("/isize", "-7", json!(-7)),
        (
            "/u128",
            "340282366920938463463374607431768211455",
            json!(u128::MAX.to_string()),
        ),
        (
            "/i128",
            "-170141183460469231731687303715884105728",
            json!(i128::MIN.to_string()),
        ),
        ("/f32", "0.5", json!(0.5)),
        ("/f64", "-1e3", json!(-1000.0)),
        ("/bool", "on", json!(true)),
        ("/bool", "False", json!(false)),
        ("/char", "%C3%A9", json!("é")),
        ("/text", "a+b%26c=d", json!("a b&c=d")),
        ("/text", "", json!("")),
        ("/order", "newest-first", json!("newest-first")),
        ("/maybe-i32", "3", json!(3)),
        ("/maybe-text", "3", json!("3")),
        ("/maybe-order", "by-name", json!("by-name")),
    ] {
        let response = client.get(&format!("{path}?value={value}")).send();
        assert_eq!(response.status(), 200, "{path} {value}: {}", response.text());
        assert_eq!(response.json::<Value>(), expected, "{path} {value}");
    }
}

#[test]
fn what_is_absent_is_missing_or_nothing() {
    let client = client();
    for path in ["/u8", "/i128", "/f64", "/bool", "/char", "/text", "/order"] {
        let response = client.get(path).send();
        assert_eq!(response.status(), 422, "{path}");
        assert_eq!(
            response.json::<Value>(),
            json!({ "detail": [
                { "type": "missing", "loc": ["query", "value"], "msg": "Field required", "input": null },
            ] }),
            "{path}"
        );
    }
    for path in ["/maybe-i32", "/maybe-text", "/maybe-order"] {
        assert_eq!(client.get(path).send().json::<Value>(), Value::Null, "{path}");
    }
}

#[test]
fn a_value_of_another_type_is_refused() {
    let client = client();
    for (path, value, kind) in [
        ("/u8", "x", "int_parsing"),
        ("/i64", "1.5", "int_parsing"),
        ("/f64", "x", "float_parsing"),
        ("/bool", "x", "bool_parsing"),
        ("/order", "NewestFirst", "enum"),
        ("/maybe-i32", "x", "int_parsing"),
        ("/maybe-order", "", "enum"),
    ] {
        let response = client.get(&format!("{path}?value={value}")).send();
        assert_eq!(response.status(), 422, "{path} {value}");
        let error = &response.json::<Value>()["detail"][0];
        assert_eq!(error["type"], kind, "{path} {value}");
        assert_eq!(error["loc"], json!(["query", "value"]), "{path} {value}");
        assert_eq!(error["input"], value, "{path} {value}");
    }
    for (path, value) in [
        ("/u8", "256"),
        ("/u8", "-1"),
        ("/i8", "128"),
        ("/u64", "18446744073709551616"),
    ] {
        assert_eq!(
            client.get(&format!("{path}?value={value}")).send().status(),
            422,
            "{path} {value}"
        );
    }
}

#[test]
fn every_wrong_parameter_is_told_at_once() {
    let client = client();
    let response = client.get("/several?first=x&third=z").send();
    let told: Value = response.json();
    let locs: Vec<&Value> = told["detail"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|error| &error["loc"])
        .collect();
    assert_eq!(
        locs,
        [
            &json!(["query", "first"]),
            &json!(["query", "second"]),
            &json!(["query", "third"])
        ]
    );
    let response = client
        .get("/several?second=no&third=by-name&first=-1&first=1&unknown=2")
        .send();
    assert_eq!(response.json::<Value>(), json!([1, false, "by-name"]));
}

#[test]
fn a_raw_name_is_sent_without_its_mark() {
    assert_eq!(client().get("/raw?type=x").send().text(), "\"x\"");
}

#[test]
fn parameters_are_documented() {
    let document = App::of(module_path!()).openapi().expect("the document");
    let operation = |path: &str| document["paths"][path]["get"].clone();
    assert_eq!(
        operation("/several")["parameters"],
        json!([
            {
                "name": "first", "in": "query", "required": true,
                "schema": { "type": "integer", "minimum": i32::MIN, "maximum": i32::MAX },
            },
            { "name": "second", "in": "query", "required": true, "schema": { "type": "boolean" } },
            {
                "name": "third", "in": "query", "required": false,
                "schema": { "$ref": "#/components/schemas/Order" },
            },
        ])
    );
    let statuses = |path: &str| -> Vec<String> {
        let operation = operation(path);
        operation["responses"]
            .as_object()
            .expect("responses")
            .keys()
            .cloned()
            .collect()
    };
    assert_eq!(statuses("/text"), ["200", "422", "500"], "it can be missing");
    assert_eq!(
        statuses("/maybe-text"),
        ["200", "500"],
        "any text, or none: nothing can be wrong with it"
    );
    assert_eq!(statuses("/maybe-i32"), ["200", "422", "500"]);
}
