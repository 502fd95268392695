use fastr::CloseError;

#[derive(Debug, CloseError)]
enum ChatError {
    #[status(404, "no such room")]
    NoRoom,
}

fn main() {}
