use fastr::CloseError;

#[derive(Debug, CloseError)]
enum ChatError {
    #[close(
        4001,
        "You have been talking for a long time now, and others would like to say something as well, so please come back on another day than today."
    )]
    TooLong,
}

fn main() {}
