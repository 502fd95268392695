//! From a method and a path to an operation and what its path caught: among 10, 1,000 and 10,000 operations.
//!
//! What it costs must not follow their number.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use fastr::__private::routing::{Captures, Router, build};
use fastr::__private::{Method, Operation, Segment};
use fastr::RequestParts;

/// An operation at `/api/v1/res00000/{id}/child/{sub}`. They live as long as the program, as written ones do.
fn operation(number: usize) -> &'static Operation {
    let start: &'static str = format!("/api/v1/res{number:05}/").leak();
    let path = vec![
        Segment::Literal(start),
        Segment::Parameter("id"),
        Segment::Literal("/child/"),
        Segment::Parameter("sub"),
    ];
    Box::leak(Box::new(
        Operation::new("operation")
            .methods(&[Method::Get])
            .path(path.leak()),
    ))
}

fn router(count: usize) -> Router {
    let operations: Vec<_> = (0..count).map(operation).collect();
    build(&operations, &[], true).unwrap_or_else(|error| panic!("{error}"))
}

fn head(path: &str) -> RequestParts {
    let request = http::Request::get(path).body(());
    request
        .unwrap_or_else(|error| panic!("{path}: {error}"))
        .into_parts()
        .0
}

fn routing(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("routing");
    for count in [10, 1_000, 10_000] {
        let router = router(count);
        let found = head(&format!("/api/v1/res{:05}/7/child/abc", count / 2));
        group.bench_function(format!("one of {count} operations"), |bencher| {
            bencher.iter(|| {
                let mut captures = Captures::default();
                let operation = router.find(black_box(&found), &mut captures);
                assert!(operation.is_some(), "it is there");
                captures
            });
        });
        let encoded = head(&format!("/api/v1/res{:05}/7/child/caf%c3%a9", count / 2));
        group.bench_function(
            format!("one of {count} operations, with an encoded path"),
            |bencher| {
                bencher.iter(|| {
                    let mut captures = Captures::default();
                    let operation = router.find(black_box(&encoded), &mut captures);
                    assert!(operation.is_some(), "it is there");
                    captures
                });
            },
        );
        let unknown = head("/api/v2/nothing");
        group.bench_function(format!("none of {count} operations"), |bencher| {
            bencher.iter(|| {
                let operation = router.find(black_box(&unknown), &mut Captures::default());
                assert!(operation.is_none(), "it is not there");
            });
        });
    }
    group.finish();
}

criterion_group!(benches, routing);
criterion_main!(benches);
