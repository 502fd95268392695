use fastr::get;

struct StatusCode(u16);

#[get("/health")]
async fn health() -> StatusCode {
    StatusCode(200)
}

fn main() {}
