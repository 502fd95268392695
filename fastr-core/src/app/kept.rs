//! A document that is kept beside the code, and the test that it is what the code says.

use std::fmt::Write;
use std::path::Path;

use serde_json::Value;

use super::App;
use crate::openapi::diff;

/// The variable that has the file written anew.
const BLESS: &str = "FASTR_BLESS";

// The document of this macro stands where users find it, at `fastr::openapi_test`.
#[doc(hidden)]
#[macro_export]
macro_rules! openapi_test {
    ($path:literal, $app:expr $(,)?) => {
        #[test]
        fn the_openapi_document_is_the_one_that_is_kept() {
            ::fastr::__private::check_document(&$app, ::core::env!("CARGO_MANIFEST_DIR"), $path);
        }
    };
    ($path:literal $(,)?) => {
        ::fastr::openapi_test!($path, ::fastr::App::new());
    };
}

/// Compares the document of an application with the one in a file, or writes the file.
///
/// # Panics
///
/// When they differ, when the file cannot be written, and when there is no document.
#[track_caller]
pub fn check_document(app: &App, folder: &str, path: &str) {
    let bless = std::env::var_os(BLESS).is_some();
    if let Err(problem) = check(app, &Path::new(folder).join(path), bless) {
        panic!("{problem}");
    }
}

fn check(app: &App, path: &Path, bless: bool) -> Result<(), String> {
    let document = app.openapi().map_err(|error| error.to_string())?;
    let is_yaml = path.extension().is_some_and(|it| it == "yaml" || it == "yml");
    let text = if is_yaml {
        crate::openapi::yaml(&document)
    } else {
        format!("{document:#}\n")
    };
    if bless {
        let written = std::fs::write(path, text);
        return written.map_err(|error| format!("{} cannot be written: {error}", path.display()));
    }
    let kept = std::fs::read_to_string(path).map_err(|error| {
        format!(
            "{} cannot be read: {error}; write it with {BLESS}=1",
            path.display()
        )
    })?;
    // A checkout may have put other ends to the lines.
    if kept.replace("\r\n", "\n") == text {
        return Ok(());
    }
    Err(difference(path, &kept, &text, &document))
}

/// The first line that differs, and what it means for clients.
fn difference(path: &Path, kept: &str, text: &str, document: &Value) -> String {
    let pairs = kept.lines().zip(text.lines()).enumerate();
    let first = pairs.into_iter().find(|(_, (kept, now))| kept != now);
    let (line, was, is) = match first {
        Some((index, (was, is))) => (index + 1, was, is),
        None => (kept.lines().count().min(text.lines().count()) + 1, "", ""),
    };
    let mut said = format!(
        "the OpenAPI document is not the one in {}; if it should be what it is now, run the test with {BLESS}=1\n\
         line {line} was: {was}\nline {line}  is: {is}\n",
        path.display()
    );
    if let Ok(kept) = serde_json::from_str(kept) {
        for change in diff(&kept, document) {
            let _ = writeln!(said, "{change}");
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_kept_and_missed() {
        let folder = std::env::temp_dir().join(format!("fastr-kept-{}", std::process::id()));
        assert!(std::fs::create_dir_all(&folder).is_ok());
        let app = |title: &str| App::of("nowhere").title(title);
        for name in ["openapi.json", "openapi.yaml"] {
            let path = folder.join(name);
            let missing = check(&app("A"), &path, false);
            assert!(missing.is_err_and(|problem| problem.ends_with("write it with FASTR_BLESS=1")));
            assert_eq!(check(&app("A"), &path, true), Ok(()));
            assert_eq!(check(&app("A"), &path, false), Ok(()));
            let changed = check(&app("B"), &path, false);
            assert!(changed.is_err_and(|problem| problem.contains("FASTR_BLESS=1\nline ")));
        }
        assert!(std::fs::remove_dir_all(&folder).is_ok());
    }
}
