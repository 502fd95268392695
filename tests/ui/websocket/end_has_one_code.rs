use fastr::CloseError;

#[derive(Debug, CloseError)]
enum ChatError {
    #[close(4001, "kicked")]
    #[close(4002)]
    Kicked,
}

fn main() {}
