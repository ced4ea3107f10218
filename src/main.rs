//! `huella`: reads the command line and does what it says.

use std::process::ExitCode;

use clap::Parser;
use huella::cli::{Cli, Command};
use huella::http::serve::serve;
use huella::log;
use huella::{canonical, check, editor_schemas, export, program, release};

fn main() -> ExitCode {
    let cli = Cli::parse();
    if cli.version {
        println!("{}", program::version());
        return ExitCode::SUCCESS;
    }
    match cli.command.unwrap_or(Command::Serve(cli.serve)) {
        Command::Serve(flags) => {
            log::start(flags.log, &flags.log_filter);
            match serve(&flags) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => fail(&error),
            }
        }
        Command::Check(flags) => check::report::run(flags.geodata.as_deref(), flags.format),
        Command::Fmt(flags) => canonical::command::run(&flags.geodata, flags.check),
        Command::Release(flags) => release::command::run(&flags.geodata),
        Command::Export(flags) => export::command::run(&flags),
        #[cfg(feature = "publish")]
        Command::Publish(flags) => huella::publish::command::run(&flags),
        Command::Schema(flags) => editor_schemas::command::run(&flags.geodata),
    }
}

/// One sentence for the operator.
fn fail(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("huella: {error}.");
    ExitCode::FAILURE
}
