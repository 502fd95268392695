use fastr::model;

#[model]
enum Shape {
    Circle { radius: f64 },
    Point,
}

fn main() {}
