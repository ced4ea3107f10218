//! The command line: what may be typed, and what it calls.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::collection::OwnLayer;
use crate::log::LogFormat;

/// An atlas of Chinese technology projects in Latin America, served from one program.
#[derive(Debug, Parser)]
#[command(name = "huella", version, about, args_conflicts_with_subcommands = true)]
pub struct Cli {
    /// What to do; serving is the default.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Flags of `serve`, which may be left out.
    #[command(flatten)]
    pub serve: Serve,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the atlas (the default).
    Serve(Serve),
}

/// How to serve.
#[derive(Debug, Clone, Args)]
pub struct Serve {
    /// Serve the record in this folder instead of the one inside the program.
    #[arg(long, env = "HUELLA_GEODATA", value_name = "DIR")]
    pub geodata: Option<PathBuf>,
    /// Address and port to listen on; beyond loopback only with --public-url.
    #[arg(long, env = "HUELLA_LISTEN", value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The address readers use, such as https://example.org/atlas; links are made from it.
    #[arg(long, env = "HUELLA_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Serve a GeoJSON file of your own as a layer: NAME=FILE, or NAME=FILE,time=COLUMN. May be repeated.
    #[arg(long = "layer", env = "HUELLA_LAYER", value_name = "NAME=FILE", value_delimiter = ';')]
    pub layers: Vec<OwnLayer>,
    /// How the log is written.
    #[arg(long, env = "HUELLA_LOG", value_enum, default_value = "text")]
    pub log: LogFormat,
    /// What is logged: a level (error, warn, info, debug), or levels by target as in
    /// `warn,huella::answers=info`.
    #[arg(long, env = "HUELLA_LOG_FILTER", value_name = "FILTER", default_value = "info")]
    pub log_filter: String,
}
