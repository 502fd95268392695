use fastr::CloseError;

#[derive(Debug, CloseError)]
enum ChatError {
    #[close(4001, "kicked")]
    Kicked,
    Rude,
}

fn main() {}
