//! An application with an operation of each kind. None of them says back what it was sent.

use fastr::{
    ApiError, App, BackgroundTasks, Bytes, HttpException, Next, PlainText, Redirect, Request, RequestParts,
    Response, ResponseParts, Responses, StreamResponse, UploadFile, delete, get, head, media, model, options,
    patch, post, put, route, stream,
};

/// Something on sale.
#[model]
struct Item {
    #[field(min_length = 1, max_length = 5)]
    name: String,
    #[field(gt = 0.0)]
    price: f64,
    #[field(default)]
    tags: Vec<String>,
}

/// Why there is no item.
#[derive(Debug, ApiError)]
enum ItemError {
    #[status(404, "Item not found")]
    NotFound,
    #[status(409, "Item exists")]
    Exists,
}

/// What became of it.
#[derive(Responses)]
enum Stored {
    #[status(200)]
    Changed(Item),
    #[status(201)]
    Created(Item),
    #[status(204)]
    Nothing,
}

fn drum() -> Item {
    Item {
        name: "Drum".to_owned(),
        price: 9.5,
        tags: Vec::new(),
    }
}

#[get("/")]
fn index() -> &'static str {
    "index"
}

#[post("/items", status_code = 201)]
async fn create(item: Item) -> Result<Item, ItemError> {
    if item.tags.is_empty() {
        Ok(drum())
    } else {
        Err(ItemError::Exists)
    }
}

#[get("/items/{id}", raises(404))]
async fn read(id: u16, q: Option<u8>) -> Result<Item, HttpException> {
    if id == 0 || q == Some(0) {
        return Err(HttpException::of(404));
    }
    Ok(drum())
}

#[put("/items/{id}")]
async fn store(id: u16, item: Item) -> Stored {
    match id {
        0 => Stored::Nothing,
        1 => Stored::Changed(item),
        _ => Stored::Created(drum()),
    }
}

#[patch("/items/{id}", body_limit = 20)]
async fn change(id: u16, item: Item) -> Result<bool, ItemError> {
    drop(item);
    (id > 0).then_some(true).ok_or(ItemError::NotFound)
}

#[delete("/items/{id}", status_code = 204)]
async fn remove(id: u16, tasks: &mut BackgroundTasks) {
    tasks.add(async move { assert!(u32::from(id) < 65_536) });
}

#[get("/items/{id}/parts/{part}")]
fn part(id: bool, part: String) -> PlainText<&'static str> {
    PlainText(if id && part.is_empty() { "" } else { "part" })
}

#[get("/files/{path:path}")]
fn file(path: String) -> bool {
    path.is_empty()
}

#[post("/form")]
fn form(#[form] name: String, #[form] count: Option<u8>) -> bool {
    name.is_empty() && count.is_none()
}

#[post("/upload", body_limit = 300)]
fn upload(file: UploadFile, #[file] other: Option<Bytes>) -> bool {
    file.size() == 0 && other.is_none()
}

#[get("/from-head")]
fn from_head(#[header] x_token: u8, #[cookie] session: Option<u8>, head: &RequestParts) -> bool {
    x_token > 0 || session.is_some() || head.headers.is_empty()
}

#[get("/parts", responses(201, 202))]
fn parts(status: u16, response: &mut ResponseParts) -> bool {
    if status % 2 == 1 {
        response.set_status(if status.is_multiple_of(3) { 201 } else { 202 });
    }
    response.set_header("x-parts", "1");
    true
}

#[get("/reset", status_code = 205)]
fn reset() {}

#[get("/same", status_code = 304)]
fn same() {}

#[get("/elsewhere")]
fn elsewhere() -> Redirect {
    Redirect::to("/items/1")
}

#[get("/stream")]
async fn streamed() -> StreamResponse<media::Plain> {
    StreamResponse::new(stream(|mut out| async move {
        for piece in ["one", "", "two"] {
            out.send(piece).await;
        }
    }))
}

#[post("/whole")]
async fn whole(request: Request) -> bool {
    request.into_body().collect(100).await.is_ok()
}

#[head("/only-head")]
fn only_head() -> bool {
    true
}

#[options("/own-options")]
fn own_options() -> bool {
    true
}

#[route("/both/", methods("GET", "POST"), blocking)]
fn both() -> bool {
    true
}

/// Hands everything on, as middleware does that only looks.
async fn looks(request: Request, next: Next) -> Response {
    tokio::task::yield_now().await;
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .insert("x-seen", http::HeaderValue::from_static("1"));
    response
}

/// The application, with and without middleware.
pub fn app(is_surrounded: bool) -> App {
    let app = App::of(module_path!()).body_limit(200);
    if is_surrounded {
        app.add_middleware(looks)
    } else {
        app
    }
}
