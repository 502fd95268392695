//! Every place that a text can come from, and every place where it can stand.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::net::{IpAddr, Ipv4Addr};

use fastr::{Base64Bytes, EmailAddress, HttpUrl, get, model, post};
use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;

/// One of each.
#[model]
struct Everything {
    address: IpAddr,
    id: Uuid,
    day: Date,
    moment: Timestamp,
    local: DateTime,
    time: Time,
    pause: SignedDuration,
    #[field(gt = 0.1, multiple_of = 0.05)]
    price: Decimal,
    link: Url,
    site: HttpUrl,
    mail: EmailAddress,
    bytes: Base64Bytes,
}

#[post("/body")]
fn whole_body(everything: Everything) -> Everything {
    everything
}

#[post("/form")]
fn whole_form(#[form] everything: Everything) -> Everything {
    everything
}

#[get("/query")]
fn whole_query(#[query] everything: Everything) -> Everything {
    everything
}

#[get("/header")]
fn header(#[header] x_day: Date) -> Date {
    x_day
}

#[get("/cookie")]
fn cookie(#[cookie] session: Uuid) -> Uuid {
    session
}

#[get("/several")]
fn several(
    #[query] id: Vec<Uuid>,
    #[query] day: Option<BTreeSet<Date>>,
) -> (Vec<Uuid>, Option<BTreeSet<Date>>) {
    (id, day)
}

#[post("/holders")]
fn holders(addresses: HashSet<Ipv4Addr>) -> BTreeMap<Ipv4Addr, Option<Decimal>> {
    addresses
        .into_iter()
        .map(|address| (address, Some(Decimal::ONE)))
        .collect()
}

const ID: &str = "6f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a11";

/// The fields of [`Everything`], as they are written and as they are read in text.
const FIELDS: [(&str, &str, &str); 12] = [
    ("address", "::1", "0::1"),
    ("id", ID, "6F1F2D9C0D4E4C1B9A552F7C0E9B8A11"),
    ("day", "2024-01-02", "1704153600"),
    ("moment", "2024-05-06T05:08:09.5Z", "2024-05-06 07:08:09.5%2B0200"),
    ("local", "2024-05-06T00:00:00", "2024-05-06"),
    ("time", "07:08:00", "07:08"),
    ("pause", "PT84H", "P3DT12H"),
    ("price", "1.50", "+1.50+"),
    ("link", "redis://cache/0", "redis://cache/0"),
    ("site", "http://example.com/", "HTTP://example.com:80"),
    ("mail", "Ann@example.com", "Ann@EXAMPLE.com"),
    ("bytes", "aGVsbG8=", "aGVsbG8="),
];

fn written() -> Value {
    let pairs = FIELDS.map(|(name, written, _)| (name.to_owned(), Value::from(written)));
    Value::Object(pairs.into_iter().collect())
}

fn in_text() -> String {
    let pairs = FIELDS.map(|(name, _, text)| format!("{name}={}", text.replace(' ', "%20")));
    pairs.join("&")
}

#[test]
fn a_model_of_everything_is_read_from_everywhere() {
    let client = crate::client(module_path!());
    let from_json = client.post("/body").json(&written()).send();
    assert_eq!((from_json.status(), from_json.json::<Value>()), (200, written()));
    let from_query = client.get(&format!("/query?{}", in_text())).send();
    assert_eq!(
        (from_query.status(), from_query.json::<Value>()),
        (200, written())
    );
    let from_form = client
        .post("/form")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(in_text())
        .send();
    assert_eq!((from_form.status(), from_form.json::<Value>()), (200, written()));
}

#[test]
fn a_mistake_stands_at_its_field() {
    let client = crate::client(module_path!());
    for (name, value, kind) in [
        ("address", "::g", "ip_any_address"),
        ("id", "x", "uuid_parsing"),
        ("day", "2024-02-30", "date_from_datetime_parsing"),
        ("moment", "2024-05-06T07:08:09", "timezone_aware"),
        ("local", "2024-05-06T07:08:09Z", "timezone_naive"),
        ("time", "7", "time_parsing"),
        ("pause", "soon", "time_delta_parsing"),
        ("price", "much", "decimal_parsing"),
        ("price", "0.10", "greater_than"),
        ("price", "0.11", "multiple_of"),
        ("link", "here", "url_parsing"),
        ("site", "ftp://example.com", "url_scheme"),
        ("mail", "ann", "value_error"),
        ("bytes", "aGVsbG8", "base64_decode"),
    ] {
        let mut body = written();
        body[name] = value.into();
        let response = client.post("/body").json(&body).send();
        let expected = vec![(kind.to_owned(), json!(["body", name]).to_string())];
        assert_eq!(crate::mistakes(&response), expected, "{name}: {value}");

        let pairs =
            FIELDS.map(|(field, _, text)| format!("{field}={}", if field == name { value } else { text }));
        let query = pairs.join("&").replace(' ', "%20");
        let response = client.get(&format!("/query?{query}")).send();
        let expected = vec![(kind.to_owned(), json!(["query", name]).to_string())];
        assert_eq!(crate::mistakes(&response), expected, "{name}: {value}");
    }
}

#[test]
fn headers_and_cookies_are_texts_too() {
    let client = crate::client(module_path!());
    let response = client.get("/header").header("x-day", "2024-02-29").send();
    assert_eq!(response.text(), r#""2024-02-29""#);
    let response = client.get("/header").header("x-day", "2023-02-29").send();
    let expected = vec![(
        "date_from_datetime_parsing".to_owned(),
        r#"["header","x-day"]"#.to_owned(),
    )];
    assert_eq!(crate::mistakes(&response), expected);
    let response = client
        .get("/cookie")
        .header("cookie", &format!("session={ID}"))
        .send();
    assert_eq!(response.json::<Value>(), json!(ID));
}

#[test]
fn they_stand_in_lists_and_sets_and_maps() {
    let client = crate::client(module_path!());
    let query = format!("/several?id={ID}&id=%7B{ID}%7D&day=2024-01-02&day=2024-01-02");
    let response = client.get(&query).send();
    assert_eq!(response.json::<Value>(), json!([[ID, ID], ["2024-01-02"]]));
    let response = client.get(&format!("/several?id={ID}&id=x")).send();
    let expected = vec![("uuid_parsing".to_owned(), r#"["query","id",1]"#.to_owned())];
    assert_eq!(crate::mistakes(&response), expected);
    let response = client.post("/holders").json(&["10.0.0.1"]).send();
    assert_eq!(response.json::<Value>(), json!({ "10.0.0.1": "1" }));
}

#[test]
fn the_document_names_their_formats() {
    let client = crate::client(module_path!());
    let document: Value = client.get("/openapi.json").send().json();
    let properties = &document["components"]["schemas"]["Everything"]["properties"];
    let text = |format: &str| json!({ "type": "string", "format": format });
    for (name, schema) in [
        ("address", text("ipvanyaddress")),
        ("id", text("uuid")),
        ("day", text("date")),
        ("moment", text("date-time")),
        ("local", text("date-time-local")),
        ("time", text("time-local")),
        (
            "pause",
            json!({ "type": "string", "pattern": concat!(
                r"^-?PT(\d{1,15}H(\d{1,15}M)?(\d{1,15}(\.\d{1,9})?S)?",
                r"|\d{1,15}M(\d{1,15}(\.\d{1,9})?S)?|\d{1,15}(\.\d{1,9})?S)$",
            ) }),
        ),
        (
            "price",
            json!({ "anyOf": [
                {
                    "type": "number",
                    "exclusiveMinimum": 0.1,
                    "exclusiveMaximum": 79_228_162_514_264_337_593_543_950_336.0,
                    "multipleOf": 0.05,
                },
                { "type": "string", "pattern": r"^[+-]?\d{1,29}(\.\d{1,28})?$" },
            ] }),
        ),
        (
            "link",
            json!({ "type": "string", "format": "uri", "minLength": 1 }),
        ),
        (
            "site",
            json!({ "type": "string", "format": "uri", "minLength": 1, "maxLength": 2083 }),
        ),
        ("mail", text("email")),
        ("bytes", text("base64")),
    ] {
        assert_eq!(properties[name], schema, "{name}");
    }
    let answer =
        &document["paths"]["/holders"]["post"]["responses"]["200"]["content"]["application/json"]["schema"];
    assert_eq!(answer["propertyNames"], text("ipv4"));
}
