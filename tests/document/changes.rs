//! What changed between two documents, and what of it breaks clients: one row, one change.

use fastr::openapi::diff;
use serde_json::{Value, json};

/// A document with one operation, which is changed; the schema of `#/components/schemas/Node` contains itself.
fn document(operation: &Value) -> Value {
    json!({
        "paths": { "/items/{item_id}": { "post": operation } },
        "components": { "schemas": {
            "Node": { "type": "object", "properties": { "next": { "$ref": "#/components/schemas/Node" } } },
        } },
    })
}

fn changes(old: &Value, new: &Value) -> Vec<String> {
    let changes = diff(&document(old), &document(new));
    let said = changes.iter().map(ToString::to_string);
    said.map(|change| change.replace(": POST /items/{item_id}: ", ": "))
        .collect()
}

fn parameter(said: &Value) -> Value {
    let mut parameter = json!({ "name": "q", "in": "query" });
    parameter
        .as_object_mut()
        .expect("an object")
        .extend(said.as_object().expect("an object").clone());
    json!({ "parameters": [parameter] })
}

fn taken(schema: &Value) -> Value {
    json!({ "requestBody": { "content": { "application/json": { "schema": schema } } } })
}

fn sent(schema: &Value) -> Value {
    json!({ "responses": { "200": { "content": { "application/json": { "schema": schema } } } } })
}

#[track_caller]
fn rows(rows: &[(Value, Value, &[&str])]) {
    for (old, new, expected) in rows {
        assert_eq!(changes(old, new), *expected, "from {old:#} to {new:#}");
        assert_eq!(changes(old, old), [""; 0], "nothing changed in {old:#}");
    }
}

#[test]
fn websockets() {
    let document = |path: &str, socket: Value| json!({ "paths": {}, "x-websockets": { path: socket } });
    let said = |old: &Value, new: &Value| diff(old, new).iter().map(ToString::to_string).collect::<Vec<_>>();
    let old = document(
        "/ws/{room}",
        json!({
            "responses": { "101": {}, "403": {} },
            "receives": { "contentType": "application/json", "schema": { "type": "integer" } },
            "sends": { "contentType": "text/plain", "schema": { "type": "string" } },
            "closes": { "1000": "Normal Closure", "4001": "kicked" },
        }),
    );
    let new = document(
        "/ws/{name}",
        json!({
            "parameters": [{ "name": "token", "in": "query", "required": true }],
            "responses": { "101": {}, "403": {} },
            "receives": { "contentType": "application/json", "schema": { "type": "string" } },
            "sends": { "contentType": "application/json", "schema": { "type": "string" } },
            "closes": { "1000": "Normal Closure", "4002": "kicked" },
        }),
    );
    let changes = said(&old, &new);
    assert_eq!(
        changes,
        [
            "breaking: WS /ws/{room}: the query parameter `token` is new, and required",
            "breaking: WS /ws/{room}: what it receives can no longer be integer",
            "compatible: WS /ws/{room}: what it receives can be string, which it could not",
            "breaking: WS /ws/{room}: what it sends is now application/json",
            "compatible: WS /ws/{room}: it is no longer closed with 4001",
            "compatible: WS /ws/{room}: it can be closed with 4002, too",
        ]
    );
    assert_eq!(said(&old, &old), [""; 0]);
    let gone = json!({ "paths": {} });
    assert_eq!(said(&old, &gone), ["breaking: WS /ws/{room}: it is gone"]);
    assert_eq!(said(&gone, &old), ["compatible: WS /ws/{room}: it is new"]);
}

#[test]
fn operations() {
    let one = json!({ "paths": { "/a": { "get": {} } } });
    let other = json!({ "paths": { "/b/{x}": { "get": {} } } });
    let renamed = json!({ "paths": { "/b/{y}": { "get": {} } } });
    let said: Vec<_> = diff(&one, &other).iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "breaking: GET /a: it is gone",
            "compatible: GET /b/{x}: it is new"
        ]
    );
    assert_eq!(diff(&other, &renamed), []);
    rows(&[(
        json!({}),
        json!({ "deprecated": true }),
        &["compatible: it is deprecated"],
    )]);
}

#[test]
fn statuses() {
    let with = |statuses: &[&str]| {
        let responses: serde_json::Map<_, _> = statuses
            .iter()
            .map(|status| ((*status).to_owned(), json!({})))
            .collect();
        json!({ "responses": responses })
    };
    rows(&[
        (
            with(&["200"]),
            with(&["201"]),
            &[
                "breaking: it no longer answers 200 OK",
                "breaking: it can answer 201 Created, which it could not",
            ],
        ),
        (
            with(&["200"]),
            with(&["200", "404"]),
            &["breaking: it can answer 404 Not Found, which it could not"],
        ),
        (
            with(&["200", "404"]),
            with(&["200", "409"]),
            &[
                "compatible: it no longer answers 404 Not Found",
                "compatible: it can answer 409 Conflict, too; a client knows other statuses of that class",
            ],
        ),
        (
            with(&["200", "4XX"]),
            with(&["200", "4XX", "418"]),
            &["compatible: it can answer 418 I'm a Teapot, too; a client knows other statuses of that class"],
        ),
        (
            with(&["200", "404"]),
            with(&["200", "404", "500"]),
            &["breaking: it can answer 500 Internal Server Error, which it could not"],
        ),
    ]);
    let header = json!({ "responses": { "201": { "headers": { "Location": {} } } } });
    let lower = json!({ "responses": { "201": { "headers": { "location": {} } } } });
    rows(&[
        (
            header.clone(),
            with(&["201"]),
            &["breaking: the header `Location` of 201 Created is gone"],
        ),
        (header, lower, &[]),
    ]);
}

#[test]
fn parameters() {
    rows(&[
        (
            parameter(&json!({ "required": false })),
            parameter(&json!({ "required": true })),
            &["breaking: the query parameter `q` is required, which it was not"],
        ),
        (
            parameter(&json!({ "required": true })),
            parameter(&json!({})),
            &[],
        ),
        (
            parameter(&json!({})),
            json!({}),
            &["breaking: the query parameter `q` is gone"],
        ),
        (
            json!({}),
            parameter(&json!({})),
            &["compatible: the query parameter `q` is new"],
        ),
        (
            json!({}),
            parameter(&json!({ "required": true })),
            &["breaking: the query parameter `q` is new, and required"],
        ),
        (
            parameter(&json!({ "schema": { "type": "string" } })),
            parameter(&json!({ "schema": { "type": "integer" } })),
            &[
                "breaking: the query parameter `q` can no longer be string",
                "compatible: the query parameter `q` can be integer, which it could not",
            ],
        ),
        (
            parameter(&json!({ "in": "header", "name": "X-Token" })),
            parameter(&json!({ "in": "header", "name": "x-token" })),
            &[],
        ),
    ]);
    let path = |name: &str, schema: &Value| {
        json!({ "paths": { format!("/items/{{{name}}}"): { "get": {
            "parameters": [{ "name": name, "in": "path", "required": true, "schema": schema }],
        } } } })
    };
    let (number, text) = (json!({ "type": "integer" }), json!({ "type": "string" }));
    assert_eq!(diff(&path("id", &number), &path("item_id", &number)), []);
    let said = diff(&path("id", &text), &path("item_id", &number));
    assert_eq!(
        said[0].to_string(),
        "breaking: GET /items/{id}: the path parameter `id` can no longer be string"
    );
}

#[test]
fn bodies() {
    let of = |media_type: &str, required: bool| json!({ "requestBody": { "content": { media_type: {} }, "required": required } });
    rows(&[
        (
            json!({}),
            of("text/plain", true),
            &["breaking: the body is new, and required"],
        ),
        (
            json!({}),
            of("text/plain", false),
            &["compatible: the body is new"],
        ),
        (of("text/plain", true), json!({}), &["breaking: the body is gone"]),
        (
            of("text/plain", false),
            of("text/plain", true),
            &["breaking: the body is required, which it was not"],
        ),
        (
            of("text/plain", true),
            of("application/json", true),
            &[
                "breaking: the body is no longer text/plain",
                "compatible: the body can be application/json, too",
            ],
        ),
    ]);
}

/// A narrower schema breaks where it is taken, and a wider one where it is sent.
#[track_caller]
fn narrowed(wide: &Value, narrow: &Value, expected: &str) {
    let separator = if expected.starts_with(',') { "" } else { " " };
    let said = changes(&taken(wide), &taken(narrow));
    assert_eq!(
        said,
        [format!("breaking: the body{separator}{expected}")],
        "from {wide} to {narrow}"
    );
    assert_eq!(
        changes(&sent(wide), &sent(narrow)),
        [format!("compatible: the body of 200 OK{separator}{expected}")],
        "from {wide} to {narrow}"
    );
    // A property that is new where others can come breaks nobody.
    let kind = if expected.ends_with("is gone") {
        "compatible"
    } else {
        "breaking"
    };
    for (widened, kind) in [
        (changes(&taken(narrow), &taken(wide)), "compatible"),
        (changes(&sent(narrow), &sent(wide)), kind),
    ] {
        assert_eq!(widened.len(), 1, "from {narrow} to {wide}: {widened:?}");
        assert!(
            widened[0].starts_with(kind),
            "from {narrow} to {wide}: {widened:?}"
        );
    }
    assert_eq!(changes(&taken(wide), &taken(wide)), [""; 0], "{wide}");
}

/// What narrows a schema breaks where it is taken; the same the other way round where it is sent.
#[test]
fn schemas_that_take_less() {
    for (wide, narrow, expected) in [
        (
            json!({}),
            json!({ "type": "string" }),
            "can no longer be anything",
        ),
        (
            json!({ "type": "number" }),
            json!({ "type": "integer" }),
            "can no longer be number",
        ),
        (
            json!({ "anyOf": [{ "type": "string" }, { "type": "null" }] }),
            json!({ "type": "string" }),
            "can no longer be null",
        ),
        (
            json!({ "type": ["string", "null"] }),
            json!({ "type": "string" }),
            "can no longer be null",
        ),
        (
            json!({ "type": "string" }),
            json!({ "type": "string", "enum": ["a"] }),
            "has to be one of a list",
        ),
        (
            json!({ "enum": ["a", "b"] }),
            json!({ "enum": ["a"] }),
            "can no longer be \"b\"",
        ),
        (
            json!({ "type": "string" }),
            json!({ "type": "string", "maxLength": 5 }),
            "has to keep `maxLength` 5, which was not given",
        ),
        (
            json!({ "type": "integer", "minimum": 1 }),
            json!({ "type": "integer", "minimum": 2 }),
            "has to keep `minimum` 2, which was 1",
        ),
        (
            json!({ "type": "string" }),
            json!({ "type": "string", "pattern": "^a" }),
            "has to keep `pattern` \"^a\", which was not given",
        ),
        (
            json!({ "type": "string" }),
            json!({ "type": "string", "format": "uuid" }),
            "has to keep `format` \"uuid\", which was not given",
        ),
        (
            json!({ "type": "object", "properties": { "a": {} } }),
            json!({ "type": "object", "properties": { "a": {} }, "required": ["a"] }),
            ", `a` is required, which it was not",
        ),
        (
            json!({ "type": "object", "properties": { "a": { "type": "string" }, "b": {} } }),
            json!({ "type": "object", "properties": { "a": { "type": "string" } } }),
            ", `b` is gone",
        ),
        (
            json!({ "type": "array", "items": { "type": "number" } }),
            json!({ "type": "array", "items": { "type": "integer" } }),
            ", the items can no longer be number",
        ),
        (
            json!({ "allOf": [{ "properties": { "a": { "type": "number" } } }] }),
            json!({ "properties": { "a": { "type": "integer" } } }),
            ", `a` can no longer be number",
        ),
    ] {
        narrowed(&wide, &narrow, expected);
    }
}

#[test]
fn schemas_that_send_more() {
    for (old, new, expected) in [
        (
            json!({ "type": "object", "properties": { "a": {} }, "required": ["a"] }),
            json!({ "type": "object", "properties": { "a": {} } }),
            ", `a` can be absent",
        ),
        (
            json!({ "type": "object", "properties": { "a": {} }, "additionalProperties": false }),
            json!({ "type": "object", "properties": { "a": {}, "b": {} }, "additionalProperties": false }),
            ", `b` is new, where nothing else was to come",
        ),
        (
            json!({ "type": "integer", "maximum": 5 }),
            json!({ "type": "integer", "maximum": 9 }),
            " can go beyond `maximum` 5, which is 9 now",
        ),
        (
            json!({ "oneOf": [{ "type": "object", "properties": { "kind": { "const": "a" } }, "required": ["kind"] }] }),
            json!({ "oneOf": [
                { "type": "object", "properties": { "kind": { "const": "a" } }, "required": ["kind"] },
                { "type": "object", "properties": { "kind": { "const": "b" } }, "required": ["kind"] },
            ] }),
            ", `kind` can be \"b\"",
        ),
    ] {
        assert_eq!(
            changes(&sent(&old), &sent(&new)),
            [format!("breaking: the body of 200 OK{expected}")]
        );
    }
}

/// Each change of a property is told once, and breaks or does not.
#[test]
fn properties_that_come_and_go() {
    let of = |names: &[&str], required: &[&str]| {
        let properties: serde_json::Map<_, _> =
            names.iter().map(|name| ((*name).to_owned(), json!({}))).collect();
        json!({ "type": "object", "properties": properties, "required": required })
    };
    let (one, two) = (&["a"][..], &["a", "b"][..]);
    for (old, new, input, output) in [
        (
            of(one, &[]),
            of(two, &[]),
            "compatible: `b` is new",
            "compatible: `b` is new",
        ),
        (
            of(one, &[]),
            of(two, &["b"]),
            "breaking: `b` is required, which it was not",
            "compatible: `b` is new",
        ),
        (
            of(two, &[]),
            of(one, &[]),
            "breaking: `b` is gone",
            "compatible: `b` is gone",
        ),
        (
            of(two, &["b"]),
            of(one, &[]),
            "breaking: `b` is gone",
            "breaking: `b` can be absent",
        ),
        (
            of(two, &["b"]),
            of(two, &[]),
            "compatible: `b` can be absent",
            "breaking: `b` can be absent",
        ),
    ] {
        let of = |expected: &str, said: &str| [expected.replacen("`b`", &format!("{said}, `b`"), 1)];
        assert_eq!(changes(&taken(&old), &taken(&new)), of(input, "the body"));
        assert_eq!(
            changes(&sent(&old), &sent(&new)),
            of(output, "the body of 200 OK")
        );
    }
}

#[test]
fn a_schema_that_contains_itself_is_looked_at_once() {
    let node = json!({ "$ref": "#/components/schemas/Node" });
    let (mut old, mut new) = (document(&taken(&node)), document(&taken(&node)));
    assert_eq!(diff(&old, &new), []);
    new["components"]["schemas"]["Node"]["required"] = json!(["next"]);
    let said: Vec<_> = diff(&old, &new).iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["breaking: POST /items/{item_id}: the body, `next` is required, which it was not"]
    );
    old["components"]["schemas"]["Node"] = node.clone();
    new["components"]["schemas"]["Node"] = node;
    assert_eq!(diff(&old, &new), []);
}

/// What a webhook sends and a callback understands is the other way round.
#[test]
fn requests_that_the_program_sends() {
    let request = |schema: &Value, answers: &Value| {
        json!({
            "parameters": [{ "name": "x-signature", "in": "header", "required": true, "schema": { "type": "string" } }],
            "requestBody": { "content": { "application/json": { "schema": schema } } },
            "responses": answers,
        })
    };
    let (text, short) = (
        json!({ "type": "string" }),
        json!({ "type": "string", "maxLength": 5 }),
    );
    let both = json!({ "200": { "content": { "application/json": { "schema": text } } }, "410": {} });
    let one = json!({ "200": { "content": { "application/json": { "schema": short } } } });
    let mut unsigned = request(&short, &both);
    unsigned["parameters"][0]["required"] = false.into();
    let rows = [
        (
            request(&text, &one),
            request(&short, &both),
            &[
                "compatible: the body has to keep `maxLength` 5, which was not given",
                "compatible: the body of 200 OK can go beyond `maxLength` 5, which is not given now",
            ][..],
        ),
        (
            request(&short, &both),
            request(&text, &one),
            &[
                "breaking: the body can go beyond `maxLength` 5, which is not given now",
                "breaking: the body of 200 OK has to keep `maxLength` 5, which was not given",
                "breaking: the answer 410 Gone is no longer understood",
            ],
        ),
        (
            request(&short, &both),
            unsigned,
            &["breaking: the header parameter `x-signature` can be absent"],
        ),
        (
            request(&short, &both),
            json!({ "responses": both }),
            &[
                "breaking: the header parameter `x-signature` is no longer sent",
                "breaking: the body is no longer sent",
            ],
        ),
    ];
    for (old, new, expected) in rows {
        let webhook = |request: &Value| json!({ "paths": {}, "webhooks": { "new": { "post": request } } });
        let callback = |request: &Value| json!({ "callbacks": { "done": { "{$request.query.url}": { "post": request } } } });
        let name = ": webhook POST new: ";
        let expected_of = |name: &str| {
            expected
                .iter()
                .map(|what| what.replacen(": ", name, 1))
                .collect::<Vec<_>>()
        };
        let said: Vec<_> = diff(&webhook(&old), &webhook(&new))
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(said, expected_of(name));
        let name = ": POST /items/{item_id}, callback done: ";
        let said = changes(&callback(&old), &callback(&new));
        assert_eq!(said, expected_of(name));
    }
    let webhook = json!({ "webhooks": { "new": { "post": {} } } });
    let said: Vec<_> = diff(&webhook, &json!({}))
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(said, ["breaking: webhook POST new: it is no longer sent"]);
    assert_eq!(diff(&json!({}), &webhook), []);
}

/// A place in memory that was given back is no schema that was seen already.
#[test]
fn every_one_of_many_changes_is_told() {
    let many = |kind: &str| {
        let property = |index: i32| {
            let inner = json!({ "type": "object", "properties": { "inner": { "type": kind } } });
            (format!("p{index:02}"), inner)
        };
        let properties: serde_json::Map<_, _> = (0..50).map(property).collect();
        json!({ "type": "object", "properties": properties })
    };
    let said = changes(&taken(&many("string")), &taken(&many("boolean")));
    let each = |what: &str| {
        let said = (0..50).map(|index| what.replace("NN", &format!("{index:02}")));
        said.collect::<Vec<_>>()
    };
    let gone = each("breaking: the body, `pNN`, `inner` can no longer be string");
    let come = each("compatible: the body, `pNN`, `inner` can be boolean, which it could not");
    assert_eq!(said, [gone, come].concat());
}
