//! A peer for the benches: axum handing out bytes that are ready, with nothing around it. What a
//! server in Rust can reach at most.
//!
//! `ready_bytes PORT FOLDER` serves every file of the folder under its name.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

use axum::Router;
use axum::routing::get;
use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use hyper::server::conn::http1::Builder;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1).filter(|word| word != "--bench");
    let (Some(port), Some(folder)) = (words.next(), words.next()) else {
        // Reached by `cargo test --all-targets`, which runs benches without words.
        return Ok(());
    };
    let files = files(Path::new(&folder))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let routes = files.into_iter().fold(Router::new(), |routes, (name, bytes)| {
            let kind = [(CONTENT_TYPE, "application/geo+json")];
            match name.strip_suffix(".gz") {
                Some(plain) => {
                    let path = format!("/zipped/{plain}");
                    routes.route(
                        &path,
                        get(move || async move { (kind, [(CONTENT_ENCODING, "gzip")], bytes.clone()) }),
                    )
                }
                None => routes.route(&format!("/{name}"), get(move || async move { (kind, bytes.clone()) })),
            }
        });
        let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await?;
        loop {
            let (stream, _) = listener.accept().await?;
            stream.set_nodelay(true)?;
            let service = TowerToHyperService::new(routes.clone());
            tokio::spawn(Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    })
}

fn files(folder: &Path) -> std::io::Result<HashMap<String, Bytes>> {
    let mut files = HashMap::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
            files.insert(name.to_owned(), std::fs::read(&path)?.into());
        }
    }
    Ok(files)
}
