//! Which status is sent when several were said: a raised error, a returned response, a status that was set, the
//! route's own, 200. And which headers go with it.

use fastr::{
    App, Body, HttpException, JsonResponse, Redirect, Response, ResponseParts, TestClient, TestResponse, get,
    model,
};

/// A text.
#[model]
struct Text {
    text: String,
}

fn raw(status: u16) -> Response {
    let mut response = Response::new(Body::from("raw"));
    *response.status_mut() = status.try_into().expect("a status");
    response
        .headers_mut()
        .insert("x-raw", "yes".parse().expect("a value"));
    response
        .headers_mut()
        .insert("x-both", "of the response".parse().expect("a value"));
    response
}

#[get("/nothing-said")]
fn nothing_said() -> String {
    "text".to_owned()
}

#[get("/route", status_code = 202)]
fn of_the_route() -> String {
    "text".to_owned()
}

/// Everything is said, and `step` chooses what is not.
#[get("/all", status_code = 202, responses(203), raises(409, 410))]
fn everything(step: u8, response: &mut ResponseParts) -> Result<Response, HttpException> {
    response.set_status(203);
    response.set_header("x-set", "yes");
    response.set_header("x-both", "of the parts");
    if step == 0 {
        return Err(HttpException::new(409, "raised").header("x-raised", "yes"));
    }
    Ok(raw(410))
}

#[get("/set", status_code = 202, responses(203))]
async fn set(set: bool, response: &mut ResponseParts) -> Text {
    response.set_header("x-set", "yes");
    if set {
        response.set_status(203);
    }
    Text {
        text: "text".to_owned(),
    }
}

#[get("/refused", responses(203))]
fn refused(_number: u8, response: &mut ResponseParts) -> bool {
    response.set_header("x-set", "yes");
    true
}

#[get("/json", status_code = 202, responses(203, 206))]
fn json(own: bool, response: &mut ResponseParts) -> JsonResponse<bool> {
    response.set_status(203);
    response.set_header("x-set", "yes");
    let json = JsonResponse::new(true);
    if own { json.status(206) } else { json }
}

#[get("/redirect", responses(203))]
fn redirect(response: &mut ResponseParts) -> Redirect {
    response.set_status(203);
    response.set_header("x-set", "yes");
    Redirect::to("/elsewhere")
}

#[get("/media-type", responses(200))]
fn media_type(response: &mut ResponseParts) -> Text {
    response.set_header("content-type", "application/vnd.text+json");
    Text {
        text: "text".to_owned(),
    }
}

#[get("/cookies", responses(200))]
fn cookies(response: &mut ResponseParts) -> bool {
    for cookie in ["a=1", "b=2"] {
        response
            .headers_mut()
            .append("set-cookie", cookie.parse().expect("a value"));
    }
    true
}

fn ask(path: &str) -> TestResponse {
    // Headers that are set go before those of the document.
    let client = TestClient::new(App::of(module_path!())).without_comparison();
    client.get(path).send()
}

#[test]
fn the_route_goes_before_200() {
    assert_eq!(ask("/nothing-said").status(), 200);
    assert_eq!(ask("/route").status(), 202);
}

#[test]
fn what_was_set_goes_before_the_route() {
    assert_eq!(ask("/set?set=false").status(), 202);
    assert_eq!(ask("/set?set=true").status(), 203);
    for set in ["true", "false"] {
        assert_eq!(ask(&format!("/set?set={set}")).header("x-set"), Some("yes"));
    }
}

#[test]
fn a_returned_response_goes_before_what_was_set() {
    let response = ask("/all?step=1");
    assert_eq!((response.status(), response.text()), (410, "raw"));
    assert_eq!(response.header("x-raw"), Some("yes"));
    assert_eq!(
        response.header("x-set"),
        Some("yes"),
        "what the response does not have is added"
    );
    assert_eq!(response.header("x-both"), Some("of the response"));
}

#[test]
fn a_raised_error_goes_before_everything_and_has_its_own_headers_alone() {
    let response = ask("/all?step=0");
    assert_eq!(
        (response.status(), response.text()),
        (409, r#"{"detail":"raised"}"#)
    );
    assert_eq!(response.header("x-raised"), Some("yes"));
    assert_eq!(response.header("x-set"), None);
    assert_eq!(response.header("x-both"), None);
}

#[test]
fn arguments_that_are_refused_have_no_headers_of_the_handler() {
    let response = ask("/refused?_number=x");
    assert_eq!((response.status(), response.header("x-set")), (422, None));
    assert_eq!(ask("/refused?_number=1").header("x-set"), Some("yes"));
}

#[test]
fn a_response_that_has_its_own_status_keeps_it() {
    assert_eq!(ask("/json?own=true").status(), 206);
    assert_eq!(ask("/json?own=false").status(), 203);
    let response = ask("/redirect");
    assert_eq!((response.status(), response.header("x-set")), (307, Some("yes")));
}

#[test]
fn headers_that_were_set_are_sent() {
    assert_eq!(
        ask("/media-type").header("content-type"),
        Some("application/vnd.text+json")
    );
    let response = ask("/cookies");
    let cookies: Vec<&str> = response
        .headers()
        .get_all("set-cookie")
        .iter()
        .map(|value| value.to_str().expect("a text"))
        .collect();
    assert_eq!(cookies, ["a=1", "b=2"]);
}
