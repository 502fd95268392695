//! What the document says of values is what is taken and sent: schemathesis had found each of these to be otherwise.

use fastr::{App, HttpException, Response, TestClient, get, model, post};
use jiff::SignedDuration;
use jiff::civil::{DateTime, Time};
use rust_decimal::Decimal;
use serde_json::{Value, json};

#[model]
struct Plan {
    at: Time,
    on: DateTime,
    takes: SignedDuration,
    costs: Decimal,
}

#[post("/plans")]
async fn plan(plan: Plan) -> Plan {
    plan
}

#[model]
enum Load {
    Parcels(Vec<String>),
    Sand(f64),
}

#[post("/loads")]
async fn load(load: Load) -> Load {
    load
}

#[get("/numbers/{number}")]
async fn number(number: u64, least: i64) -> String {
    format!("{number} {least}")
}

#[model]
struct User {
    name: String,
    nick: Option<String>,
}

#[get("/users", skip_none)]
async fn users() -> Vec<User> {
    let name = "ann".to_owned();
    vec![User { name, nick: None }]
}

#[post("/login")]
async fn login(
    #[form] name: String,
    #[form] roles: Vec<u8>,
    #[form(min_length = 8)] password: String,
) -> String {
    format!("{name} {roles:?} {}", password.len())
}

#[get("/teapot", raises(404), responses(418 = "Short and stout"))]
async fn teapot(gone: bool) -> Result<Response, HttpException> {
    if gone {
        return Err(HttpException::of(404));
    }
    let mut response = Response::new("<teapot/>".into());
    *response.status_mut() = http::StatusCode::IM_A_TEAPOT;
    let xml = http::HeaderValue::from_static("application/xml");
    response.headers_mut().insert(http::header::CONTENT_TYPE, xml);
    Ok(response)
}

fn app() -> App {
    App::of(module_path!())
}

fn document() -> Value {
    app().openapi().unwrap()
}

fn refused(path: &str, body: &Value) -> bool {
    TestClient::new(app()).post(path).json(body).send().status() == 422
}

#[test]
fn a_time_without_an_offset_is_local() {
    let properties = &document()["components"]["schemas"]["Plan"]["properties"];
    assert_eq!(properties["at"]["format"], "time-local");
    assert_eq!(properties["on"]["format"], "date-time-local");
    let plan = |at, on, takes, costs| json!({ "at": at, "on": on, "takes": takes, "costs": costs });
    assert!(!refused(
        "/plans",
        &plan("10:00:00", "2026-01-02T10:00:00", "PT1H", "1")
    ));
    assert!(refused(
        "/plans",
        &plan("10:00:00Z", "2026-01-02T10:00:00", "PT1H", "1")
    ));
}

#[test]
fn durations_and_decimals_have_a_pattern() {
    let properties = &document()["components"]["schemas"]["Plan"]["properties"];
    let matches = |schema: &Value, text: &str| {
        let schema = json!({ "type": "string", "pattern": schema["pattern"] });
        jsonschema::is_valid(&schema, &json!(text))
    };
    let plan = |takes, costs| json!({ "at": "10:00:00", "on": "2026-01-02T10:00:00", "takes": takes, "costs": costs });
    for takes in ["PT1H", "-PT2M3.5S", "PT1H30S", "P1D", "PT", "", "one hour"] {
        let is_refused = refused("/plans", &plan(takes, "1"));
        assert_eq!(matches(&properties["takes"], takes), !is_refused, "{takes}");
    }
    let decimal = &properties["costs"]["anyOf"];
    for costs in ["1", "-12.50", "+3", "", ".", "1,5", "abc"] {
        let is_refused = refused("/plans", &plan("PT1H", costs));
        assert_eq!(matches(&decimal[1], costs), !is_refused, "{costs}");
    }
    let beyond = json!(79_228_162_514_264_337_593_543_950_336.0);
    assert!(!jsonschema::is_valid(&decimal[0], &beyond));
}

#[test]
fn a_variant_is_alone_in_its_object() {
    let alone = json!({ "Sand": 1.5 });
    let beside = json!({ "Sand": 1.5, "Stones": 2 });
    let variants = document()["components"]["schemas"]["Load"]["oneOf"].take();
    let schema = json!({ "anyOf": variants });
    for (body, is_taken) in [(alone, true), (beside, false)] {
        assert_eq!(refused("/loads", &body), !is_taken, "{body}");
        assert_eq!(jsonschema::is_valid(&schema, &body), is_taken, "{body}");
    }
}

#[test]
fn the_limits_of_64_bits_are_told() {
    let parameters = &document()["paths"]["/numbers/{number}"]["get"]["parameters"];
    let of = |index: usize| &parameters[index]["schema"];
    assert_eq!(
        (&of(0)["minimum"], &of(0)["maximum"]),
        (&json!(0), &json!(u64::MAX))
    );
    assert_eq!(
        (&of(1)["minimum"], &of(1)["maximum"]),
        (&json!(i64::MIN), &json!(i64::MAX))
    );
}

#[test]
fn what_is_left_out_is_not_required() {
    let document = document();
    let answer = TestClient::new(app()).get("/users").send();
    assert_eq!(answer.json::<Value>(), json!([{ "name": "ann" }]));
    assert_eq!(
        document["components"]["schemas"]["User"]["required"],
        json!(["name"])
    );
}

#[test]
fn an_empty_text_of_a_form_is_told_to_be_none() {
    let content = &document()["paths"]["/login"]["post"]["requestBody"]["content"];
    let properties = &content["application/x-www-form-urlencoded"]["schema"]["properties"];
    assert_eq!(properties["name"]["minLength"], 1);
    assert_eq!(properties["roles"]["minItems"], 1);
    assert_eq!(properties["password"]["minLength"], 8);
}

#[test]
fn a_response_made_by_hand_has_no_envelope() {
    let responses = &document()["paths"]["/teapot"]["get"]["responses"];
    assert_eq!(responses["418"].get("content"), None);
    assert!(responses["404"]["content"]["application/json"].is_object());
    let answer = TestClient::new(app()).get("/teapot?gone=false").send();
    assert_eq!(
        (answer.status(), answer.header("content-type")),
        (418, Some("application/xml"))
    );
}
