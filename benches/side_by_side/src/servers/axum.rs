//! axum, as its documentation shows it, with the constraints looked at by hand.

use std::io;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Asked {
    q: Option<String>,
    #[serde(default = "ten")]
    limit: u32,
}

fn ten() -> u32 {
    10
}

#[derive(Serialize)]
struct Found {
    item_id: u64,
    q: Option<String>,
    limit: u32,
}

#[derive(Serialize, Deserialize)]
struct Item {
    name: String,
    price: f64,
    #[serde(default)]
    tags: Vec<String>,
}

async fn plaintext() -> &'static str {
    "Hello, World!"
}

async fn read_item(
    Path(item_id): Path<u64>,
    Query(Asked { q, limit }): Query<Asked>,
) -> Result<Json<Found>, StatusCode> {
    if !(1..=100).contains(&limit) {
        return Err(StatusCode::UNPROCESSABLE_ENTITY);
    }
    Ok(Json(Found { item_id, q, limit }))
}

async fn create_item(Json(item): Json<Item>) -> Result<(StatusCode, Json<Item>), StatusCode> {
    if !(1..=50).contains(&item.name.chars().count()) || item.price <= 0.0 {
        return Err(StatusCode::UNPROCESSABLE_ENTITY);
    }
    Ok((StatusCode::CREATED, Json(item)))
}

/// Serves with `axum::serve` on a runtime with one thread.
pub fn serve(port: u16) -> io::Result<()> {
    let app = Router::new()
        .route("/plaintext", get(plaintext))
        .route("/items/{item_id}", get(read_item))
        .route("/items", post(create_item));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
        axum::serve(listener, app).await
    })
}
