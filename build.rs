//! Embedded questionnaires are no source files to Cargo: without this, a changed one would not be
//! built in.

#![allow(clippy::print_stdout)]

fn main() {
    println!("cargo:rerun-if-changed=questionnaires");
}
