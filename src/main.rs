//! The command `mesterskema`.
fn main() {}
