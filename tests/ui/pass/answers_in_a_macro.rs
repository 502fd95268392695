//! Errors and answers that a macro writes, with names, types, statuses and messages of its caller.
#![deny(warnings)]

use fastr::{ApiError, App, Responses, TestClient, get};

macro_rules! shelf {
    ($error:ident, $variant:ident, $field:ident: $ty:ty, $status:expr, $message:literal) => {
        #[derive(Debug, ApiError)]
        enum $error {
            #[status($status, $message, headers("x-field" = "{0}"))]
            $variant($ty),
            #[status(409, "{id} of {name}")]
            Inner {
                id: u8,
                #[detail]
                $field: $ty,
                name: String,
            },
        }
    };
}

macro_rules! answers {
    ($name:ident, $body:ty, $status:literal) => {
        #[derive(Responses)]
        enum $name {
            #[status($status)]
            Body($body),
        }
    };
}

macro_rules! handler {
    ($name:ident, $path:literal, $answer:ty, $error:ident, $($variant:path),*) => {
        #[get($path, raises($($variant),*))]
        fn $name(text: String) -> Result<$answer, $error> {
            let _ = $error::Inner { id: 7, shelf: text.clone(), name: "b".into() };
            Err($error::NotFound(text))
        }
    };
}

shelf!(BookError, NotFound, shelf: String, fastr::status::HTTP_404_NOT_FOUND, "no {0}");
answers!(Books, Vec<String>, 203);
handler!(list_books, "/books", Books, BookError, BookError::NotFound, BookError::Inner);

fn main() {
    let client = TestClient::new(App::new());
    let response = client.get("/books?text=x").send();
    assert_eq!((response.status(), response.text()), (404, r#"{"detail":"no x"}"#));
    assert_eq!(response.header("x-field"), Some("x"));
    let _ = Books::Body(vec![]);
}
