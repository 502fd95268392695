use fastr::{CloseError, status};

#[derive(Debug, CloseError)]
enum ChatError {
    #[close(status::WS_1006_ABNORMAL_CLOSURE)]
    Gone,
}

fn main() {}
