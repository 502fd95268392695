use fastr::model;

fn is_even(number: &u32) -> Result<(), String> {
    if number % 2 == 0 { Ok(()) } else { Err("odd".into()) }
}

#[model]
struct Item {
    #[field(validate = is_even)]
    name: String,
}

fn main() {}
