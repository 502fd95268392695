//! Tutorial: Form Data; Form Models.

use fastr::{model, post};

#[model]
struct Login {
    username: String,
    password: String,
}

#[post("/form/login")]
fn form_login(#[form] username: String, #[form] password: String) -> Login {
    Login { username, password }
}

#[model]
struct Age {
    age: i64,
}

#[post("/form/int")]
fn form_int(#[form(ge = 0)] age: i64) -> Age {
    Age { age }
}

#[model]
struct Preferences {
    nickname: Option<String>,
    count: i64,
    subscribe: bool,
}

#[post("/form/optional")]
fn form_optional(
    #[form] nickname: Option<String>,
    #[form(default = 1)] count: i64,
    #[form(default)] subscribe: bool,
) -> Preferences {
    Preferences {
        nickname,
        count,
        subscribe,
    }
}

#[model]
struct Tags {
    tags: Vec<String>,
}

#[post("/form/list")]
fn form_list(#[form] tags: Vec<String>) -> Tags {
    Tags { tags }
}

#[model]
struct Code {
    code: String,
}

#[post("/form/length")]
fn form_length(#[form(min_length = 3, max_length = 5)] code: String) -> Code {
    Code { code }
}

#[model]
struct Registration {
    #[field(min_length = 3)]
    username: String,
    password: String,
    age: Option<i64>,
    #[field(default)]
    tags: Vec<String>,
}

#[model]
#[serde(deny_unknown_fields)]
struct StrictRegistration {
    #[field(min_length = 3)]
    username: String,
    password: String,
    age: Option<i64>,
    #[field(default)]
    tags: Vec<String>,
}

#[post("/form/model")]
fn form_model(#[form] data: Registration) -> Registration {
    data
}

#[post("/form/model/strict")]
fn form_model_strict(#[form] data: StrictRegistration) -> StrictRegistration {
    data
}
