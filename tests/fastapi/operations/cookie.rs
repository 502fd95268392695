//! Tutorial: Cookie Parameters; Cookie Parameter Models.

use fastr::{get, model};

#[model]
struct Ads {
    ads_id: Option<String>,
}

#[get("/cookie/optional")]
fn cookie_optional(#[cookie] ads_id: Option<String>) -> Ads {
    Ads { ads_id }
}

#[model]
struct Session {
    session_id: String,
}

#[get("/cookie/required")]
fn cookie_required(#[cookie] session_id: String) -> Session {
    Session { session_id }
}

#[model]
struct Visits {
    visits: i64,
}

#[get("/cookie/int")]
fn cookie_int(#[cookie(ge = 0)] visits: i64) -> Visits {
    Visits { visits }
}

#[model]
struct Cookies {
    session_id: String,
    #[field(default)]
    visits: i64,
    tracker: Option<String>,
}

#[model]
#[serde(deny_unknown_fields)]
struct StrictCookies {
    session_id: String,
    #[field(default)]
    visits: i64,
    tracker: Option<String>,
}

#[get("/cookie/model")]
fn cookie_model(#[cookie] cookies: Cookies) -> Cookies {
    cookies
}

#[get("/cookie/model/strict")]
fn cookie_model_strict(#[cookie] cookies: StrictCookies) -> StrictCookies {
    cookies
}
