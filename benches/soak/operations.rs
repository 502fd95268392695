//! Operations of all kinds.

use fastr::{
    App, BackgroundTasks, GZipMiddleware, HttpException, PlainText, RequestIdMiddleware, StreamResponse,
    UploadFile, WebSocket, WebSocketDisconnect, get, media, model, post, stream, websocket,
};

/// Something on sale.
#[model]
struct Item {
    #[field(min_length = 1, max_length = 50)]
    name: String,
    #[field(gt = 0.0)]
    price: f64,
    #[field(default)]
    tags: Vec<String>,
}

#[post("/items", status_code = 201)]
async fn create_item(item: Item) -> Item {
    item
}

#[get("/items/{item_id}", raises(404))]
async fn read_item(item_id: u64, q: Option<String>) -> Result<PlainText<String>, HttpException> {
    match item_id {
        0 => Err(HttpException::of(404)),
        id => Ok(PlainText(format!("{id} {}", q.unwrap_or_default()))),
    }
}

#[post("/small", body_limit = 100)]
async fn small(item: Item) -> Item {
    item
}

#[post("/files")]
async fn upload(file: UploadFile) -> PlainText<String> {
    PlainText(file.size().to_string())
}

#[post("/later")]
async fn later(item: Item, tasks: &mut BackgroundTasks) -> bool {
    tasks.add(async move {
        tokio::task::yield_now().await;
        drop(item);
    });
    true
}

#[get("/blocking", blocking)]
fn blocking() -> bool {
    true
}

#[get("/stream")]
async fn streamed() -> StreamResponse<media::Plain> {
    StreamResponse::new(stream(|mut out| async move {
        for number in 0..20 {
            out.send(format!("{number}\n")).await;
            tokio::task::yield_now().await;
        }
    }))
}

#[get("/endless")]
async fn endless() -> StreamResponse<media::Plain> {
    StreamResponse::new(stream(|mut out| async move {
        loop {
            out.send("again and again\n").await;
        }
    }))
}

#[websocket("/echo")]
async fn echo(mut ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    loop {
        let text = ws.receive_text().await?;
        ws.send_text(text).await?;
    }
}

pub fn app() -> App {
    App::of(module_path!())
        .add_middleware(GZipMiddleware::new())
        .add_middleware(RequestIdMiddleware)
        .metrics("/metrics")
}
