use fastr::get;

trait Shop {
    #[get("/items")]
    fn list_items(&self);
}

fn main() {}
