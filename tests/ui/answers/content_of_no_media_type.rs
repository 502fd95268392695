use fastr::{Content, get};

struct Xml;

#[get("/")]
async fn page() -> Content<Xml> {
    Content::new("<page/>")
}

fn main() {}
