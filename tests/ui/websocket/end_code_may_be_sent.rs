use fastr::CloseError;

#[derive(Debug, CloseError)]
enum ChatError {
    #[close(404, "no such room")]
    NoRoom,
}

fn main() {}
