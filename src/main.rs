//! `huella`: reads the command line and does what it says.

use std::process::ExitCode;

use clap::Parser;
use huella::cli::{Cli, Command};
use huella::http::serve::serve;
use huella::log;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.command.unwrap_or(Command::Serve(cli.serve)) {
        Command::Serve(flags) => {
            log::start(flags.log, &flags.log_filter);
            match serve(&flags) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => fail(&error),
            }
        }
    }
}

/// One sentence for the operator.
fn fail(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("huella: {error}.");
    ExitCode::FAILURE
}
