use fastr::{CloseFrame, close};

const LONG: &str = "a reason has at most 123 bytes, since a control frame of the protocol holds no more than 125 of them, \
                    and the code of the close frame takes the first two";

fn main() {
    let _: CloseFrame = close!(4000, LONG);
}
