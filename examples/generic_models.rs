//! Generic models, as pydantic has them: each of what they are used for is a schema of its own, named `Page_Item_` and
//! `Page_User_`.
//!
//! Run it and open <http://127.0.0.1:8000/docs>.

use fastr::{App, get, model, post, put};

/// Something on sale.
#[model]
#[derive(Clone)]
struct Item {
    #[field(min_length = 1)]
    name: String,
    #[field(gt = 0.0)]
    price: f64,
}

/// Someone who buys.
#[model]
#[derive(Clone)]
struct User {
    username: String,
}

/// A part of a longer list.
#[model]
struct Page<T> {
    items: Vec<T>,
    /// How many there are in all.
    total: usize,
    /// The number of the next page, if there is one.
    next: Option<u32>,
}

/// What became of one of several things.
#[model]
#[serde(tag = "outcome", rename_all = "lowercase")]
enum Outcome<T> {
    /// It is as it should be.
    Done { value: T },
    /// It is not.
    Failed {
        #[field(min_length = 1)]
        reason: String,
    },
}

/// Something with parts, which may have parts themselves.
#[model]
struct Tree<T> {
    value: T,
    #[field(default, max_items = 3)]
    parts: Vec<Self>,
}

/// What is to be changed, and to what.
#[model]
struct Change<T> {
    #[field(default = 1, ge = 1)]
    version: u32,
    to: T,
}

fn items() -> Vec<Item> {
    let items = [("Teapot", 12.5), ("Cup", 3.0), ("Kettle", 30.0)];
    let items = items.map(|(name, price)| Item {
        name: name.to_owned(),
        price,
    });
    items.into()
}

fn page<T>(all: Vec<T>, number: u32, size: usize) -> Page<T> {
    let total = all.len();
    // A page that nobody can reach is empty.
    let before = size.saturating_mul(number as usize);
    Page {
        items: all.into_iter().skip(before).take(size).collect(),
        total,
        next: (before.saturating_add(size) < total).then(|| number + 1),
    }
}

/// List what is on sale.
#[get("/items")]
async fn list_items(#[query(default = 0)] number: u32) -> Page<Item> {
    page(items(), number, 2)
}

/// List the users.
#[get("/users")]
async fn list_users(#[query(default = 0)] number: u32) -> Page<User> {
    let users = ["ada", "grace"].map(|name| User {
        username: name.to_owned(),
    });
    page(users.into(), number, 2)
}

/// Put several items on sale, as far as that can be done.
#[post("/items")]
async fn create_items(new: Page<Item>) -> Page<Outcome<Item>> {
    let known: Vec<String> = items().into_iter().map(|item| item.name).collect();
    let outcomes = new.items.into_iter().map(|item| {
        if known.contains(&item.name) {
            Outcome::Failed {
                reason: format!("{} is on sale already", item.name),
            }
        } else {
            Outcome::Done { value: item }
        }
    });
    page(outcomes.collect(), 0, 100)
}

/// Sort the shelves anew.
#[put("/shelves")]
async fn arrange(shelves: Change<Tree<String>>) -> Tree<String> {
    shelves.to
}

fn main() -> fastr::Result {
    App::new().title("Generic models").run()
}
