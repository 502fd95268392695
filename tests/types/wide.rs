//! Whole numbers beyond 64 bits, right to the limits of their types.

use std::collections::BTreeMap;

use fastr::{get, model, post};

/// Two numbers, and one that is easily wrong.
#[model]
struct Wide {
    signed: i128,
    unsigned: u128,
    #[field(default)]
    small: u8,
}

#[get("/path/{unsigned}/{signed}")]
fn in_path(unsigned: u128, signed: i128) -> Wide {
    Wide {
        signed,
        unsigned,
        small: 0,
    }
}

#[get("/query")]
fn in_query(#[query] wide: Wide) -> Wide {
    wide
}

#[post("/body")]
fn in_body(wide: Wide) -> Wide {
    wide
}

#[post("/parts")]
fn in_parts(#[body] signed: i128, #[body] unsigned: u128) -> Wide {
    Wide {
        signed,
        unsigned,
        small: 0,
    }
}

#[get("/even")]
fn even(#[query(multiple_of = 2, gt = 5)] number: u128) -> BTreeMap<u128, bool> {
    BTreeMap::from([(number, true)])
}

const LEAST: &str = "-170141183460469231731687303715884105728";
const GREATEST: &str = "340282366920938463463374607431768211455";

#[test]
fn the_limits_are_read_from_everywhere() {
    let client = crate::client(module_path!());
    let body = format!(r#"{{"signed":{LEAST},"unsigned":{GREATEST},"small":0}}"#);
    let post = |path: &str| {
        let request = client.post(path).header("content-type", "application/json");
        request.body(body.clone()).send().text().to_owned()
    };
    assert_eq!(post("/body"), body);
    assert_eq!(post("/parts"), body);
    assert_eq!(
        client.get(&format!("/path/{GREATEST}/{LEAST}")).send().text(),
        body
    );
    let query = format!("/query?signed={LEAST}&unsigned={GREATEST}");
    assert_eq!(client.get(&query).send().text(), body);
}

/// A number is right or wrong whether something else is wrong or not.
#[test]
fn both_ways_of_looking_agree() {
    let client = crate::client(module_path!());
    for (signed, unsigned, mistakes) in [
        (LEAST, GREATEST, vec!["small"]),
        ("18446744073709551616", "18446744073709551616", vec!["small"]),
        ("-9223372036854775809", "9223372036854775808", vec!["small"]),
        ("1", "-1", vec!["unsigned", "small"]),
        ("1", "-18446744073709551616", vec!["unsigned", "small"]),
        (
            "340282366920938463463374607431768211455",
            "1",
            vec!["signed", "small"],
        ),
        (
            "1",
            "1000000000000000000000000000000000000000",
            vec!["unsigned", "small"],
        ),
    ] {
        let body = format!(r#"{{"signed":{signed},"unsigned":{unsigned},"small":256}}"#);
        let request = client.post("/body").header("content-type", "application/json");
        let from_body = crate::mistakes(&request.body(body.clone()).send());
        let query = format!("/query?signed={signed}&unsigned={unsigned}&small=256");
        let from_query = crate::mistakes(&client.get(&query).send());
        for (found, source) in [(from_body, "body"), (from_query, "query")] {
            let places: Vec<String> = found.into_iter().map(|(_, place)| place).collect();
            let wanted: Vec<String> = mistakes
                .iter()
                .map(|name| format!(r#"["{source}","{name}"]"#))
                .collect();
            assert_eq!(places, wanted, "{body}");
        }
    }
}

#[test]
fn one_beyond_the_limit_is_refused() {
    let client = crate::client(module_path!());
    for (path, kind) in [
        (
            "/path/340282366920938463463374607431768211456/0",
            "less_than_equal",
        ),
        ("/path/-1/0", "greater_than_equal"),
        (
            "/path/0/170141183460469231731687303715884105728",
            "less_than_equal",
        ),
        (
            "/path/0/-170141183460469231731687303715884105729",
            "greater_than_equal",
        ),
        ("/path/x/0", "int_parsing"),
    ] {
        let found = crate::mistakes(&client.get(path).send());
        let kinds: Vec<&str> = found.iter().map(|(kind, _)| kind.as_str()).collect();
        assert_eq!(kinds, [kind], "{path}");
    }
    let body = r#"{"signed":0,"unsigned":340282366920938463463374607431768211456}"#;
    let request = client.post("/body").header("content-type", "application/json");
    assert_eq!(request.body(body).send().status(), 422);
}

#[test]
fn constraints_hold_beyond_every_limit_that_can_be_written() {
    let client = crate::client(module_path!());
    for (number, status) in [
        ("340282366920938463463374607431768211454", 200),
        (GREATEST, 422),
        ("4", 422),
    ] {
        let response = client.get(&format!("/even?number={number}")).send();
        assert_eq!(response.status(), status, "{number}");
    }
}
