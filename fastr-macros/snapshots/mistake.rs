::core::compile_error! {
    "a path begins with a slash; write `\"/items\"`"
}
async fn list(q: String) {}
