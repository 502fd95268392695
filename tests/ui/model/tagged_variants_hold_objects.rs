use fastr::model;

#[model]
#[serde(tag = "kind")]
enum Size {
    Exact(u32),
    Any,
}

fn main() {}
