use fastr::CloseError;

#[derive(Debug, CloseError)]
#[close(4001)]
enum ChatError {
    Kicked,
    Rude,
}

fn main() {}
