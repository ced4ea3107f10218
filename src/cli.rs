//! The command line: what may be typed. `main.rs` calls what it names.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::check::report;
use crate::collection::OwnLayer;
use crate::log::LogFormat;

/// An atlas of Chinese technology projects in Latin America, served from one program.
#[derive(Debug, Parser)]
#[command(name = "huella", about, disable_version_flag = true, args_conflicts_with_subcommands = true)]
pub struct Cli {
    /// What to do; serving is the default.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Print version and build, and edition and content of the record inside the program.
    #[arg(short = 'V', long)]
    pub version: bool,
    /// Flags of `serve`, which may be left out.
    #[command(flatten)]
    pub serve: Serve,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the atlas (the default).
    Serve(Serve),
    /// Tell all that is wrong with a record, with file, line and remedy; exit code 1 on a fault.
    Check(Check),
    /// Write every file of a record in the one canonical way.
    Fmt(Fmt),
    /// Freeze the record as an edition, unless nothing has changed since the last one.
    Release(Release),
    /// Write the whole site as files, for any host that serves files.
    Export(Export),
    /// Carry the whole site to object storage, or to the folder of a host; only what changed, pages last.
    #[cfg(feature = "publish")]
    Publish(Publish),
    /// Write the JSON Schemas of the record's files into its folder, for editors.
    Schema(Schema),
}

/// What to check.
#[derive(Debug, Clone, Args)]
pub struct Check {
    /// The folder of the record; the one inside the program where it is left out.
    pub geodata: Option<PathBuf>,
    /// How the faults are told.
    #[arg(long, value_enum, default_value = "text")]
    pub format: report::Format,
}

/// How it is noticed that a file changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Watch {
    /// The system tells.
    Told,
    /// By looking every two seconds.
    Poll,
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
    /// Read record and layers again when a file of them changes; `--watch=poll` looks every two seconds, for
    /// network drives that tell of no change. SIGHUP does the same at any time.
    #[arg(long, env = "HUELLA_WATCH", value_enum, value_name = "HOW", num_args = 0..=1, require_equals = true, default_missing_value = "told")]
    pub watch: Option<Watch>,
    /// How the log is written.
    #[arg(long, env = "HUELLA_LOG", value_enum, default_value = "text")]
    pub log: LogFormat,
    /// What is logged: a level (error, warn, info, debug), or levels by target as in
    /// `warn,huella::answers=info`.
    #[arg(long, env = "HUELLA_LOG_FILTER", value_name = "FILTER", default_value = "info")]
    pub log_filter: String,
}

/// What to write as files, and where.
#[derive(Debug, Clone, Args)]
pub struct Export {
    /// The folder of the site; made where there is none. Files of others in it are not touched.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Export the record in this folder instead of the one inside the program.
    #[arg(long, env = "HUELLA_GEODATA", value_name = "DIR")]
    pub geodata: Option<PathBuf>,
    /// The address readers will use, such as https://example.org/atlas; links are made from it.
    #[arg(long, env = "HUELLA_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Export a GeoJSON file of your own as a layer, as `serve` takes it. May be repeated.
    #[arg(long = "layer", env = "HUELLA_LAYER", value_name = "NAME=FILE", value_delimiter = ';')]
    pub layers: Vec<OwnLayer>,
}

/// What to carry, and where to.
#[cfg(feature = "publish")]
#[derive(Debug, Clone, Args)]
pub struct Publish {
    /// s3://BUCKET, s3://BUCKET/PREFIX or file:///FOLDER. Keys, region and endpoint of a bucket are read from
    /// AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL and the like.
    #[arg(value_name = "PLACE")]
    pub place: String,
    /// Carry what `huella export` wrote into this folder, instead of exporting beforehand.
    #[arg(long, value_name = "DIR")]
    pub from: Option<PathBuf>,
    /// Say what would be put and removed, and change nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Leave what is no longer part of the site, for pages that are open or cached; the next run without this
    /// removes it.
    #[arg(long)]
    pub keep: bool,
    /// Export the record in this folder instead of the one inside the program.
    #[arg(long, env = "HUELLA_GEODATA", value_name = "DIR")]
    pub geodata: Option<PathBuf>,
    /// The address readers will use, such as https://example.org/atlas; links are made from it.
    #[arg(long, env = "HUELLA_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Export a GeoJSON file of your own as a layer, as `serve` takes it. May be repeated.
    #[arg(long = "layer", env = "HUELLA_LAYER", value_name = "NAME=FILE", value_delimiter = ';')]
    pub layers: Vec<OwnLayer>,
}

/// What to write in the canonical way.
#[derive(Debug, Clone, Args)]
pub struct Fmt {
    /// The folder of the record.
    pub geodata: PathBuf,
    /// Change nothing; name the files that would change, with exit code 1 where there are some.
    #[arg(long)]
    pub check: bool,
}

/// Where the schemas go.
#[derive(Debug, Clone, Args)]
pub struct Schema {
    /// The folder of the record.
    pub geodata: PathBuf,
}

/// What to freeze.
#[derive(Debug, Clone, Args)]
pub struct Release {
    /// The folder of the record; the edition is made below it in `editions/`.
    #[arg(long, env = "HUELLA_GEODATA", value_name = "DIR", default_value = "geodata")]
    pub geodata: PathBuf,
}
