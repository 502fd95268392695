use fastr::get;

struct Shop;

impl Shop {
    #[get("/items")]
    async fn list_items(&self) {}
}

fn main() {}
