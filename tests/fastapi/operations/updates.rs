//! Tutorial: Body - Updates. Each request starts from the same stored items.

use fastr::{HttpException, get, model, patch, put, status};
use serde_json::json;

#[model]
struct Stored {
    name: Option<String>,
    price: Option<f64>,
    #[field(default = 10.5)]
    tax: f64,
    #[field(default)]
    tags: Vec<String>,
}

/// What a client may change, each field on its own.
#[model]
struct Changes {
    name: Option<String>,
    price: Option<f64>,
    tax: Option<f64>,
    tags: Option<Vec<String>>,
}

fn stored(item_id: &str) -> Option<Stored> {
    match item_id {
        "plain" => Some(Stored {
            name: Some("Plain".into()),
            price: Some(50.2),
            tax: 10.5,
            tags: Vec::new(),
        }),
        "full" => Some(Stored {
            name: Some("Full".into()),
            price: Some(62.0),
            tax: 20.2,
            tags: vec!["a".into()],
        }),
        _ => None,
    }
}

#[get("/updates/{item_id}", raises(404))]
fn updates_get(item_id: String) -> Result<Stored, HttpException> {
    stored(&item_id).ok_or_else(|| HttpException::new(status::HTTP_404_NOT_FOUND, "No such item"))
}

#[put("/updates/{item_id}")]
fn updates_put(item_id: String, item: Stored) -> Stored {
    let _ = item_id;
    item
}

#[patch("/updates/{item_id}", raises(404))]
fn updates_patch(item_id: String, item: Changes) -> Result<Stored, HttpException> {
    let Some(before) = stored(&item_id) else {
        let detail = json!({ "missing": item_id });
        return Err(HttpException::new(status::HTTP_404_NOT_FOUND, detail).header("X-Error", "missing"));
    };
    Ok(Stored {
        name: item.name.or(before.name),
        price: item.price.or(before.price),
        tax: item.tax.unwrap_or(before.tax),
        tags: item.tags.unwrap_or(before.tags),
    })
}
