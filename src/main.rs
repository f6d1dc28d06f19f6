//! The command `mesterskema`.

use std::process::ExitCode;

fn main() -> ExitCode {
    mesterskema::cli::run(std::env::args_os()).into()
}
