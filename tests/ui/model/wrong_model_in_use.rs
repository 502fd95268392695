use fastr::{get, model, post};

#[model]
struct Price(f64);

#[get("/price")]
async fn read_price() -> Price {
    Price(1.0)
}

#[post("/price")]
async fn set_price(price: Price) -> Vec<Price> {
    vec![price]
}

fn main() {}
