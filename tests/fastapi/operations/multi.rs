//! Tutorial: Body - Multiple Parameters.

use fastr::{model, put};

use super::body::Item;

#[model]
struct User {
    username: String,
    full_name: Option<String>,
}

#[model]
struct Two {
    item_id: i64,
    item: Item,
    user: User,
}

#[put("/multi/two/{item_id}")]
fn multi_two(item_id: i64, item: Item, user: User) -> Two {
    Two { item_id, item, user }
}

#[model]
struct WithScalar {
    item_id: i64,
    item: Item,
    user: User,
    importance: i64,
    q: Option<String>,
}

#[put("/multi/scalar/{item_id}")]
fn multi_scalar(
    item_id: i64,
    item: Item,
    user: User,
    #[body(gt = 0)] importance: i64,
    q: Option<String>,
) -> WithScalar {
    WithScalar {
        item_id,
        item,
        user,
        importance,
        q,
    }
}

#[model]
struct Optional {
    item: Option<Item>,
    user: Option<User>,
    note: String,
}

#[put("/multi/optional")]
fn multi_optional(
    item: Option<Item>,
    user: Option<User>,
    #[body(default = "none")] note: String,
) -> Optional {
    Optional { item, user, note }
}

#[model]
struct Embedded {
    item: Item,
}

#[put("/multi/embed")]
fn multi_embed(#[body(embed)] item: Item) -> Embedded {
    Embedded { item }
}

#[model]
struct Importance {
    importance: i64,
}

#[put("/multi/embed-scalar")]
fn multi_embed_scalar(#[body(embed, ge = 1)] importance: i64) -> Importance {
    Importance { importance }
}

#[model]
struct Everything {
    item_id: i64,
    limit: i64,
    x_count: i64,
    session_id: i64,
    item: Item,
}

#[put("/everything/{item_id}")]
fn everything(
    item: Item,
    #[cookie] session_id: i64,
    #[header] x_count: i64,
    #[query(gt = 0)] limit: i64,
    #[path(ge = 1)] item_id: i64,
) -> Everything {
    Everything {
        item_id,
        limit,
        x_count,
        session_id,
        item,
    }
}
