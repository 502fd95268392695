//! Bodies that have an inner life: models within models, one of several, only a part.

use super::support::json;
use super::{ask, drive, mistake, ok, refused};

#[test]
fn body_nested_models() {
    drive(
        "body_nested_models",
        &[
            (
                ask(
                    "POST /routes/",
                    r#"{"name":"Lake","tags":["wet","wet","long"],"stages":[{"from":{"name":"A"},"to":{"name":"B","height":410},"sights":{"mills":[{"name":"Old mill"}]}}]}"#,
                ),
                ok(
                    r#"{"name":"Lake","tags":["long","wet"],"stages":[{"from":{"name":"A","height":null},"to":{"name":"B","height":410},"sights":{"mills":[{"name":"Old mill","height":null}]}}],"shelter":null}"#,
                ),
            ),
            (
                ask(
                    "POST /routes/",
                    r#"{"name":"Lake","tags":"wet","stages":[{"from":{"name":""},"sights":{"mills":[{"height":1}]}}],"shelter":"none"}"#,
                ),
                refused(&[
                    mistake(
                        "set_type",
                        r#"["body","tags"]"#,
                        "Input should be a valid set",
                        r#""input":"wet""#,
                    ),
                    mistake(
                        "string_too_short",
                        r#"["body","stages",0,"from","name"]"#,
                        "String should have at least 1 character",
                        r#""input":"","ctx":{"min_length":1}"#,
                    ),
                    mistake(
                        "missing",
                        r#"["body","stages",0,"to"]"#,
                        "Field required",
                        r#""input":{"from":{"name":""},"sights":{"mills":[{"height":1}]}}"#,
                    ),
                    mistake(
                        "missing",
                        r#"["body","stages",0,"sights","mills",0,"name"]"#,
                        "Field required",
                        r#""input":{"height":1}"#,
                    ),
                    mistake(
                        "model_attributes_type",
                        r#"["body","shelter"]"#,
                        "Input should be a valid dictionary or object to extract fields from",
                        r#""input":"none""#,
                    ),
                ]),
            ),
            (
                ask("POST /routes/", r#"{"name":"Lake","stages":[]}"#),
                refused(&[mistake(
                    "too_short",
                    r#"["body","stages"]"#,
                    "List should have at least 1 item after validation, not 0",
                    r#""input":[],"ctx":{"field_type":"List","min_length":1,"actual_length":0}"#,
                )]),
            ),
            (
                ask("POST /places/", r#"[{"name":"A"},{"name":"B"}]"#),
                ok(r#"["A","B"]"#),
            ),
            (
                ask("POST /places/", r#"[{"name":"A"},{"height":1}]"#),
                refused(&[mistake(
                    "missing",
                    r#"["body",1,"name"]"#,
                    "Field required",
                    r#""input":{"height":1}"#,
                )]),
            ),
            (
                ask("POST /places/", r#"{"name":"A"}"#),
                refused(&[mistake(
                    "list_type",
                    r#"["body"]"#,
                    "Input should be a valid list",
                    r#""input":{"name":"A"}"#,
                )]),
            ),
            (
                ask("POST /weather/", r#"{"A":3.5,"B":-1}"#),
                ok(r#"{"A":3.5,"B":-1.0}"#),
            ),
            (
                ask("POST /weather/", r#"{"A":3.5,"B":"cold"}"#),
                refused(&[mistake(
                    "float_parsing",
                    r#"["body","B"]"#,
                    "Input should be a valid number, unable to parse string as a number",
                    r#""input":"cold""#,
                )]),
            ),
        ],
    );
}

#[test]
fn declare_request_example() {
    drive(
        "declare_request_example",
        &[
            (
                ask("PUT /plants/3", r#"{"name":"Fern","height":0.4}"#),
                ok(r#""Fern at 3""#),
            ),
            (
                ask("PUT /plants/3", r#"{"name":"Fern"}"#),
                refused(&[mistake(
                    "missing",
                    r#"["body","height"]"#,
                    "Field required",
                    r#""input":{"name":"Fern"}"#,
                )]),
            ),
            (
                ask(
                    "POST /beds/",
                    r#"{"name":"By the gate","rows":4,"plants":["Fern","Moss"]}"#,
                ),
                ok(r#"{"name":"By the gate","rows":4,"plants":["Fern","Moss"]}"#),
            ),
            (
                ask("POST /beds/", r#"{"name":"By the gate","rows":0}"#),
                refused(&[mistake(
                    "greater_than",
                    r#"["body","rows"]"#,
                    "Input should be greater than 0",
                    r#""input":0,"ctx":{"gt":0}"#,
                )]),
            ),
            (
                ask("POST /orders/", r#"{"name":"Moss","height":0.1}"#),
                ok(r#"{"name":"Moss","height":0.1,"shade":false}"#),
            ),
            (
                ask("POST /orders/", r#"{"name":"Moss","height":"small"}"#),
                refused(&[mistake(
                    "float_parsing",
                    r#"["body","height"]"#,
                    "Input should be a valid number, unable to parse string as a number",
                    r#""input":"small""#,
                )]),
            ),
            (ask("GET /plants/?q=fern", ""), ok(r#"["fern"]"#)),
        ],
    );
}

#[test]
fn body_updates() {
    drive(
        "body_updates",
        &[
            (
                ask("GET /clocks/hall", ""),
                ok(r#"{"name":"Long-case clock","maker":"Tompion","minutes_fast":-4}"#),
            ),
            (
                ask("PATCH /clocks/hall", r#"{"minutes_fast":2}"#),
                ok(r#"{"name":"Long-case clock","maker":"Tompion","minutes_fast":2}"#),
            ),
            (
                ask("PATCH /clocks/hall", r#"{"name":"Tall clock","maker":null}"#),
                ok(r#"{"name":"Tall clock","maker":null,"minutes_fast":2}"#),
            ),
            (
                ask("PATCH /clocks/hall", "{}"),
                ok(r#"{"name":"Tall clock","maker":null,"minutes_fast":2}"#),
            ),
            (
                ask("PATCH /clocks/hall", r#"{"name":"","minutes_fast":31}"#),
                refused(&[
                    mistake(
                        "string_too_short",
                        r#"["body","name"]"#,
                        "String should have at least 1 character",
                        r#""input":"","ctx":{"min_length":1}"#,
                    ),
                    mistake(
                        "less_than_equal",
                        r#"["body","minutes_fast"]"#,
                        "Input should be less than or equal to 30",
                        r#""input":31,"ctx":{"le":30}"#,
                    ),
                ]),
            ),
            (
                ask("PATCH /clocks/hall", r#"{"maker":"Graham"}"#),
                ok(r#"{"name":"Tall clock","maker":"Graham","minutes_fast":2}"#),
            ),
            (
                ask("PUT /clocks/hall", r#"{"name":"Small clock"}"#),
                ok(r#"{"name":"Small clock","maker":null,"minutes_fast":0}"#),
            ),
            (
                ask("PUT /clocks/hall", r#"{"maker":"Graham"}"#),
                refused(&[mistake(
                    "missing",
                    r#"["body","name"]"#,
                    "Field required",
                    r#""input":{"maker":"Graham"}"#,
                )]),
            ),
            (
                ask("GET /clocks/hall", ""),
                ok(r#"{"name":"Small clock","maker":null,"minutes_fast":0}"#),
            ),
            (
                ask("GET /clocks/attic", ""),
                json("404 Not Found", r#"{"detail":"There is no clock in this room"}"#),
            ),
            (
                ask("PATCH /clocks/attic", "{}"),
                json("404 Not Found", r#"{"detail":"There is no clock in this room"}"#),
            ),
        ],
    );
}

#[test]
fn body_unions_with_a_tag() {
    drive(
        "body_unions",
        &[
            (
                ask("POST /vehicles/", r#"{"kind":"truck","load":7.5}"#),
                ok(r#"{"kind":"truck","load":7.5}"#),
            ),
            (
                ask("POST /vehicles/", r#"{"kind":"bicycle"}"#),
                ok(r#"{"kind":"bicycle"}"#),
            ),
            (
                ask("POST /vehicles/", r#"{"kind":"car","seats":0}"#),
                refused(&[mistake(
                    "greater_than_equal",
                    r#"["body","car","seats"]"#,
                    "Input should be greater than or equal to 1",
                    r#""input":0,"ctx":{"ge":1}"#,
                )]),
            ),
            (
                ask("POST /vehicles/", r#"{"kind":"sledge"}"#),
                refused(&[mistake(
                    "union_tag_invalid",
                    r#"["body"]"#,
                    "Input tag 'sledge' found using 'kind' does not match any of the expected tags: 'car', 'truck', 'bicycle'",
                    r#""input":{"kind":"sledge"},"ctx":{"discriminator":"'kind'","tag":"sledge","expected_tags":"'car', 'truck', 'bicycle'"}"#,
                )]),
            ),
            (
                ask("POST /vehicles/", r#"{"load":7.5}"#),
                refused(&[mistake(
                    "union_tag_not_found",
                    r#"["body"]"#,
                    "Unable to extract tag using discriminator 'kind'",
                    r#""input":{"load":7.5},"ctx":{"discriminator":"'kind'"}"#,
                )]),
            ),
            (
                ask(
                    "POST /convoys/",
                    r#"[{"kind":"car","seats":4},{"kind":"bicycle"}]"#,
                ),
                ok(r#"[{"kind":"car","seats":4},{"kind":"bicycle"}]"#),
            ),
            (
                ask(
                    "POST /convoys/",
                    r#"[{"kind":"car","seats":4},{"kind":"truck","load":-1}]"#,
                ),
                refused(&[mistake(
                    "greater_than",
                    r#"["body",1,"truck","load"]"#,
                    "Input should be greater than 0",
                    r#""input":-1,"ctx":{"gt":0.0}"#,
                )]),
            ),
        ],
    );
}

#[test]
fn body_unions_without_a_tag() {
    drive(
        "body_unions",
        &[
            (ask("POST /signs/", "12"), ok("12")),
            (ask("POST /signs/", r#""A 12""#), ok(r#""A 12""#)),
            (
                ask("POST /signs/", r#"{"picture":"a fish"}"#),
                ok(r#"{"picture":"a fish"}"#),
            ),
            (
                ask("POST /signs/", "true"),
                refused(&[
                    mistake(
                        "int_type",
                        r#"["body","int"]"#,
                        "Input should be a valid integer",
                        r#""input":true"#,
                    ),
                    mistake(
                        "string_type",
                        r#"["body","str"]"#,
                        "Input should be a valid string",
                        r#""input":true"#,
                    ),
                    mistake(
                        "model_attributes_type",
                        r#"["body","SignPainted"]"#,
                        "Input should be a valid dictionary or object to extract fields from",
                        r#""input":true"#,
                    ),
                ]),
            ),
            (ask("POST /loads/", r#""empty""#), ok(r#""empty""#)),
            (ask("POST /loads/", r#"{"sand":2.5}"#), ok(r#"{"sand":2.5}"#)),
            (
                ask("POST /loads/", r#"{"parcels":["a","b"]}"#),
                ok(r#"{"parcels":["a","b"]}"#),
            ),
            (
                ask("POST /loads/", r#"{"sand":"much"}"#),
                refused(&[mistake(
                    "float_parsing",
                    r#"["body","sand"]"#,
                    "Input should be a valid number, unable to parse string as a number",
                    r#""input":"much""#,
                )]),
            ),
            (
                ask("POST /loads/", r#""gold""#),
                refused(&[mistake(
                    "enum",
                    r#"["body"]"#,
                    "Input should be 'empty', 'sand' or 'parcels'",
                    r#""input":"gold","ctx":{"expected":"'empty', 'sand' or 'parcels'"}"#,
                )]),
            ),
        ],
    );
}
