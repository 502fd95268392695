//! A handler and a model inside the body of a function, and a handler with an inner item of its own.
#![deny(warnings)]

fn main() {
    use fastr::{get, model};

    #[model]
    struct Item {
        name: String,
    }

    #[get("/items")]
    async fn list_items() -> Vec<Item> {
        fn name() -> String {
            "a".into()
        }
        vec![Item { name: name() }]
    }

    #[get("/outer")]
    async fn outer() {
        #[get("/inner")]
        async fn inner() {}
        inner().await;
    }
}
