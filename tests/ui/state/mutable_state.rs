use fastr::get;

struct Visits(u64);

#[get("/visits")]
async fn count(#[state] visits: &mut Visits) -> String {
    visits.0 += 1;
    visits.0.to_string()
}

fn main() {}
