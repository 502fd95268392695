//! Applications of several modules in one program.

use fastr::App;

use crate::support::{Server, json};

mod one {
    //! An application.

    use fastr::get;

    #[get("/name")]
    fn name() -> String {
        "one".to_owned()
    }

    #[get("/only-one")]
    fn only_one() -> bool {
        true
    }

    pub mod below {
        //! A module below belongs to the application.

        use fastr::get;

        #[get("/below")]
        fn below() -> bool {
            true
        }
    }
}

mod two {
    //! Another application, with a path of the first.

    use fastr::get;

    #[get("/name")]
    fn name() -> String {
        "two".to_owned()
    }
}

mod ones {
    //! A module whose name only begins like the first one's.

    use fastr::get;

    #[get("/never-there")]
    fn never_there() -> bool {
        true
    }
}

#[test]
fn applications_of_two_modules_do_not_see_each_other() {
    let one = Server::start(App::of(concat!(module_path!(), "::one")));
    let two = Server::start(App::of(concat!(module_path!(), "::two")));
    let not_found = json("404 Not Found", r#"{"detail":"Not Found"}"#);
    assert_eq!(one.ask("GET /name", ""), json("200 OK", r#""one""#));
    assert_eq!(two.ask("GET /name", ""), json("200 OK", r#""two""#));
    assert_eq!(one.ask("GET /only-one", ""), json("200 OK", "true"));
    assert_eq!(one.ask("GET /below", ""), json("200 OK", "true"));
    assert_eq!(one.ask("GET /never-there", ""), not_found);
    assert_eq!(two.ask("GET /only-one", ""), not_found);
}
