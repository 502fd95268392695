use fastr::model;

#[model]
enum Shape {
    Circle(f64, f64),
    Point,
}

fn main() {}
