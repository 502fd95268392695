//! What the compiler says where a feature is off: which one to add. The tests of this crate have all of them, so a program of
//! its own is checked here.

use std::path::Path;
use std::process::Command;

const PROGRAM: &str = r#"
fn main() {
    fastr::App::new().metrics("/metrics");
    fastr::App::new().tls("certificate");
    fastr::App::new().websockets(());
    fastr::App::new().static_files("/static", "static");
    fastr::App::new().upload_limit(1);
    fastr::App::new().docs_url(None::<&str>);
    fastr::App::new().redoc_url(None::<&str>);
    fastr::App::new().scalar_url(None::<&str>);
}
"#;

#[test]
fn a_method_of_a_feature_that_is_off_names_it() {
    let said = check(PROGRAM);
    for feature in [
        "metrics",
        "tls",
        "websocket",
        "files",
        "multipart",
        "docs",
        "redoc",
        "scalar",
    ] {
        let message = format!("the feature `{feature}` of fastr\n");
        let cure = format!("write `features = [\"{feature}\"]` behind `fastr` in Cargo.toml");
        assert!(said.contains(&message) && said.contains(&cure), "{said}");
    }
    assert_eq!(said.matches("error[E0277]").count(), 8, "{said}");
    assert!(!said.contains("error[E0599]"), "{said}");
}

#[test]
fn an_attribute_of_a_feature_that_is_off_names_it() {
    let said = check("#[fastr::websocket(\"/ws\")]\nasync fn chat() {}\n\nfn main() {}\n");
    assert!(
        said.contains("the item is gated behind the `websocket` feature"),
        "{said}"
    );
}

/// What the compiler says of a program whose fastr has no feature. The two share what was built.
fn check(program: &str) -> String {
    static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _turn = ONE_AT_A_TIME
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("features");
    std::fs::create_dir_all(folder.join("src")).expect("a folder");
    let manifest = format!(
        "[package]\nname = \"off\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\nfastr = {{ path = '{}', default-features = false }}\n",
        here.display()
    );
    let write = |path: &str, text: &str| std::fs::write(folder.join(path), text).expect("a file");
    write("Cargo.toml", &manifest);
    write("src/main.rs", program);
    std::fs::copy(here.join("Cargo.lock"), folder.join("Cargo.lock")).expect("the versions");
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--color", "never", "--target-dir", "target"])
        .current_dir(&folder)
        .output()
        .expect("cargo runs");
    assert!(!output.status.success(), "it compiles");
    String::from_utf8(output.stderr).expect("text")
}
