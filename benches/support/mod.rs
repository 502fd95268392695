//! What the benches share: an application that is asked without a socket.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use criterion::measurement::WallTime;
use criterion::{BatchSize, BenchmarkGroup};
use fastr::{App, Body, Request, Response};

/// The application of one module.
pub fn app(module: &'static str) -> fastr::__private::Service {
    App::of(module)
        .access_log(false)
        .service()
        .unwrap_or_else(|error| panic!("{error}"))
}

/// A request as a browser or a client of the usual kind sends it.
pub fn request(method: &str, uri: &str, body: &'static str) -> Request {
    let request = http::Request::builder()
        .method(method)
        .uri(uri)
        .header("host", "127.0.0.1:8000")
        .header("accept", "application/json,text/html;q=0.9,*/*;q=0.1")
        .header("connection", "keep-alive");
    let request = if body.is_empty() {
        request
    } else {
        request.header("content-type", "application/json")
    };
    request
        .body(Body::from(body))
        .unwrap_or_else(|error| panic!("{method} {uri}: {error}"))
}

/// The answer, which has to be there at once.
pub fn answer(service: fastr::__private::Service, request: Request) -> Response {
    let answer = pin!(service.answer(request));
    match answer.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(response) => response,
        Poll::Pending => panic!("nothing here waits"),
    }
}

/// Measures how long the answer takes, which has this status.
pub fn measure(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    service: fastr::__private::Service,
    status: u16,
    request: impl Fn() -> Request,
) {
    assert_eq!(answer(service, request()).status(), status, "{name}");
    group.bench_function(name, |bencher| {
        bencher.iter_batched(
            &request,
            |request| answer(service, request),
            BatchSize::SmallInput,
        );
    });
}
