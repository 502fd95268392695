//! What keeps a program from serving is told before anything of its lifespan is begun.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use fastr::App;

struct Missing;

mod wanting {
    //! An operation whose state nobody makes.

    #[fastr::get("/missing")]
    async fn read_missing(#[state] missing: &super::Missing) -> bool {
        let super::Missing = missing;
        true
    }
}

mod twice {
    //! Two operations of one path.

    #[fastr::get("/twice")]
    async fn once() -> bool {
        true
    }

    #[fastr::get("/twice")]
    async fn again() -> bool {
        true
    }
}

async fn needs_more(_: Arc<Missing>) -> Result<(), Infallible> {
    Ok(())
}

async fn nothing_is_missing(_: Arc<Missing>) {}

/// Why an application does not start, whose lifespan must not begin.
fn refused_at_once(app: App) -> String {
    static BEGUN: AtomicBool = AtomicBool::new(false);
    let app = app.on_startup(async || {
        BEGUN.store(true, Ordering::Relaxed);
        Ok::<_, Infallible>(())
    });
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let started = runtime.expect("a runtime").block_on(app.start());
    assert!(!BEGUN.load(Ordering::Relaxed));
    started.map(drop).expect_err("it does not start").to_string()
}

#[test]
fn what_cannot_be_served_is_told_before_anything_is_begun() {
    let missing = refused_at_once(App::of(concat!(module_path!(), "::wanting")));
    assert!(
        missing.starts_with("`read_missing` (") && missing.contains("has no `wire::unstarted::Missing`"),
        "{missing}"
    );
    let twice = refused_at_once(App::of(concat!(module_path!(), "::twice")));
    assert!(twice.starts_with("two operations answer GET /twice"), "{twice}");
    let early = App::of(concat!(module_path!(), "::nothing")).on_startup(needs_more);
    let early = refused_at_once(early.on_startup(async || Ok::<_, Infallible>(Missing)));
    assert!(
        early.starts_with("`wire::unstarted::needs_more` takes a `wire::unstarted::Missing` from the state, which has none when it is started"),
        "{early}"
    );
    let checked = App::of(concat!(module_path!(), "::nothing")).readiness("missing", nothing_is_missing);
    assert_eq!(
        refused_at_once(checked),
        "the readiness check `missing` takes a `wire::unstarted::Missing` from the state, which has none; give it one with `App::state`, or with a lifespan that makes one"
    );
}
