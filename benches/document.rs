//! How long the document of a thousand operations takes: it is made once, at the start.
//!
//! `cargo bench --bench document` prints it, and panics if it is not less than 100 ms; a build for debugging may take ten
//! times as long.

use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use fastr::App;
use serde_json::{Map, Value};

const MOST: Duration = Duration::from_millis(if cfg!(debug_assertions) { 1000 } else { 100 });

/// A module with two models of its own and five functions, each of which answers eight methods: forty operations.
macro_rules! rooms {
    ($($room:ident $items:literal $item:literal $orders:literal $order:literal $stock:literal;)*) => {$(
        mod $room {
            use fastr::{HttpException, model, route};

            /// Something on sale.
            #[model]
            struct Item {
                /// What it is called.
                #[field(min_length = 1, max_length = 50, pattern = "^[A-Z]")]
                name: String,
                #[field(gt = 0.0)]
                price: f64,
                #[field(default)]
                tags: Vec<String>,
            }

            #[model]
            struct Stored {
                item_id: u64,
                item: Item,
            }

            /// List the items.
            #[route($items, methods("GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"))]
            async fn items(#[query(le = 100, default = 10)] limit: u32, q: Option<String>) -> Vec<Stored> {
                drop((limit, q));
                Vec::new()
            }

            /// Read one item.
            #[route($item, methods("GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"), raises(404))]
            async fn item(item_id: u64) -> Result<Item, HttpException> {
                Err(HttpException::new(404, item_id.to_string()))
            }

            /// Create an item.
            #[route($orders, methods("GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"), status_code = 201)]
            async fn orders(item: Item) -> Stored {
                Stored { item_id: 1, item }
            }

            #[route($order, methods("GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"), status_code = 204)]
            async fn order(order_id: u64) {
                let _ = order_id;
            }

            #[route($stock, methods("GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"))]
            async fn stock(#[header] x_token: String, item: Stored) -> Vec<Item> {
                drop(x_token);
                vec![item.item]
            }
        }
    )*};
}

#[rustfmt::skip]
rooms! {
    room_0 "/0/items" "/0/items/{item_id}" "/0/orders" "/0/orders/{order_id}" "/0/stock";
    room_1 "/1/items" "/1/items/{item_id}" "/1/orders" "/1/orders/{order_id}" "/1/stock";
    room_2 "/2/items" "/2/items/{item_id}" "/2/orders" "/2/orders/{order_id}" "/2/stock";
    room_3 "/3/items" "/3/items/{item_id}" "/3/orders" "/3/orders/{order_id}" "/3/stock";
    room_4 "/4/items" "/4/items/{item_id}" "/4/orders" "/4/orders/{order_id}" "/4/stock";
    room_5 "/5/items" "/5/items/{item_id}" "/5/orders" "/5/orders/{order_id}" "/5/stock";
    room_6 "/6/items" "/6/items/{item_id}" "/6/orders" "/6/orders/{order_id}" "/6/stock";
    room_7 "/7/items" "/7/items/{item_id}" "/7/orders" "/7/orders/{order_id}" "/7/stock";
    room_8 "/8/items" "/8/items/{item_id}" "/8/orders" "/8/orders/{order_id}" "/8/stock";
    room_9 "/9/items" "/9/items/{item_id}" "/9/orders" "/9/orders/{order_id}" "/9/stock";
    room_10 "/10/items" "/10/items/{item_id}" "/10/orders" "/10/orders/{order_id}" "/10/stock";
    room_11 "/11/items" "/11/items/{item_id}" "/11/orders" "/11/orders/{order_id}" "/11/stock";
    room_12 "/12/items" "/12/items/{item_id}" "/12/orders" "/12/orders/{order_id}" "/12/stock";
    room_13 "/13/items" "/13/items/{item_id}" "/13/orders" "/13/orders/{order_id}" "/13/stock";
    room_14 "/14/items" "/14/items/{item_id}" "/14/orders" "/14/orders/{order_id}" "/14/stock";
    room_15 "/15/items" "/15/items/{item_id}" "/15/orders" "/15/orders/{order_id}" "/15/stock";
    room_16 "/16/items" "/16/items/{item_id}" "/16/orders" "/16/orders/{order_id}" "/16/stock";
    room_17 "/17/items" "/17/items/{item_id}" "/17/orders" "/17/orders/{order_id}" "/17/stock";
    room_18 "/18/items" "/18/items/{item_id}" "/18/orders" "/18/orders/{order_id}" "/18/stock";
    room_19 "/19/items" "/19/items/{item_id}" "/19/orders" "/19/orders/{order_id}" "/19/stock";
    room_20 "/20/items" "/20/items/{item_id}" "/20/orders" "/20/orders/{order_id}" "/20/stock";
    room_21 "/21/items" "/21/items/{item_id}" "/21/orders" "/21/orders/{order_id}" "/21/stock";
    room_22 "/22/items" "/22/items/{item_id}" "/22/orders" "/22/orders/{order_id}" "/22/stock";
    room_23 "/23/items" "/23/items/{item_id}" "/23/orders" "/23/orders/{order_id}" "/23/stock";
    room_24 "/24/items" "/24/items/{item_id}" "/24/orders" "/24/orders/{order_id}" "/24/stock";
}

fn made() -> Value {
    App::new().openapi().unwrap_or_else(|error| panic!("{error}"))
}

fn operations(document: &Value) -> usize {
    let paths = document["paths"].as_object();
    let paths = paths.into_iter().flat_map(Map::values);
    paths.filter_map(Value::as_object).map(Map::len).sum()
}

/// The least of some times: whatever else runs only makes it longer.
fn least() -> Duration {
    let times = (0..5).map(|_| {
        let begin = Instant::now();
        drop(made());
        begin.elapsed()
    });
    times.min().unwrap_or_default()
}

fn document(criterion: &mut Criterion) {
    let count = operations(&made());
    assert!(count >= 1000, "{count} operations are too few to say anything");
    let least = least();
    assert!(least < MOST, "the document of {count} operations took {least:?}");
    criterion.bench_function(&format!("document/{count} operations"), |bencher| {
        bencher.iter(made);
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = document
}
criterion_main!(benches);
