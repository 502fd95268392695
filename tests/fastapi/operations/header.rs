//! Tutorial: Header Parameters; Header Parameter Models.

use fastr::{get, model};

#[model]
struct RequestId {
    x_request_id: Option<String>,
}

#[get("/header/optional")]
fn header_optional(#[header] x_request_id: Option<String>) -> RequestId {
    RequestId { x_request_id }
}

#[model]
struct Token {
    x_token: String,
}

#[get("/header/required")]
fn header_required(#[header] x_token: String) -> Token {
    Token { x_token }
}

#[model]
struct Count {
    x_count: i64,
}

#[get("/header/int")]
fn header_int(#[header] x_count: i64) -> Count {
    Count { x_count }
}

#[model]
struct Tokens {
    x_token: Option<Vec<String>>,
}

#[get("/header/list")]
fn header_list(#[header] x_token: Option<Vec<String>>) -> Tokens {
    Tokens { x_token }
}

#[model]
struct Numbers {
    x_number: Vec<i64>,
}

#[get("/header/list/int")]
fn header_list_int(#[header] x_number: Vec<i64>) -> Numbers {
    Numbers { x_number }
}

#[model]
struct Strange {
    strange_header: String,
}

#[get("/header/underscores")]
fn header_underscores(#[header(convert_underscores = false)] strange_header: String) -> Strange {
    Strange { strange_header }
}

#[model]
struct Key {
    key: String,
}

#[get("/header/alias")]
fn header_alias(#[header(alias = "X-API-Key", min_length = 4)] key: String) -> Key {
    Key { key }
}

#[model]
struct ClientHeaders {
    x_device: String,
    #[field(ge = 1)]
    x_version: i64,
    #[field(default)]
    x_beta: bool,
    #[field(default)]
    x_tag: Vec<String>,
}

#[model]
#[serde(deny_unknown_fields)]
struct StrictHeaders {
    x_device: String,
    #[field(ge = 1)]
    x_version: i64,
    #[field(default)]
    x_beta: bool,
    #[field(default)]
    x_tag: Vec<String>,
    #[serde(skip_serializing)]
    host: Option<String>,
}

#[get("/header/model")]
fn header_model(#[header] headers: ClientHeaders) -> ClientHeaders {
    headers
}

#[get("/header/model/strict")]
fn header_model_strict(#[header] headers: StrictHeaders) -> StrictHeaders {
    headers
}
