//! Each kind of scalar in the path, in the query (required and optional), and as the `value` of a JSON body.

use fastr::model;
use serde_json::{Value, json};

#[model]
#[serde(rename_all = "lowercase")]
enum Color {
    Red,
    Green,
    Blue,
}

#[model]
#[serde(rename_all = "lowercase")]
enum Order {
    Asc,
    Desc,
}

macro_rules! scalar {
    ($kind:ident: $type:ty, $path:literal, $query:literal, $optional:literal, $body:literal) => {
        mod $kind {
            use fastr::{get, model, post};

            #[model]
            struct One {
                value: $type,
            }

            #[model]
            struct Maybe {
                value: Option<$type>,
            }

            #[get($path)]
            fn in_path(value: $type) -> One {
                One { value }
            }

            #[get($query)]
            fn in_query(value: $type) -> One {
                One { value }
            }

            #[get($optional)]
            fn in_query_optional(value: Option<$type>) -> Maybe {
                Maybe { value }
            }

            #[post($body)]
            fn in_body(body: One) -> One {
                body
            }
        }
    };
}

scalar!(int: i128, "/path/int/{value}", "/query/int", "/query/optional/int", "/body/int");
scalar!(u_8: u8, "/path/u8/{value}", "/query/u8", "/query/optional/u8", "/body/u8");
scalar!(i_8: i8, "/path/i8/{value}", "/query/i8", "/query/optional/i8", "/body/i8");
scalar!(u_16: u16, "/path/u16/{value}", "/query/u16", "/query/optional/u16", "/body/u16");
scalar!(i_16: i16, "/path/i16/{value}", "/query/i16", "/query/optional/i16", "/body/i16");
scalar!(u_32: u32, "/path/u32/{value}", "/query/u32", "/query/optional/u32", "/body/u32");
scalar!(i_32: i32, "/path/i32/{value}", "/query/i32", "/query/optional/i32", "/body/i32");
scalar!(u_64: u64, "/path/u64/{value}", "/query/u64", "/query/optional/u64", "/body/u64");
scalar!(i_64: i64, "/path/i64/{value}", "/query/i64", "/query/optional/i64", "/body/i64");
scalar!(boolean: bool, "/path/bool/{value}", "/query/bool", "/query/optional/bool", "/body/bool");
scalar!(text: String, "/path/str/{value}", "/query/str", "/query/optional/str", "/body/str");
scalar!(character: char, "/path/char/{value}", "/query/char", "/query/optional/char", "/body/char");
scalar!(color: super::Color, "/path/color/{value}", "/query/color", "/query/optional/color", "/body/color");
scalar!(literal: super::Order, "/path/literal/{value}", "/query/literal", "/query/optional/literal", "/body/literal");

/// Floats are apart: one that is not finite is shown as text, because JSON has no word for it.
mod float {
    use super::{Value, json, model};
    use fastr::{get, post};

    #[model]
    struct One {
        value: f64,
    }

    #[model]
    struct Shown {
        value: Value,
    }

    fn shown(value: Option<f64>) -> Shown {
        let value = match value {
            Some(value) if value.is_nan() => json!("nan"),
            Some(value) if value.is_infinite() => value.to_string().into(),
            value => json!(value),
        };
        Shown { value }
    }

    #[get("/path/float/{value}")]
    fn in_path(value: f64) -> Shown {
        shown(Some(value))
    }

    #[get("/query/float")]
    fn in_query(value: f64) -> Shown {
        shown(Some(value))
    }

    #[get("/query/optional/float")]
    fn in_query_optional(value: Option<f64>) -> Shown {
        shown(value)
    }

    #[post("/body/float")]
    fn in_body(body: One) -> Shown {
        shown(Some(body.value))
    }
}
