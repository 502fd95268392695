use fastr::get;

struct Database;

#[get("/items")]
async fn list_items(#[state] database: Database) -> bool {
    let Database = database;
    true
}

fn main() {}
