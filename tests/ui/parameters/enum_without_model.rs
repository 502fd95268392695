use fastr::get;

enum Order {
    Ascending,
    Descending,
}

#[get("/items")]
async fn list_items(_order: Order) {}

fn main() {}
