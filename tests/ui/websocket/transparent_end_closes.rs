use fastr::CloseError;

#[derive(Debug, CloseError)]
enum ChatError {
    #[close(transparent)]
    File(#[from] std::io::Error),
}

fn main() {}
