//! Arguments in, exit status out.

use std::process::ExitCode;

fn main() -> ExitCode {
    ospo_assess::cli::run()
}
