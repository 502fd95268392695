//! Cookies that are set, read, and taken away.
//!
//! Follows FastAPI's page "Response Cookies". `cargo run --example response_cookies --features signed-cookies`, then
//! `curl -i -X POST localhost:8000/cookie-and-object`.

use std::time::Duration;

use fastr::{
    App, Cookie, CookieKey, HttpException, JsonResponse, ResponseParts, SameSite, WithHeaders, delete, get,
    model, post,
};

#[model]
struct Message {
    message: String,
}

fn message(text: &str) -> Message {
    Message {
        message: text.to_owned(),
    }
}

/// A cookie on the response to come.
#[post("/cookie-and-object")]
async fn create_cookie(response: &mut ResponseParts) -> Message {
    response.set_cookie(&Cookie::new("fakesession", "fake-cookie-session-value"));
    message("Come to the dark side, we have cookies")
}

/// A cookie on the value, with every attribute.
#[post("/cookie")]
async fn create_cookie_on_the_value() -> WithHeaders<Message> {
    let cookie = Cookie::new("last_visit", "today, at noon")
        .max_age(Duration::from_hours(24))
        .path("/")
        .domain("localhost")
        .secure()
        .http_only()
        .same_site(SameSite::Strict);
    WithHeaders::new(message("We will know you")).cookie(&cookie)
}

/// A cookie on a response that is made directly.
#[post("/direct", responses(200 = "With a cookie"))]
async fn create_cookie_directly() -> JsonResponse<Message> {
    JsonResponse::new(message("Come in")).cookie(&Cookie::new("fakesession", "direct"))
}

/// What the client remembers.
#[get("/cookie")]
async fn read_cookie(#[cookie] last_visit: Option<String>) -> Option<String> {
    last_visit
}

/// Takes the cookie away.
#[delete("/cookie-and-object", status_code = 204)]
async fn delete_cookie(response: &mut ResponseParts) {
    response.delete_cookie("fakesession");
}

/// The name goes into a cookie that the client can read, and not change.
#[post("/login")]
async fn log_in(name: String, #[state] key: &CookieKey, response: &mut ResponseParts) -> Message {
    response.set_cookie(&key.sign(Cookie::new("user", name).http_only()));
    message("Logged in")
}

/// Who that was.
#[get("/me", raises(401))]
async fn read_me(#[cookie] user: Option<String>, #[state] key: &CookieKey) -> Result<String, HttpException> {
    user.and_then(|signed| key.verify("user", &signed))
        .ok_or_else(|| HttpException::new(401, "Log in first"))
}

fn main() -> fastr::Result {
    // A real program reads its secret from where secrets are kept.
    let key = CookieKey::from_secret(b"of a demonstration, and so no secret");
    App::new().title("Response Cookies").state(key).run()
}
