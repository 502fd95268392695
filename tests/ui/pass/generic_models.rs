//! Generic models with all that their parameters can have: bounds, a `where`, a default, and other models around them.

#![deny(warnings)]

use std::collections::{BTreeMap, BTreeSet};

use fastr::{App, TestClient, get, model, post};

#[model]
pub struct Set<D: Ord, A = String>
where
    A: Clone,
{
    #[field(min_items = 1)]
    pub items: BTreeSet<D>,
    #[field(default)]
    pub names: BTreeMap<String, A>,
    pub first: Option<D>,
}

#[model]
#[serde(untagged)]
pub enum Either<A, B> {
    Left(A),
    Right(Vec<B>),
}

#[model]
pub enum Tree<T> {
    Leaf(T),
    #[allow(non_snake_case, dead_code, reason = "a name like that of a parameter")]
    Node { T: T, left: Box<Self>, right: Option<Box<Tree<T>>> },
}

#[model]
pub struct Around<S> {
    #[serde(flatten)]
    pub inner: S,
    #[serde(skip)]
    pub marker: std::marker::PhantomData<S>,
}

#[post("/sets")]
fn sets(set: Set<u8>) -> Either<Set<u8>, Tree<bool>> {
    Either::Left(set)
}

#[get("/trees")]
fn trees(#[query] around: Around<Around<Set<u8, u8>>>) -> Vec<Tree<u64>> {
    around.inner.inner.items.into_iter().map(|item| Tree::Leaf(item.into())).collect()
}

fn inside_a_function() {
    #[model]
    struct Page<T> {
        items: Vec<T>,
    }
    let page = Page { items: vec![1.5] };
    assert_eq!(page.items.len(), 1);
}

fn main() {
    inside_a_function();
    let client = TestClient::new(App::new());
    let set = client.post("/sets").body(r#"{"items":[2,1],"first":null}"#).header("content-type", "application/json");
    assert_eq!(set.send().text(), r#"{"items":[1,2],"names":{},"first":null}"#);
    assert_eq!(client.get("/trees?items=1&items=2").send().text(), r#"[{"Leaf":1},{"Leaf":2}]"#);
}
