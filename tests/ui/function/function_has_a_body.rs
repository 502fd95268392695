use fastr::get;

trait Shop {
    #[get("/items")]
    async fn list_items();
}

fn main() {}
