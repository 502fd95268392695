//! Values from bodies: JSON and forms.

use super::support::json;
use super::{ask, drive, form, mistake, ok, refused};

#[test]
fn request_body() {
    drive(
        "request_body",
        &[
            (
                ask("POST /boats/", r#"{"name":"Swift","length":7.5,"crew":2}"#),
                ok(r#"{"boat":{"name":"Swift","remarks":null,"length":7.5,"crew":2},"fee":32.0}"#),
            ),
            (
                ask("POST /boats/", r#"{"name":"Swift","length":7}"#),
                ok(r#"{"boat":{"name":"Swift","remarks":null,"length":7.0,"crew":null},"fee":29.0}"#),
            ),
            (
                ask("POST /boats/", r#"{"name":7}"#),
                refused(&[
                    mistake(
                        "string_type",
                        r#"["body","name"]"#,
                        "Input should be a valid string",
                        r#""input":7"#,
                    ),
                    mistake(
                        "missing",
                        r#"["body","length"]"#,
                        "Field required",
                        r#""input":{"name":7}"#,
                    ),
                ]),
            ),
            (
                ask("POST /boats/", r#"{"name":"#),
                refused(&[mistake(
                    "json_invalid",
                    r#"["body",8]"#,
                    "JSON decode error",
                    r#""input":{},"ctx":{"error":"Expecting value"}"#,
                )]),
            ),
            (
                ask("POST /boats/", ""),
                refused(&[mistake(
                    "missing",
                    r#"["body"]"#,
                    "Field required",
                    r#""input":null"#,
                )]),
            ),
            (
                ask(
                    "PUT /boats/3?harbour=north",
                    r#"{"name":"Swift","length":7.5,"remarks":null}"#,
                ),
                ok(
                    r#"{"number":3,"harbour":"north","boat":{"name":"Swift","remarks":null,"length":7.5,"crew":null}}"#,
                ),
            ),
            (
                ask(
                    "PUT /boats/three",
                    r#"{"name":"Swift","length":"long","crew":300}"#,
                ),
                refused(&[
                    mistake(
                        "int_parsing",
                        r#"["path","number"]"#,
                        "Input should be a valid integer, unable to parse string as an integer",
                        r#""input":"three""#,
                    ),
                    mistake(
                        "float_parsing",
                        r#"["body","length"]"#,
                        "Input should be a valid number, unable to parse string as a number",
                        r#""input":"long""#,
                    ),
                    mistake(
                        "less_than_equal",
                        r#"["body","crew"]"#,
                        "Input should be less than or equal to 255",
                        r#""input":300,"ctx":{"le":255}"#,
                    ),
                ]),
            ),
            (ask("POST /notes/", ""), ok(r#""a blank note""#)),
            (
                ask("POST /notes/", r#"{"name":"Swift","length":7.5}"#),
                ok(r#""a note for the Swift""#),
            ),
        ],
    );
}

#[test]
fn body_multiple_params() {
    drive(
        "body_multiple_params",
        &[
            (
                ask(
                    "PUT /matches/4?note=final",
                    r#"{"home":{"name":"Reds"},"guest":{"name":"Blues","founded":1899}}"#,
                ),
                ok(
                    r#"{"match_id":4,"home":{"name":"Reds","founded":null},"guest":{"name":"Blues","founded":1899},"note":"final"}"#,
                ),
            ),
            (
                ask("PUT /matches/4", r#"{"home":{"name":"Reds"}}"#),
                ok(r#"{"match_id":4,"home":{"name":"Reds","founded":null},"guest":null,"note":null}"#),
            ),
            (
                ask("PUT /matches/0", r#"{"guest":{"name":""}}"#),
                refused(&[
                    mistake(
                        "greater_than_equal",
                        r#"["path","match_id"]"#,
                        "Input should be greater than or equal to 1",
                        r#""input":"0","ctx":{"ge":1}"#,
                    ),
                    mistake(
                        "missing",
                        r#"["body","home"]"#,
                        "Field required",
                        r#""input":null"#,
                    ),
                    mistake(
                        "string_too_short",
                        r#"["body","guest","name"]"#,
                        "String should have at least 1 character",
                        r#""input":"","ctx":{"min_length":1}"#,
                    ),
                ]),
            ),
            (
                ask("PUT /matches/4", r#"{"name":"Reds"}"#),
                refused(&[mistake(
                    "missing",
                    r#"["body","home"]"#,
                    "Field required",
                    r#""input":null"#,
                )]),
            ),
            (
                ask(
                    "POST /reports/",
                    r#"{"home":{"name":"Reds"},"referee":{"name":"Kim"},"goals":3}"#,
                ),
                ok(
                    r#"{"home":{"name":"Reds","founded":null},"referee":{"name":"Kim"},"goals":3,"remarks":null}"#,
                ),
            ),
            (
                ask(
                    "POST /reports/",
                    r#"{"home":{"name":"Reds"},"goals":100,"remarks":7}"#,
                ),
                refused(&[
                    mistake(
                        "missing",
                        r#"["body","referee"]"#,
                        "Field required",
                        r#""input":null"#,
                    ),
                    mistake(
                        "less_than_equal",
                        r#"["body","goals"]"#,
                        "Input should be less than or equal to 99",
                        r#""input":100,"ctx":{"le":99}"#,
                    ),
                    mistake(
                        "string_type",
                        r#"["body","remarks"]"#,
                        "Input should be a valid string",
                        r#""input":7"#,
                    ),
                ]),
            ),
            (
                ask("POST /teams/", r#"{"team":{"name":"Reds"}}"#),
                ok(r#"{"name":"Reds","founded":null}"#),
            ),
            (
                ask("POST /teams/", r#"{"name":"Reds"}"#),
                refused(&[mistake(
                    "missing",
                    r#"["body","team"]"#,
                    "Field required",
                    r#""input":null"#,
                )]),
            ),
        ],
    );
}

#[test]
fn body_fields() {
    drive(
        "body_fields",
        &[
            (
                ask("PUT /jams/7", r#"{"jam":{"fruit":"plum","sugar":0.4,"jars":12}}"#),
                ok(
                    r#"{"shelf":7,"jam":{"fruit":"plum","origin":null,"sugar":0.4,"jars":12,"best_before":null,"spices":[],"lid":null}}"#,
                ),
            ),
            (
                ask(
                    "PUT /jams/7",
                    r#"{"jam":{"fruit":"","sugar":1.5,"jars":7,"best_before":1999,"spices":["a","b","c","d"]}}"#,
                ),
                refused(&[
                    mistake(
                        "string_too_short",
                        r#"["body","jam","fruit"]"#,
                        "String should have at least 1 character",
                        r#""input":"","ctx":{"min_length":1}"#,
                    ),
                    mistake(
                        "less_than",
                        r#"["body","jam","sugar"]"#,
                        "Input should be less than 1",
                        r#""input":1.5,"ctx":{"lt":1.0}"#,
                    ),
                    mistake(
                        "multiple_of",
                        r#"["body","jam","jars"]"#,
                        "Input should be a multiple of 6",
                        r#""input":7,"ctx":{"multiple_of":6}"#,
                    ),
                    mistake(
                        "greater_than_equal",
                        r#"["body","jam","best_before"]"#,
                        "Input should be greater than or equal to 2000",
                        r#""input":1999,"ctx":{"ge":2000}"#,
                    ),
                    mistake(
                        "too_long",
                        r#"["body","jam","spices"]"#,
                        "List should have at most 3 items after validation, not 4",
                        r#""input":["a","b","c","d"],"ctx":{"field_type":"List","max_length":3,"actual_length":4}"#,
                    ),
                ]),
            ),
            (
                ask(
                    "PUT /jams/7",
                    r#"{"jam":{"fruit":"fig","sugar":0.5,"spices":["clove","clove"]}}"#,
                ),
                refused(&[mistake(
                    "value_error",
                    r#"["body","jam","spices"]"#,
                    "Value error, clove is in it twice",
                    r#""input":["clove","clove"],"ctx":{"error":{}}"#,
                )]),
            ),
            (
                ask("PUT /jams/7", r#"{"jam":{"fruit":"Plum","sugar":0,"jars":0}}"#),
                refused(&[
                    mistake(
                        "string_pattern_mismatch",
                        r#"["body","jam","fruit"]"#,
                        "String should match pattern '^[a-z ]*$'",
                        r#""input":"Plum","ctx":{"pattern":"^[a-z ]*$"}"#,
                    ),
                    mistake(
                        "greater_than",
                        r#"["body","jam","sugar"]"#,
                        "Input should be greater than 0",
                        r#""input":0,"ctx":{"gt":0.0}"#,
                    ),
                    mistake(
                        "greater_than_equal",
                        r#"["body","jam","jars"]"#,
                        "Input should be greater than or equal to 1",
                        r#""input":0,"ctx":{"ge":1}"#,
                    ),
                ]),
            ),
        ],
    );
}

#[test]
fn request_form_models() {
    drive(
        "request_form_models",
        &[
            (
                form(
                    "POST /bookings/",
                    "name=Ada&seats=2&meals=soup&meals=cake&window=on",
                ),
                json(
                    "201 Created",
                    r#"{"name":"Ada","seats":2,"meals":["soup","cake"],"window":true}"#,
                ),
            ),
            (
                form("POST /bookings/", "name=A&seats=0"),
                refused(&[
                    mistake(
                        "string_too_short",
                        r#"["body","name"]"#,
                        "String should have at least 2 characters",
                        r#""input":"A","ctx":{"min_length":2}"#,
                    ),
                    mistake(
                        "greater_than_equal",
                        r#"["body","seats"]"#,
                        "Input should be greater than or equal to 1",
                        r#""input":"0","ctx":{"ge":1}"#,
                    ),
                ]),
            ),
            (
                form("POST /bookings/", "name=Ada+L%2E&other=1"),
                json(
                    "201 Created",
                    r#"{"name":"Ada L.","seats":2,"meals":[],"window":null}"#,
                ),
            ),
            (
                form("POST /bookings/", "seats=3"),
                refused(&[mistake(
                    "missing",
                    r#"["body","name"]"#,
                    "Field required",
                    r#""input":{"seats":"3"}"#,
                )]),
            ),
            (
                form("POST /cancellations/", "code=X1Y2&reason=rain"),
                ok(r#"{"code":"X1Y2","reason":"rain"}"#),
            ),
            (
                form("POST /cancellations/", "code=x&mood=sad"),
                refused(&[
                    mistake(
                        "string_pattern_mismatch",
                        r#"["body","code"]"#,
                        "String should match pattern '^[A-Z0-9]{4}$'",
                        r#""input":"x","ctx":{"pattern":"^[A-Z0-9]{4}$"}"#,
                    ),
                    mistake(
                        "extra_forbidden",
                        r#"["body","mood"]"#,
                        "Extra inputs are not permitted",
                        r#""input":"sad""#,
                    ),
                ]),
            ),
        ],
    );
}
