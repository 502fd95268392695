use fastr::model;
use uuid::Uuid;

#[model]
struct Item {
    #[field(min_length = 36)]
    id: Uuid,
}

fn main() {}
