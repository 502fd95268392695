fn main() {
    let created = 201;
    println!("{created}");

    #[fastr::post("/items", status_code = created)]
    async fn create_item() {}
}
