//! `huella`: reads the command line and does what it says.

use std::process::ExitCode;

use clap::Parser;
use huella::cli::{Cli, Command};

fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.command.unwrap_or(Command::Serve(cli.serve)) {
        Command::Serve(_flags) => ExitCode::SUCCESS,
    }
}
