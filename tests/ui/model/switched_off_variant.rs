use fastr::model;

#[model]
enum Color {
    Red,
    #[cfg(any())]
    Infrared,
}

fn main() {}
