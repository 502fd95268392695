//! Query strings: arguments of every kind, constrained ones, and models.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use fastr::{Body, get};
use http::{Request, Uri};
use serde_json::Value;

use crate::kinds::{self, Filter, Strict, of_each_kind};
use crate::subject::{Answer, Subject};

of_each_kind! { #[get("/kinds")] query }

#[get("/filter")]
fn filter(#[query] filter: Filter) -> Filter {
    filter
}

#[get("/strict")]
fn strict(#[query] strict: Strict) -> Strict {
    strict
}

/// Constraints of arguments, none of which is said back.
#[get("/limited")]
fn limited(
    #[query(ge = 1, multiple_of = 3)] u8: Option<u8>,
    #[query(lt = 9, default = 3)] u128: u128,
    #[query(gt = -1.5, le = 0.3)] f32: Option<f32>,
    #[query(multiple_of = 0.1)] f64: Option<f64>,
    #[query(min_length = 1, max_length = 3, pattern = "^[a-z]*$")] text: Option<String>,
    #[query(min_items = 2, max_items = 3, default)] list: Vec<i32>,
    #[query(min_items = 2)] set: Option<BTreeSet<char>>,
) -> bool {
    drop((text, set, list));
    u8.is_some() || u128 > 0 || f32.is_some() || f64.is_some()
}

static SUBJECT: LazyLock<Subject> = LazyLock::new(|| Subject::of(module_path!()));

/// The input is a query string, which every operation is asked with.
pub fn query(data: &[u8]) {
    for path in ["/kinds", "/filter", "/strict", "/limited"] {
        let Some(answer) = ask(path, data) else { return };
        if answer.is_accepted() && path != "/limited" {
            assert_said_again(path, &answer.json());
        }
    }
}

/// The answer to a query; none when it can stand in no request.
fn ask(path: &str, query: &[u8]) -> Option<Answer> {
    let target = [path.as_bytes(), b"?", query].concat();
    let uri = Uri::try_from(target).ok().filter(|uri| uri.path() == path)?;
    let request = Request::get(uri).body(Body::empty()).ok()?;
    Some(SUBJECT.ask(request, &["query"]))
}

fn assert_said_again(path: &str, said: &Value) {
    let query = kinds::urlencoded(said);
    let Some(again) = ask(path, query.as_bytes()) else {
        return;
    };
    assert!(again.is_accepted(), "{query}: {}", again.shown());
    assert_eq!(again.json(), *said, "{query}");
}
