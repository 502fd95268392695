#[derive(Debug)]
struct ItemId(u64);

#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(404, "no item {item_id}")]
    NotFound { item_id: ItemId },
}

fn main() {}
