//! Operations that a macro of the user's writes: their parts come from here and from there.

use fastr::{App, TestClient, model, post};
use serde_json::{Value, json};

macro_rules! echoes {
    ($($name:ident $type:ident $path:literal),* $(,)?) => {$(
        #[post($path)]
        fn $name(value: $type) -> $type {
            value
        }
    )*};
}

#[model]
struct Point {
    x: i32,
}

echoes! { point Point "/point" }

#[test]
fn a_return_type_may_come_from_where_the_macro_is_called() {
    let client = TestClient::new(App::of(module_path!()));
    let point = json!({ "x": 1 });
    assert_eq!(client.post("/point").json(&point).send().json::<Value>(), point);
}
