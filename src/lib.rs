//! fastr is FastAPI for Rust: annotate a function, and get an HTTP operation that is served, validated and documented.
//!
//! ```no_run
//! use fastr::{App, get};
//!
//! /// Say hello.
//! #[get("/hello/{name}")]
//! async fn hello(name: String, excited: Option<bool>) -> String {
//!     let mark = if excited == Some(true) { "!" } else { "." };
//!     format!("Hello {name}{mark}")
//! }
//!
//! fn main() -> fastr::Result {
//!     App::new().title("Greetings").run()
//! }
//! ```
//!
//! Open `/docs`: the operation is there, with its parameters, its answers and their statuses. Nothing is registered:
//! [`App::new`] finds every operation that is linked into the program. The function stays as it was written, so that it
//! can be called from other code and from tests.
//!
//! # Where arguments come from
//!
//! The name and the type of a parameter say it, unless an attribute such as `#[header]` does (see [`get`]):
//!
//! | parameter | comes from |
//! |---|---|
//! | a name that stands in the path | the path |
//! | any other number, `bool`, `char`, `String`, or [`model`] enum of plain names | the query string |
//! | any other [`model`], a list, a set, a map, or a `serde_json::Value` | the JSON body; several of them are keys of one object |
//! | `Option<T>` of these | the same place, where it may be absent |
//! | `&`[`RequestParts`] | the head of the request |
//! | `&mut `[`ResponseParts`] | the response to come: its status and its headers |
//! | `&mut `[`BackgroundTasks`] | what is to be done after the response |
//! | `#[state]` and a `&T` | the state of the application ([`App::state`]) |
//! | [`Client`], [`BaseUrl`] | who asks, and what it calls this program, also behind a proxy ([`App::trusted_proxies`]) |
//! | [`Request`] | the whole request, its body unread |
//!
//! What is wrong with the arguments is answered with 422 in FastAPI's form, all of it in one answer:
//!
//! ```
//! use fastr::{App, TestClient, get, model, post};
//!
//! #[model]
//! struct Item {
//!     #[field(min_length = 1)]
//!     name: String,
//!     #[field(gt = 0.0)]
//!     price: f64,
//! }
//!
//! #[post("/items/{shelf}")]
//! async fn put_on_shelf(shelf: u8, item: Item) -> Item {
//!     item
//! }
//!
//! let client = TestClient::new(App::of(module_path!()));
//! let response = client.post("/items/x").json(&serde_json::json!({ "name": "" })).send();
//! assert_eq!(response.status(), 422);
//!
//! let answer: serde_json::Value = response.json();
//! let mistakes = answer["detail"].as_array().unwrap();
//! let kinds: Vec<_> = mistakes.iter().map(|mistake| mistake["type"].as_str().unwrap()).collect();
//! assert_eq!(kinds, ["int_parsing", "string_too_short", "missing"]);
//! assert_eq!(mistakes[2]["loc"], serde_json::json!(["body", "price"]));
//! ```
//!
//! # What is returned
//!
//! | type | is sent as | with the status |
//! |---|---|---|
//! | a [`model`], text, number with a fraction, `bool`, list, set, map, `Option`, `serde_json::Value` | JSON | of the operation |
//! | a `&'static` reference to one of them or to a slice, an `Arc` of it: what is kept is sent without a copy | JSON | of the operation |
//! | `()` | `null`, or nothing where the status has no body | of the operation |
//! | [`PlainText`], [`Html`] | text | of the operation |
//! | [`Content`] | bytes or text of any media type | of the operation |
//! | [`StreamResponse`], [`JsonLines`], [`EventStream`] | what a stream gives, while it gives it | of the operation |
//! | [`JsonResponse`] | JSON | its own, or that of the operation |
//! | `FileResponse` | a file, or the part of it that is wanted | 200, 206, 304, 416 |
//! | [`WithHeaders`] | what it holds, with headers and cookies | of what it holds |
//! | [`Redirect`], `Redirect<303>` | nothing | 307, or the one it names |
//! | [`Status<201, T>`](Status), [`Created`], [`Accepted`], [`NoContent`], [`NotModified`] | what is in them | the one they name |
//! | a type with [`#[derive(Responses)]`](macro@Responses) | the body of the variant | that of the variant |
//! | [`Response`] | what it is | its own |
//! | `Result<T, E>` with [`#[derive(ApiError)]`](macro@ApiError) on `E` | `T`, or `{"detail": …}` | that of `T`, or of the variant |
//! | `Result<T, `[`HttpException`]`>` | `T`, or `{"detail": …}` | that of `T`, or of the exception |
//!
//! `response_model = Public` in the attribute sends what is returned as a `Public`, which is made of it with `From`: so what
//! `Public` does not have cannot be sent. `skip_none` leaves out the fields that are `null`, `skip_defaults` those that are as they
//! would be if they were absent.
//!
//! # The status contract
//!
//! The statuses of an operation follow from its signature: each type says which ones it can cause. So the document lists
//! them without being told, and what cannot be does not compile: a status outside 200..=599, a close code of a WebSocket, a
//! body with 204, 205 or 304, a bare integer that reads like a status and would be the body.
//!
//! ```compile_fail
//! use fastr::delete;
//!
//! // error: a response with 204 No Content has no body, but `remove` returns one; return nothing, or choose a status
//! // that has a body, such as 200
//! #[delete("/items/{item_id}", status_code = 204)]
//! async fn remove(item_id: u64) -> String {
//!     format!("{item_id} is gone")
//! }
//! ```
//!
//! A type that can have any status ([`HttpException`], [`Response`], [`JsonResponse`]) makes the operation say which ones:
//! `raises(404)`; so does a status that is set through `&mut `[`ResponseParts`]. One that it did not say is a panic in
//! [`TestClient`], 500 in a debug build, and in a release build it is sent and logged.
//!
//! Of several statuses the first of these is sent: that of a raised error, that of a returned [`Response`], that of
//! [`ResponseParts::set_status`], `status_code`, 200.
//!
//! [The guide](guide::the_status_contract) has all of it: where statuses come from, what is checked, and what fastr says to the
//! mistakes that people make. What goes on behind the answer has [a page of its own](guide::work_after_the_answer).
//!
//! # Tests
//!
//! [`TestClient`] calls the application in the same process:
//!
//! ```
//! use fastr::{App, HttpException, TestClient, get, status};
//!
//! #[get("/even/{number}", raises(404))]
//! async fn half(number: u32) -> Result<PlainHalf, HttpException> {
//!     if number % 2 == 0 {
//!         Ok(PlainHalf { half: number / 2 })
//!     } else {
//!         Err(HttpException::new(status::HTTP_404_NOT_FOUND, "an odd number has no half"))
//!     }
//! }
//!
//! #[fastr::model]
//! struct PlainHalf {
//!     half: u32,
//! }
//!
//! let client = TestClient::new(App::of(module_path!()));
//! assert_eq!(client.get("/even/8").send().text(), r#"{"half":4}"#);
//! assert_eq!(client.get("/even/7").send().status(), 404);
//! assert_eq!(client.post("/even/8").send().header("allow"), Some("GET, HEAD, OPTIONS"));
//!
//! // By its name; `expect` of a status that it can never have does not compile.
//! let odd = client.call::<half>().path("number", 7).send().expect::<404>();
//! assert_eq!(odd.text(), r#"{"detail":"an odd number has no half"}"#);
//! ```
//!
//! ```compile_fail,E0080
//! # use fastr::{App, TestClient, get};
//! #[get("/")]
//! async fn root() -> String {
//!     "here".into()
//! }
//!
//! fn main() {
//!     let client = TestClient::new(App::of(module_path!()));
//!     // error: `root` can never answer 404 Not Found; expect a status that its signature or its attribute has, …
//!     client.call::<root>().send().expect::<404>();
//! }
//! ```
//!
//! Each answer is compared with the document: status, media type and body. With `FASTR_SEEN=seen.txt cargo test` the statuses
//! that came are noted, and `program routes --unseen seen.txt` lists those that no test has seen.
//!
//! # The document
//!
//! The OpenAPI 3.1 document is made of the signatures and doc comments, once, when the program starts. It is served at
//! `/openapi.json`, and shown at `/docs` (Swagger UI), `/redoc` and `/scalar`; each of them can be elsewhere or nowhere.
//! `/docs/statuses` has every operation against every status that it can send, and who sends it.
//! What the signatures cannot say is said of the [`App`]:
//!
//! ```
//! use fastr::App;
//! use fastr::openapi::{Contact, License, Server, Tag};
//!
//! let app = App::new()
//!     .title("Shop")
//!     .version("1.4.0")
//!     .contact(Contact::new().email("shop@example.com"))
//!     .license(License::spdx("Apache 2.0", "Apache-2.0"))
//!     .server(Server::new("https://api.example.com"))
//!     .tag(Tag::new("items").description("What is on sale."))
//!     .redoc_url(None)
//!     .swagger_ui_parameter("docExpansion", "none");
//! # drop(app);
//! ```
//!
//! A field with a default may be absent when it is taken, and is always there when it is sent. So a type has two schemas
//! where that makes a difference: `Item-Input` and `Item-Output`. Requests that the program sends itself are described by
//! [`webhook`] and [`callback`].
//!
//! `program openapi` writes the document without serving, `program openapi --diff OLD.json` says what changed and fails
//! if a client that was written for the older one can break, and [`openapi_test!`] keeps a document in the repository what
//! the code says.
//!
//! # Running
//!
//! [`App::run`] listens on `127.0.0.1:8000`, unless `--host` and `--port`, or else `FASTR_HOST` and `FASTR_PORT`, say
//! otherwise; `--workers` sets the number of threads, and `--help` lists the commands, which do something else. It ends on ctrl-c and SIGTERM, and lets open requests finish.
//!
//! The linker drops a crate that the program never names, and its operations with it. A crate that only declares operations
//! is named once: `use my_operations as _;`. How many there are is logged at the start.
//!
//! # Behind a proxy, and deployed
//!
//! A proxy in front of the program is named, and then believed: who the client is, and what it asked for. What anybody else
//! writes into `X-Forwarded-For` is not looked at.
//!
//! ```
//! use fastr::{App, BaseUrl, Client, TestClient, get};
//!
//! #[get("/link")]
//! async fn link(client: Client, base: BaseUrl) -> String {
//!     format!("{client} finds us at {base}")
//! }
//!
//! let app = App::of(module_path!()).root_path("/api/v1").trusted_proxies(["10.0.0.0/8"]).health();
//! let client = TestClient::new(app);
//! let asked = client.get("/link").peer("10.0.0.1").header("x-forwarded-for", "203.0.113.7");
//! assert_eq!(asked.send().text(), r#""203.0.113.7 finds us at http://testserver/api/v1""#);
//! assert_eq!(client.get("/readyz").send().text(), "ok");
//! ```
//!
//! [`App::health`] adds `/livez` and `/readyz`, and [`App::shutdown_delay`] gives those who ask them the time to notice the end. The
//! folder `deploy/` of the repository has a container file, units of systemd and a manifest of Kubernetes. What differs from one
//! machine to the next is said on the command line or in the environment; `--help` lists all of it.
//!
//! # Features
//!
//! | feature | default | brings |
//! |---|---|---|
//! | `docs` | yes | the page at `/docs`: Swagger UI, its assets inside the program |
//! | `redoc` | yes | the page at `/redoc`: ReDoc, inside the program |
//! | `scalar` | no | the page at `/scalar`: Scalar, inside the program |
//! | `log` | yes | [`App::run`] writes what it logs to stderr, when the program has set up no logging of its own |
//! | `multipart` | no | forms with files: `#[file]`, `UploadFile` |
//! | `base64` | no | `Base64Bytes`: bytes that are base64 in JSON |
//! | `decimal` | no | `rust_decimal::Decimal`, with limits: `#[field(gt = 0)]` |
//! | `email` | no | `EmailAddress` |
//! | `files` | no | `FileResponse`, `App::static_files` |
//! | `jiff` | no | `jiff::civil::{Date, Time, DateTime}`, `jiff::Timestamp`, `jiff::SignedDuration` |
//! | `signed-cookies` | no | `CookieKey`: cookies that are signed or encrypted |
//! | `url` | no | `url::Url`, and `HttpUrl` |
//! | `uuid` | no | `uuid::Uuid` |
//! | `websocket` | no | [`#[websocket]`](macro@websocket), `WebSocket`, `Room` |
//! | `middleware` | no | `CorsMiddleware`, `GZipMiddleware`, `RateLimitMiddleware` and the other usual ones |
//! | `metrics` | no | `App::metrics`: what was counted, for Prometheus |
//! | `http2` | no | HTTP/2, by prior knowledge or agreed on with TLS |
//! | `tls` | no | `App::tls`, `--ssl-certfile` |
//! | `systemd` | no | the socket that systemd has opened |
//! | `full` | no | all of these |
//!
//! The types that a feature brings stand wherever a `String` can: in the path, the query, headers, cookies and forms, in a
//! model, as an item or a key, and as the answer; and so, without a feature, do `IpAddr`, `Ipv4Addr` and `Ipv6Addr`. What is
//! wrong with one is said in FastAPI's words, and the document names its format. From text they are read as FastAPI reads
//! them, in JSON as their own crate does.

// The guide.
pub mod guide;

// The application.
pub use fastr_core::private::{App, Running, Service};

// The document.

/// A test that the document of an application is the one in a file beside the code, so that a change of the API is
/// seen in review.
///
/// The path begins at the folder of `Cargo.toml`; a file that ends in `.yaml` or `.yml` holds YAML. Where the two differ, the
/// test says what changed, and what of it breaks clients. `FASTR_BLESS=1 cargo test` writes the file anew. Without an
/// application it is [`App::new`].
///
/// ```
/// use fastr::App;
///
/// fn app() -> App {
///     App::new().title("Shop")
/// }
///
/// fastr::openapi_test!("openapi.json", app());
/// ```
#[doc(inline)]
pub use fastr_core::openapi_test;
/// What the document is told of an application, and what changed between two documents.
pub use fastr_core::private::openapi;

// Operations and models.

/// An operation with the method GET ([RFC 9110, section 9.3.1](https://www.rfc-editor.org/rfc/rfc9110#section-9.3.1)).
///
/// HEAD is answered too, with the same head and no body, unless an operation with that method is declared.
///
/// ```
/// # use fastr::get;
/// /// Read one item.
/// #[get("/items/{item_id}", tags = ["items"])]
/// async fn read_item(
///     #[path(ge = 1)] item_id: u64,
///     q: Option<String>,
///     #[query(alias = "page-size", le = 100, default = 10)] page_size: usize,
///     #[header] user_agent: Option<String>,
/// ) -> Vec<String> {
///     vec![item_id.to_string(), q.or(user_agent).unwrap_or_default(), page_size.to_string()]
/// }
/// ```
pub use fastr_macros::get;

/// An operation with the method POST ([RFC 9110, section 9.3.3](https://www.rfc-editor.org/rfc/rfc9110#section-9.3.3)).
///
/// ```
/// # use fastr::{model, post};
/// # #[model]
/// # struct Item { name: String }
/// /// Create an item.
/// #[post("/items", status_code = 201, response_description = "The item")]
/// async fn create_item(item: Item) -> Item {
///     item
/// }
/// ```
pub use fastr_macros::post;

/// An operation with the method PUT ([RFC 9110, section 9.3.4](https://www.rfc-editor.org/rfc/rfc9110#section-9.3.4)).
///
/// ```
/// # use fastr::{HttpException, model, put};
/// # #[model]
/// # struct Item { name: String }
/// /// Replace an item.
/// #[put("/items/{item_id}", responses(404 = "There is no such item"))]
/// async fn replace_item(item_id: u64, item: Item) -> Result<Item, HttpException> {
///     if item_id == 0 { Err(HttpException::of(404)) } else { Ok(item) }
/// }
/// ```
pub use fastr_macros::put;

/// An operation with the method DELETE ([RFC 9110, section 9.3.5](https://www.rfc-editor.org/rfc/rfc9110#section-9.3.5)).
///
/// ```
/// # use fastr::{delete, status};
/// /// Delete an item.
/// #[delete("/items/{item_id}", status_code = status::HTTP_204_NO_CONTENT)]
/// async fn delete_item(item_id: u64) {
///     println!("{item_id} is gone");
/// }
/// ```
pub use fastr_macros::delete;

/// An operation with the method PATCH ([RFC 5789](https://www.rfc-editor.org/rfc/rfc5789)).
///
/// ```
/// # use fastr::{Patch, model, patch};
/// #[model]
/// struct Change {
///     name: Patch<String>,
///     price: Patch<f64>,
/// }
///
/// /// Change an item.
/// #[patch("/items/{item_id}")]
/// async fn change_item(item_id: u64, change: Change) -> Change {
///     println!("{item_id} is another");
///     change
/// }
/// ```
pub use fastr_macros::patch;

/// An operation with the method HEAD ([RFC 9110, section 9.3.2](https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2)).
///
/// It goes before the answer that a [`get`] of the same path would give.
///
/// ```
/// # use fastr::head;
/// /// Whether the report is there, without making it.
/// #[head("/report")]
/// async fn report_is_there() {}
/// ```
pub use fastr_macros::head;

/// An operation with the method OPTIONS ([RFC 9110, section 9.3.7](https://www.rfc-editor.org/rfc/rfc9110#section-9.3.7)).
///
/// It goes before the answer that every path gives otherwise: 204 with the methods in `Allow`.
///
/// ```
/// # use fastr::{PlainText, options};
/// #[options("/items", include_in_schema = false)]
/// async fn item_options() -> PlainText<&'static str> {
///     PlainText("list and create items here")
/// }
/// ```
pub use fastr_macros::options;

/// An operation with the method TRACE ([RFC 9110, section 9.3.8](https://www.rfc-editor.org/rfc/rfc9110#section-9.3.8)).
///
/// ```
/// # use fastr::{PlainText, RequestParts, trace};
/// #[trace("/loop")]
/// async fn echo(head: &RequestParts) -> PlainText {
///     PlainText(format!("{} {}", head.method, head.uri))
/// }
/// ```
pub use fastr_macros::trace;

/// An error of your own: one definition is the response, the document and [`std::error::Error`].
///
/// ```
/// use fastr::{ApiError, App, TestClient, get};
///
/// #[derive(Debug, ApiError)]
/// enum ItemError {
///     #[status(404, "item {item_id} not found")]
///     NotFound { item_id: u64 },
///     #[status(429, "slow down", headers("retry-after" = "{0}"))]
///     TooMany(u32),
/// }
///
/// #[get("/items/{item_id}")]
/// async fn read_item(item_id: u64) -> Result<String, ItemError> {
///     match item_id {
///         0 => Err(ItemError::NotFound { item_id }),
///         1 => Err(ItemError::TooMany(30)),
///         _ => Ok("an item".into()),
///     }
/// }
///
/// // This one raises nothing but `NotFound`, and its document says so.
/// #[get("/names/{item_id}", raises(ItemError::NotFound))]
/// async fn read_name(item_id: u64) -> Result<String, ItemError> {
///     if item_id == 0 { Err(ItemError::NotFound { item_id }) } else { Ok("a name".into()) }
/// }
///
/// let client = TestClient::new(App::of(module_path!()));
/// let response = client.get("/items/0").send();
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.text(), r#"{"detail":"item 0 not found"}"#);
/// assert_eq!(client.get("/items/1").send().header("retry-after"), Some("30"));
///
/// let document = App::of(module_path!()).openapi()?;
/// let statuses = |path: &str| document["paths"][path]["get"]["responses"].as_object().unwrap().len();
/// assert_eq!(statuses("/items/{item_id}"), 5); // 200, 404, 422, 429, 500
/// assert_eq!(statuses("/names/{item_id}"), 4);
/// # Ok::<(), fastr::StartupError>(())
/// ```
pub use fastr_macros::ApiError;

/// The response to an error of a type, by a function: FastAPI's `@app.exception_handler(UnicornException)`.
///
/// The type is that of the parameter. Where it is raised, the contract and the document have the status. The head of the
/// request may be asked for; the function cannot wait. For what fastr itself answers there is [`App::exception_handler`].
///
/// ```
/// use fastr::{App, RequestParts, TestClient, exception_handler, get, model};
///
/// struct UnicornException {
///     name: String,
/// }
///
/// #[model]
/// struct Message {
///     message: String,
/// }
///
/// #[exception_handler(status_code = 418)]
/// async fn unicorn_exception_handler(request: &RequestParts, error: UnicornException) -> Message {
///     Message { message: format!("Oops! {} did something at {}.", error.name, request.uri.path()) }
/// }
///
/// #[get("/unicorns/{name}")]
/// async fn read_unicorn(name: String) -> Result<String, UnicornException> {
///     if name == "yolo" { Err(UnicornException { name }) } else { Ok(name) }
/// }
///
/// let client = TestClient::new(App::of(module_path!()));
/// let response = client.call::<read_unicorn>().path("name", "yolo").send().expect::<418>();
/// assert_eq!(response.text(), r#"{"message":"Oops! yolo did something at /unicorns/yolo."}"#);
/// ```
pub use fastr_macros::exception_handler;

/// A function around every operation of the program, found when it is linked: FastAPI's `@app.middleware("http")`.
///
/// Several stand around each other in the order of the source, the last one outermost, and inside of those that
/// [`App::add_middleware`] puts there. What it answers itself stands in the document of every operation: the statuses of its error,
/// or those in `raises(…)`.
///
/// ```
/// use fastr::{App, Next, Request, Response, TestClient, get, middleware};
///
/// #[middleware]
/// async fn add_process_time(request: Request, next: Next) -> Response {
///     let start = std::time::Instant::now();
///     let mut response = next.run(request).await;
///     response.headers_mut().insert("x-process-time", start.elapsed().subsec_micros().into());
///     response
/// }
///
/// #[get("/")]
/// async fn root() -> &'static str {
///     "Hello"
/// }
///
/// let client = TestClient::new(App::of(module_path!()));
/// assert!(client.call::<root>().send().expect::<200>().header("x-process-time").is_some());
/// ```
#[doc(inline)]
pub use fastr_macros::middleware;

/// Several answers of one operation, each with its own status; FastAPI's page "Additional Status Codes" says that such
/// answers cannot be documented, and here they are.
///
/// ```
/// use fastr::{App, Responses, TestClient, model, put};
///
/// #[model]
/// struct Item {
///     name: String,
/// }
///
/// #[derive(Responses)]
/// enum Stored {
///     /// The item was there and has been changed.
///     #[status(200)]
///     Changed(Item),
///     /// The item is new.
///     #[status(201, headers("location" = "/items/{item_id}"))]
///     Created {
///         #[body]
///         item: Item,
///         item_id: u64,
///     },
///     /// There was nothing to do.
///     #[status(204)]
///     Nothing,
/// }
///
/// #[put("/items/{item_id}")]
/// async fn store(item_id: u64, item: Item) -> Stored {
///     match item_id {
///         0 => Stored::Nothing,
///         1 => Stored::Changed(item),
///         _ => Stored::Created { item, item_id },
///     }
/// }
///
/// let client = TestClient::new(App::of(module_path!()));
/// let put = |path: &str| client.put(path).json(&serde_json::json!({ "name": "Drum" })).send();
/// assert_eq!(put("/items/0").status(), 204);
/// assert_eq!(put("/items/1").status(), 200);
/// assert_eq!(put("/items/7").header("location"), Some("/items/7"));
/// ```
pub use fastr_macros::Responses;

/// An operation with several methods, as FastAPI's `api_route`.
///
/// ```
/// # use fastr::{PlainText, route};
/// /// Makes the report, on the pool of threads: it takes its time.
/// #[route("/report", methods("GET", "POST"), blocking)]
/// fn report() -> PlainText {
///     PlainText("done".to_owned())
/// }
/// ```
pub use fastr_macros::route;

/// A request that the program sends to whoever wants to be told of something, for the document.
///
/// ```
/// use fastr::{App, model, webhook};
///
/// #[model]
/// struct Subscription {
///     username: String,
///     monthly_fee: f64,
/// }
///
/// /// When a new user subscribes, we send you this request.
/// #[webhook("new-subscription")]
/// fn new_subscription(body: Subscription);
///
/// let document = App::of(module_path!()).openapi()?;
/// let webhook = &document["webhooks"]["new-subscription"]["post"];
/// assert_eq!(webhook["description"], "When a new user subscribes, we send you this request.");
/// # Ok::<(), fastr::StartupError>(())
/// ```
pub use fastr_macros::webhook;

/// A request that an operation leads to, for the document.
///
/// ```
/// use fastr::{App, callback, model, post};
///
/// #[model]
/// struct Invoice {
///     id: String,
///     callback_url: Option<String>,
/// }
///
/// #[model]
/// struct Payment {
///     paid: bool,
/// }
///
/// /// The invoice was paid.
/// #[callback("{$request.body#/callback_url}/invoices/{$request.body#/id}")]
/// fn invoice_notification(payment: Payment);
///
/// #[post("/invoices", callbacks(invoice_notification))]
/// async fn create_invoice(invoice: Invoice) -> Invoice {
///     invoice
/// }
///
/// let document = App::of(module_path!()).openapi()?;
/// let callbacks = &document["paths"]["/invoices"]["post"]["callbacks"];
/// assert!(callbacks["invoice_notification"].is_object());
/// # Ok::<(), fastr::StartupError>(())
/// ```
pub use fastr_macros::callback;

/// A WebSocket, as on FastAPI's page "WebSockets". Behind the feature `websocket`.
///
/// The parameters are those of any operation, found before there is a WebSocket: what is wrong with them is answered with 422 in
/// the usual form. One parameter is the [`WebSocket`] itself, which has been accepted.
///
/// ```
/// use fastr::{App, CloseError, TestClient, WebSocket, close, status, websocket};
///
/// #[websocket("/ws/{client_id}")]
/// async fn chat(client_id: u64, token: Option<String>, mut ws: WebSocket) -> Result<(), CloseError> {
///     if token.is_none() {
///         return Err(close!(status::WS_1008_POLICY_VIOLATION, "no token").into());
///     }
///     loop {
///         let text = ws.receive_text().await?;
///         ws.send_text(format!("Client #{client_id} says: {text}")).await?;
///     }
/// }
///
/// let client = TestClient::new(App::of(module_path!()));
/// let mut ws = client.websocket("/ws/7").query("token", "x").connect();
/// ws.send_text("hello");
/// assert_eq!(ws.receive_text(), "Client #7 says: hello");
///
/// assert_eq!(client.websocket("/ws/7").connect().expect_close(1008), "no token");
/// assert_eq!(client.websocket("/ws/seven").refused().status(), 422);
/// ```
///
/// # Refusing is not closing
///
/// Before a WebSocket is accepted, there is HTTP, and a refusal has a status. Afterwards there is none, and the end has a close
/// code. A function that decides takes the [`Handshake`], and both [`accept`](Handshake::accept) and
/// [`reject`](Handshake::reject) take it away:
///
/// ```
/// use fastr::{App, CloseError, Handshake, HttpException, TestClient, status, websocket};
///
/// #[websocket("/members", raises(401))]
/// async fn members(#[cookie] session: Option<String>, handshake: Handshake) -> Result<(), CloseError> {
///     if session.is_none() {
///         handshake.reject(HttpException::new(status::HTTP_401_UNAUTHORIZED, "log in first"));
///         return Ok(());
///     }
///     let ws = handshake.subprotocol(&["chat.v2", "chat"]).accept();
///     ws.send_text("welcome").await?;
///     Ok(())
/// }
///
/// let client = TestClient::new(App::of(module_path!()));
/// assert_eq!(client.call::<members>().refused().status(), 401);
/// let mut ws = client.call::<members>().header("cookie", "session=s").connect();
/// assert_eq!(ws.receive_text(), "welcome");
/// ws.expect_close(1000);
/// ```
///
/// # How it ends
///
/// | what happens | the peer sees |
/// |---|---|
/// | the function returns nothing, or `Ok` | 1000 |
/// | it returns an `Err` made by [`close!`], or a [`CloseFrame`] | that code |
/// | any other error, by [`CloseError::internal`], or a panic | 1011; what it said goes to the log |
/// | a message of bytes where text is wanted, or the other way round | 1003 |
/// | JSON that is not what it should be | 1007, with the reason |
/// | a text that is not UTF-8 | 1007 |
/// | a frame or a message over the [limits](WebSocketLimits) | 1009 |
/// | a frame that breaks the rules of RFC 6455 | 1002 |
/// | the program ends | 1001, and it is waited for the answer |
/// | the function returns before it accepted | 403 as the answer to the handshake, 500 after a panic |
///
/// # Settings
///
/// `raises(401)` names the statuses with which the function rejects; 403 needs no word. `closes(4001 = "kicked")`,
/// `receives = Command` and `sends = Event` are for the document. `summary`, `description`, `tags`, `deprecated`,
/// `operation_id` and `include_in_schema` are as at any operation.
#[cfg(feature = "websocket")]
pub use fastr_macros::websocket;

/// A close code and a reason, both constants: what may not be sent does not compile. [`CloseFrame::new`] is for what is no
/// constant.
///
/// ```
/// use fastr::{CloseFrame, close, status};
///
/// let frame = close!(status::WS_1008_POLICY_VIOLATION, "not allowed");
/// assert_eq!(frame.code(), 1008);
/// assert_eq!(close!(4001).reason(), "");
/// ```
///
/// ```compile_fail
/// // error: 1006 only reports how a connection ended, and is never sent; use 1000, another `WS_*` that may be sent, …
/// fastr::close!(fastr::status::WS_1006_ABNORMAL_CLOSURE, "gone");
/// ```
#[cfg(feature = "websocket")]
pub use fastr_core::close;

#[cfg(feature = "websocket")]
pub use fastr_core::private::{
    CloseError, CloseFrame, CloseFrameError, Handshake, IterBytes, IterJson, IterText, Member, Room,
    SocketMessage, TestWebSocket, WebSocket, WebSocketDisconnect, WebSocketLimits, WebSocketReceiver,
    WebSocketSender,
};

/// A type that can be sent and received as JSON: a struct of named fields, or an enum.
///
/// As a parameter it is the JSON body; an enum of plain names comes from the path or the query string.
///
/// ```
/// use fastr::{App, TestClient, get, model};
///
/// /// How to sort.
/// #[model]
/// #[serde(rename_all = "lowercase")]
/// #[derive(PartialEq)]
/// enum Order {
///     Name,
///     Price,
/// }
///
/// /// Something on sale.
/// #[model]
/// struct Item {
///     /// What it is called.
///     #[field(min_length = 1, max_length = 50, pattern = "^[A-Z]")]
///     name: String,
///     #[field(ge = 0, multiple_of = 5)]
///     cents: u32,
///     #[field(max_items = 3, default)]
///     tags: Vec<String>,
///     #[field(default = "EUR")]
///     currency: String,
///     note: Option<String>,
/// }
///
/// #[get("/sorted")]
/// async fn by_name(order: Order) -> bool {
///     order == Order::Name
/// }
///
/// let client = TestClient::new(App::of(module_path!()));
/// assert_eq!(client.get("/sorted?order=name").send().text(), "true");
/// assert_eq!(client.get("/sorted?order=colour").send().status(), 422);
/// ```
///
/// What readers of the document should know besides stands there too: doc comments are descriptions, and there are
/// `title`, `examples` and `deprecated`. An example is any value that can be sent, best one of the type itself:
///
/// ```
/// # use fastr::{App, model, post};
/// #[model(examples(Jar { fruit: "plum".to_owned(), grams: 250 }))]
/// struct Jar {
///     #[field(title = "Kind of fruit", examples("plum", "pear"))]
///     fruit: String,
///     #[field(deprecated)]
///     grams: u32,
/// }
/// # #[post("/jars")]
/// # async fn fill(jar: Jar) -> Jar { jar }
/// # let document = App::of(module_path!()).openapi().unwrap();
/// # let jar = &document["components"]["schemas"]["Jar"];
/// # assert_eq!(jar["examples"][0]["grams"], 250);
/// # assert_eq!(jar["properties"]["fruit"]["title"], "Kind of fruit");
/// ```
///
/// A model may be generic over types. Each of what it is used for is a schema of its own:
///
/// ```
/// # use fastr::{App, get, model};
/// # #[model]
/// # struct Item {
/// #     name: String,
/// # }
/// #[model]
/// struct Page<T> {
///     items: Vec<T>,
///     total: u64,
/// }
///
/// #[get("/items")]
/// async fn list_items() -> Page<Item> {
///     Page { items: Vec::new(), total: 0 }
/// }
///
/// let document = App::of(module_path!()).openapi().unwrap();
/// assert_eq!(document["components"]["schemas"]["Page_Item_"]["title"], "Page[Item]");
/// ```
///
/// A rule of your own is a function that says what is wrong, of one field or of the whole:
///
/// ```
/// use fastr::{App, TestClient, model, post};
///
/// fn even(number: &u32) -> Result<(), String> {
///     if number % 2 == 0 { Ok(()) } else { Err(format!("{number} is odd")) }
/// }
///
/// fn ordered(pair: &Pair) -> Result<(), &'static str> {
///     if pair.low <= pair.high { Ok(()) } else { Err("low is above high") }
/// }
///
/// #[model(validate = ordered)]
/// struct Pair {
///     #[field(validate = even)]
///     low: u32,
///     high: u32,
/// }
///
/// #[post("/pairs")]
/// async fn keep(pair: Pair) -> Pair {
///     pair
/// }
///
/// let client = TestClient::new(App::of(module_path!()));
/// let message = |low: u32, high: u32| {
///     let pair = serde_json::json!({ "low": low, "high": high });
///     let answer: serde_json::Value = client.post("/pairs").json(&pair).send().json();
///     answer["detail"][0]["msg"].as_str().map(str::to_owned)
/// };
/// assert_eq!(message(1, 2).as_deref(), Some("Value error, 1 is odd"));
/// assert_eq!(message(4, 2).as_deref(), Some("Value error, low is above high"));
/// assert_eq!(message(2, 4), None);
/// ```
pub use fastr_macros::model;

// What stands around the operations.
#[cfg(feature = "middleware")]
pub use fastr_core::private::{
    CorsMiddleware, GZipMiddleware, HttpsRedirectMiddleware, RateLimitMiddleware, RequestId,
    RequestIdMiddleware, TimeoutMiddleware, TrustedHostMiddleware,
};
pub use fastr_core::private::{Layered, Middleware, Next};

// What a handler takes.
pub use fastr_core::private::{
    BackgroundTasks, BaseUrl, Body, BodyError, Bytes, Client, CollectError, Cookie, Patch, Request,
    RequestParts, ResponseParts, SameSite, TaskOutcome,
};
#[cfg(feature = "multipart")]
pub use fastr_core::private::{MultipartLimits, UploadFile, UploadReader};

// What a handler returns.
#[cfg(feature = "signed-cookies")]
pub use fastr_core::private::CookieKey;
pub use fastr_core::private::{
    Accepted, Content, Created, Event, EventStream, Html, JsonLines, JsonResponse, MediaType, NoContent,
    NotModified, PlainText, Redirect, Response, Status, StreamResponse, WithHeaders, media,
};
#[cfg(feature = "files")]
pub use fastr_core::private::{FileError, FileResponse, StaticFiles};
// Streams, for those that are sent while they are made.
pub use fastr_core::private::{Generated, IntoEvent, Piece, Sender, StreamItem, stream};

// What can go wrong.
pub use fastr_core::private::{
    ErrorFormat, ErrorReport, Exceptions, HttpException, InternalError, JsonText, Loc, StartupError,
    UsualError, ValidationError,
};

// Texts with a format of their own.
#[cfg(feature = "base64")]
pub use fastr_core::private::Base64Bytes;
#[cfg(feature = "email")]
pub use fastr_core::private::EmailAddress;
#[cfg(any(feature = "base64", feature = "email", feature = "url"))]
pub use fastr_core::private::FormatError;
#[cfg(feature = "url")]
pub use fastr_core::private::HttpUrl;

/// What starting a program comes to.
pub type Result<T = (), E = StartupError> = std::result::Result<T, E>;

// Statuses.
pub use fastr_status as status;

// Tests.
#[cfg(feature = "tls")]
pub use fastr_core::private::TlsCertificate;
pub use fastr_core::private::{ConnectionLimits, Listener, TrustedProxies};
pub use fastr_core::private::{TestClient, TestRequest, TestResponse};

// What generated code uses.
#[doc(hidden)]
pub use fastr_core::private as __private;

/// Lets the program of the README run among the doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
const _: () = ();
