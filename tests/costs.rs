//! What stands around an operation costs a request so many allocations, and no more: the numbers of ARCHITECTURE.md.

use allocation_counter::measure;
use fastr::{
    App, ErrorReport, Exceptions, HttpException, Next, PlainText, Request, Response, TestClient, get,
};

#[get("/plain")]
async fn plain() -> PlainText<&'static str> {
    PlainText("plain")
}

#[get("/missing", raises(404))]
async fn missing() -> Result<bool, HttpException> {
    Err(HttpException::of(404))
}

async fn pass(request: Request, next: Next) -> Response {
    next.run(request).await
}

fn app() -> App {
    App::of(module_path!())
}

/// The allocations of a request, those of the test client included. The first ones may fill what is kept for later.
fn allocations(app: App, path: &str) -> u64 {
    let client = TestClient::new(app);
    let ask = || drop(client.get(path).send());
    ask();
    ask();
    measure(ask).count_total
}

#[test]
fn a_layer_costs_what_is_written() {
    let none = allocations(app(), "/plain");
    let one = allocations(app().add_middleware(pass), "/plain");
    let two = allocations(app().add_middleware(pass).add_middleware(pass), "/plain");
    let three = allocations(
        app()
            .add_middleware(pass)
            .add_middleware(pass)
            .add_middleware(pass),
        "/plain",
    );
    // What was seen inside, four for the extensions that hold it and who sent the request, the box of the operation's future;
    // and each layer's own.
    assert_eq!((one - none, two - one, three - two), (6 + 1, 1, 1));
}

#[test]
fn who_watches_pays_and_nobody_else() {
    let quiet = allocations(app().access_log(false), "/plain");
    // No line is wanted here.
    assert_eq!(allocations(app(), "/plain"), quiet);
    // The box of what is watched.
    assert_eq!(allocations(app().metrics("/metrics"), "/plain") - quiet, 1);
}

#[test]
fn what_words_errors_costs_nothing_that_goes_well() {
    let worded = app().exception_handler(Exceptions::Every, |_: &ErrorReport| PlainText("no"));
    assert_eq!(
        allocations(worded.clone(), "/plain"),
        allocations(app(), "/plain")
    );
    // The head of the request on its way, and in the report; the response needs a map of its own for its headers.
    let usual = allocations(app(), "/missing");
    assert_eq!(allocations(worded, "/missing") - usual, 2 + 2);
}
