//! Keywords as names of a function, of parameters in the path and in the query, of a model and of its fields.
#![deny(warnings)]
#![allow(non_camel_case_types)]

use fastr::{get, model, post};

#[model]
struct r#struct {
    r#type: String,
    #[field(default = 1, ge = 1)]
    r#fn: u64,
}

#[get("/types/{type}/{r_plain}")]
async fn r#match(r#type: String, r_plain: u64, r#in: Option<bool>) -> String {
    format!("{type} {r_plain} {in:?}")
}

#[post("/structs")]
async fn create_struct(r#struct: r#struct) -> r#struct {
    r#struct
}

fn main() {}
