//! Handlers and models that a macro writes, with names and types of its caller.
#![deny(warnings)]

macro_rules! shelf {
    ($list:ident, $path:literal, $item:ident, $status:expr) => {
        #[fastr::model]
        struct $item {
            #[field(min_length = 1)]
            name: String,
        }

        #[fastr::post($path, status_code = $status)]
        async fn $list(item: $item) -> Vec<$item> {
            vec![item]
        }
    };
}

shelf!(create_book, "/books", Book, 201);
shelf!(create_disc, "/discs", Disc, fastr::status::HTTP_202_ACCEPTED);

fn main() {}
