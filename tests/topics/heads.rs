//! Values from headers and cookies.

use super::{ask, drive, mistake, ok, refused, with_headers};

#[test]
fn cookie_params() {
    drive(
        "cookie_params",
        &[
            (
                ask("GET /page", ""),
                ok(r#"{"theme":"light","visits":null,"ticket":null}"#),
            ),
            (
                with_headers("GET /page", &["cookie: theme=dark; visits=3; fair-ticket=T1"]),
                ok(r#"{"theme":"dark","visits":3,"ticket":"T1"}"#),
            ),
            (
                with_headers("GET /page", &["cookie: theme=blue; visits=often"]),
                refused(&[
                    mistake(
                        "string_pattern_mismatch",
                        r#"["cookie","theme"]"#,
                        "String should match pattern '^(light|dark)$'",
                        r#""input":"blue","ctx":{"pattern":"^(light|dark)$"}"#,
                    ),
                    mistake(
                        "int_parsing",
                        r#"["cookie","visits"]"#,
                        "Input should be a valid integer, unable to parse string as an integer",
                        r#""input":"often""#,
                    ),
                ]),
            ),
            (
                with_headers("GET /page", &["cookie: visits=0"]),
                refused(&[mistake(
                    "greater_than_equal",
                    r#"["cookie","visits"]"#,
                    "Input should be greater than or equal to 1",
                    r#""input":"0","ctx":{"ge":1}"#,
                )]),
            ),
            (
                with_headers("GET /cellar", &["cookie: key=sesame"]),
                ok(r#""opened with a key of 6 letters""#),
            ),
            (
                with_headers("GET /cellar", &["cookie: key=abc"]),
                refused(&[mistake(
                    "string_too_short",
                    r#"["cookie","key"]"#,
                    "String should have at least 4 characters",
                    r#""input":"abc","ctx":{"min_length":4}"#,
                )]),
            ),
            (
                ask("GET /cellar", ""),
                refused(&[mistake(
                    "missing",
                    r#"["cookie","key"]"#,
                    "Field required",
                    r#""input":null"#,
                )]),
            ),
        ],
    );
}

#[test]
fn header_params() {
    drive(
        "header_params",
        &[
            (
                with_headers("GET /agent", &["user-agent: probe/1"]),
                ok(r#"{"user_agent":"probe/1","accept_language":"en"}"#),
            ),
            (
                ask("GET /agent", ""),
                ok(r#"{"user_agent":null,"accept_language":"en"}"#),
            ),
            (
                with_headers("GET /trails", &["x-trail: north", "X-Trail: west"]),
                ok(r#"["north","west"]"#),
            ),
            (
                ask("GET /trails", ""),
                refused(&[mistake(
                    "missing",
                    r#"["header","x-trail"]"#,
                    "Field required",
                    r#""input":null"#,
                )]),
            ),
            (
                with_headers(
                    "GET /trails",
                    &["x-trail: a", "x-trail: a", "x-trail: a", "x-trail: a"],
                ),
                refused(&[mistake(
                    "too_long",
                    r#"["header","x-trail"]"#,
                    "List should have at most 3 items after validation, not 4",
                    r#""input":["a","a","a","a"],"ctx":{"field_type":"List","max_length":3,"actual_length":4}"#,
                )]),
            ),
            (with_headers("GET /old", &["x_old_name: 7"]), ok("3.5")),
            (
                with_headers("GET /old", &["x-old-name: 7"]),
                refused(&[mistake(
                    "missing",
                    r#"["header","x_old_name"]"#,
                    "Field required",
                    r#""input":null"#,
                )]),
            ),
            (
                with_headers("GET /old", &["x_old_name: 0"]),
                refused(&[mistake(
                    "greater_than_equal",
                    r#"["header","x_old_name"]"#,
                    "Input should be greater than or equal to 1",
                    r#""input":"0","ctx":{"ge":1}"#,
                )]),
            ),
            (with_headers("GET /weight", &["x-grams: 2500"]), ok("2.5")),
            (
                with_headers("GET /weight", &["x-grams: heavy"]),
                refused(&[mistake(
                    "float_parsing",
                    r#"["header","X-Grams"]"#,
                    "Input should be a valid number, unable to parse string as a number",
                    r#""input":"heavy""#,
                )]),
            ),
        ],
    );
}

#[test]
fn cookie_param_models() {
    drive(
        "cookie_param_models",
        &[
            (
                with_headers("GET /desk", &["cookie: session=s1; tracker=none"]),
                ok(r#"{"session":"s1","font_size":12,"fair-ticket":null}"#),
            ),
            (
                with_headers("GET /desk", &["cookie: session=s; font_size=7; fair-ticket=T"]),
                refused(&[
                    mistake(
                        "string_too_short",
                        r#"["cookie","session"]"#,
                        "String should have at least 2 characters",
                        r#""input":"s","ctx":{"min_length":2}"#,
                    ),
                    mistake(
                        "greater_than_equal",
                        r#"["cookie","font_size"]"#,
                        "Input should be greater than or equal to 8",
                        r#""input":"7","ctx":{"ge":8}"#,
                    ),
                ]),
            ),
            (
                ask("GET /desk", ""),
                refused(&[mistake(
                    "missing",
                    r#"["cookie","session"]"#,
                    "Field required",
                    r#""input":{}"#,
                )]),
            ),
            (
                with_headers("GET /vault", &["cookie: session=s1; floor=-2"]),
                ok(r#"{"session":"s1","floor":-2}"#),
            ),
            (
                with_headers("GET /vault", &["cookie: session=s1; biscuit=oat"]),
                refused(&[mistake(
                    "extra_forbidden",
                    r#"["cookie","biscuit"]"#,
                    "Extra inputs are not permitted",
                    r#""input":"oat""#,
                )]),
            ),
        ],
    );
}

#[test]
fn header_param_models() {
    drive(
        "header_param_models",
        &[
            (
                with_headers(
                    "GET /probes",
                    &["save-data: true", "x-tag: a", "X-Tag: b", "traceparent: t"],
                ),
                ok(
                    r#"{"host":"localhost","save_data":true,"traceparent":"t","x_tag":["a","b"],"x_depth":1}"#,
                ),
            ),
            (
                ask("GET /probes", ""),
                refused(&[mistake(
                    "missing",
                    r#"["header","save-data"]"#,
                    "Field required",
                    r#""input":{"host":"localhost"}"#,
                )]),
            ),
            (
                with_headers("GET /probes", &["save-data: maybe", "x-depth: 10"]),
                refused(&[
                    mistake(
                        "bool_parsing",
                        r#"["header","save-data"]"#,
                        "Input should be a valid boolean, unable to interpret input",
                        r#""input":"maybe""#,
                    ),
                    mistake(
                        "less_than_equal",
                        r#"["header","x-depth"]"#,
                        "Input should be less than or equal to 9",
                        r#""input":"10","ctx":{"le":9}"#,
                    ),
                ]),
            ),
            (
                with_headers("GET /strict", &["user-agent: probe/1"]),
                ok(r#"{"host":"localhost","user_agent":"probe/1","accept":null}"#),
            ),
            (
                with_headers("GET /strict", &["x-tool: hammer"]),
                refused(&[mistake(
                    "extra_forbidden",
                    r#"["header","x-tool"]"#,
                    "Extra inputs are not permitted",
                    r#""input":"hammer""#,
                )]),
            ),
        ],
    );
}
