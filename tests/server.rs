//! The atlas on a free port of 127.0.0.1, in this process.

use std::net::SocketAddr;
use std::sync::OnceLock;
use std::thread::JoinHandle;

use axum::Router;
use huella::atlas::{RecordFiles, load};
use huella::collection::Catalogue;
use huella::editions::Editions;
use huella::http::app::App;
use huella::http::listen::{Patience, run};
use huella::http::router::router;
use huella::links::Links;
use metrics_exporter_prometheus::PrometheusBuilder;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// A server that runs until it is dropped or told to stop.
pub struct Server {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// The atlas under its own address, one for all promises that only read.
    pub fn shared() -> SocketAddr {
        static SHARED: OnceLock<Server> = OnceLock::new();
        SHARED.get_or_init(|| Server::atlas(None, Patience::default())).address
    }

    /// The atlas, under a public address where one is given.
    pub fn atlas(public_url: Option<&str>, patience: Patience) -> Server {
        Server::record(&RecordFiles::embedded(), public_url, patience)
    }

    /// Another record, beside the frozen editions of the atlas.
    pub fn record(record: &RecordFiles, public_url: Option<&str>, patience: Patience) -> Server {
        let public_url = public_url.map(str::to_owned);
        let atlas = load::load(record).atlas.expect("the record loads");
        Server::start(patience, move |address| {
            let links = Links::at(&public_url.unwrap_or_else(|| format!("http://{address}"))).expect("links");
            let prefix = links.prefix().to_owned();
            let metrics = PrometheusBuilder::new().build_recorder().handle();
            let editions = Editions::embedded().expect("the editions inside the program");
            let catalogue =
                Catalogue::build(editions.beside(atlas), &links, Vec::new()).expect("a catalogue");
            (router(App::new(catalogue, links).with_editions(editions).into(), metrics), prefix)
        })
    }

    /// Any routes behind the accept loop.
    pub fn routes(routes: Router, patience: Patience) -> Server {
        Server::start(patience, |_| (routes, String::new()))
    }

    fn start(
        patience: Patience,
        make: impl FnOnce(SocketAddr) -> (Router, String) + Send + 'static,
    ) -> Server {
        let (stop, stopped) = oneshot::channel::<()>();
        let (tell, told) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
            runtime.expect("a runtime").block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
                let address = listener.local_addr().expect("its address");
                let (routes, prefix) = make(address);
                tell.send(address).expect("the test waits");
                let stop = async {
                    let _ = stopped.await;
                };
                run(listener, routes, prefix, patience, stop).await;
            });
        });
        let address = told.recv().expect("the server starts");
        Server { address, stop: Some(stop), thread: Some(thread) }
    }

    /// Tells it to stop, and waits until it has.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the server ends in peace");
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}
