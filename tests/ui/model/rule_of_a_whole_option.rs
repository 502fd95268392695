use fastr::model;

fn is_even(number: &Option<u32>) -> Result<(), String> {
    match number {
        Some(number) if number % 2 == 1 => Err("odd".into()),
        _ => Ok(()),
    }
}

#[model]
struct Item {
    #[field(validate = is_even)]
    count: Option<u32>,
}

fn main() {}
