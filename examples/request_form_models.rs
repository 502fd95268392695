//! The fields of a form as a model, and one that allows no other field.
//!
//! Follows FastAPI's page "Form Models". `cargo run --example request_form_models`, then
//! `curl -d 'name=Ada&seats=2&meals=soup&meals=cake' localhost:8000/bookings/`,
//! `curl -d 'name=A&seats=0' localhost:8000/bookings/` and
//! `curl -d 'code=X1Y2&reason=rain&mood=sad' localhost:8000/cancellations/`.

use fastr::{App, model, post};

/// A table for an evening.
#[model]
struct Booking {
    #[field(min_length = 2, max_length = 40)]
    name: String,
    /// How many come.
    #[field(ge = 1, le = 12, default = 2)]
    seats: u8,
    /// One `meals=…` each.
    #[field(default, max_items = 5)]
    meals: Vec<String>,
    window: Option<bool>,
}

/// A booking that is taken back. A field that is not here is a mistake.
#[model]
#[serde(deny_unknown_fields)]
struct Cancellation {
    #[field(pattern = "^[A-Z0-9]{4}$")]
    code: String,
    reason: Option<String>,
}

/// Book a table.
#[post("/bookings/", status_code = 201)]
async fn book(#[form] booking: Booking) -> Booking {
    booking
}

/// Take a booking back.
#[post("/cancellations/")]
async fn cancel(#[form] cancellation: Cancellation) -> Cancellation {
    cancellation
}

fn main() -> fastr::Result {
    App::new().title("Form Models").run()
}
