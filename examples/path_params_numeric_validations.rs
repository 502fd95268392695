//! What is asked of numbers, in the path and in the query: limits that may be reached, and limits that may not.
//!
//! Follows FastAPI's page "Path Parameters and Numeric Validations".
//! `cargo run --example path_params_numeric_validations`, then `curl 'localhost:8000/seats/12?zoom=2.5'`,
//! `curl 'localhost:8000/seats/0?zoom=11'` and `curl 'localhost:8000/rows/4/seats?step=3'`.

use fastr::{App, get, model};

/// A view of the stage.
#[model]
struct View {
    seat: u32,
    zoom: f64,
    from: Option<String>,
}

/// See the stage from a seat. A value in the path is always required; its description is in the document.
#[get("/seats/{seat}")]
async fn view_from_seat(
    #[path(
        title = "Seat",
        description = "The number on the back of the seat",
        ge = 1,
        le = 1000
    )]
    seat: u32,
    #[query(gt = 0.0, lt = 10.5, default = 1.0)] zoom: f64,
    from: Option<String>,
) -> View {
    View { seat, zoom, from }
}

/// Every so many seats of a row.
#[get("/rows/{row}/seats")]
async fn seats_of_row(
    #[path(gt = 0, lt = 31)] row: u32,
    #[query(ge = 5, le = 20, multiple_of = 5, default = 5)] step: u32,
) -> Vec<u32> {
    (0..20)
        .step_by(step as usize)
        .map(|seat| row * 100 + seat)
        .collect()
}

/// How warm it should be: limits may be negative, and so may values.
#[get("/heating/{degrees}")]
async fn heat(#[path(ge = -5.5, le = 30)] degrees: f64, #[query(ge = -2, le = 2)] shift: Option<i8>) -> f64 {
    degrees + shift.map_or(0.0, f64::from)
}

fn main() -> fastr::Result {
    App::new().title("Path Parameters and Numeric Validations").run()
}
