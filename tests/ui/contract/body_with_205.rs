use fastr::post;

#[post("/form", status_code = 205)]
async fn reset_form() -> bool {
    true
}

fn main() {}
