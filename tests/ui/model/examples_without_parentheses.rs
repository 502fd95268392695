use fastr::model;

#[model(examples = "plum")]
struct Jar {
    fruit: String,
}

fn main() {}
