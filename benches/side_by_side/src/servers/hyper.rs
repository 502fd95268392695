//! hyper by hand: the least that answers these three requests.

use std::convert::Infallible;
use std::io;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::http::request::Parts;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{HeaderMap, Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct Found<'query> {
    item_id: u64,
    q: Option<&'query str>,
    limit: u32,
}

#[derive(Serialize, Deserialize)]
struct Item {
    name: String,
    price: f64,
    #[serde(default)]
    tags: Vec<String>,
}

const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// The response takes the header map of the request, so that no new one is allocated.
fn reply(
    mut headers: HeaderMap,
    status: StatusCode,
    kind: HeaderValue,
    body: Bytes,
) -> Response<Full<Bytes>> {
    headers.clear();
    headers.insert(CONTENT_TYPE, kind);
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

fn json(headers: HeaderMap, status: StatusCode, value: &impl Serialize) -> Response<Full<Bytes>> {
    match serde_json::to_vec(value) {
        Ok(text) => reply(headers, status, JSON, text.into()),
        Err(_) => refused(headers, StatusCode::INTERNAL_SERVER_ERROR),
    }
}

fn refused(headers: HeaderMap, status: StatusCode) -> Response<Full<Bytes>> {
    reply(headers, status, TEXT, Bytes::new())
}

fn read_item(head: Parts) -> Response<Full<Bytes>> {
    let Parts { uri, headers, .. } = head;
    let item_id = uri.path().strip_prefix("/items/").and_then(|id| id.parse().ok());
    let (mut q, mut limit) = (None, Some(10));
    for pair in uri.query().unwrap_or_default().split('&') {
        match pair.split_once('=') {
            Some(("q", value)) => q = Some(value),
            Some(("limit", value)) => limit = value.parse().ok().filter(|limit| (1..=100).contains(limit)),
            _ => {}
        }
    }
    match item_id.zip(limit) {
        Some((item_id, limit)) => json(headers, StatusCode::OK, &Found { item_id, q, limit }),
        None => refused(headers, StatusCode::UNPROCESSABLE_ENTITY),
    }
}

async fn create_item(head: Parts, body: Incoming) -> Response<Full<Bytes>> {
    let Ok(body) = body.collect().await else {
        return refused(head.headers, StatusCode::BAD_REQUEST);
    };
    match serde_json::from_slice::<Item>(&body.to_bytes()) {
        Ok(item) if (1..=50).contains(&item.name.chars().count()) && item.price > 0.0 => {
            json(head.headers, StatusCode::CREATED, &item)
        }
        _ => refused(head.headers, StatusCode::UNPROCESSABLE_ENTITY),
    }
}

async fn answer(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let (head, body) = request.into_parts();
    Ok(match (&head.method, head.uri.path()) {
        (&Method::GET, "/plaintext") => reply(
            head.headers,
            StatusCode::OK,
            TEXT,
            Bytes::from_static(b"Hello, World!"),
        ),
        (&Method::POST, "/items") => create_item(head, body).await,
        (&Method::GET, path) if path.starts_with("/items/") => read_item(head),
        _ => refused(head.headers, StatusCode::NOT_FOUND),
    })
}

/// Serves on a runtime of the current thread.
pub fn serve(port: u16) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let local = tokio::task::LocalSet::new();
    local.block_on(&runtime, async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
        let mut http = http1::Builder::new();
        // As fastr has it: one write for head and body, and no buffer while a service is not ready.
        http.writev(false).half_close(true);
        loop {
            let (socket, _) = listener.accept().await?;
            socket.set_nodelay(true)?;
            // A connection that breaks off concerns nobody else.
            let connection = http.serve_connection(TokioIo::new(socket), service_fn(answer));
            tokio::task::spawn_local(async move { drop(connection.await) });
        }
    })
}
