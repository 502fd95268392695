use std::cell::Cell;

use fastr::get;

struct Visits(Cell<u64>);

#[get("/visits")]
fn count(#[state] visits: &Visits) -> String {
    visits.0.set(visits.0.get() + 1);
    visits.0.get().to_string()
}

fn main() {}
