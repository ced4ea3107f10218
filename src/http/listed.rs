//! Routes that can be told again: a router of axum does not say what it routes.

use std::convert::Infallible;

use axum::Router;
use axum::extract::Request;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, Route};
use tower::{Layer, Service};

use super::app::Shared;

/// A router, and the patterns that were given to it.
pub struct Listed {
    router: Router<Shared>,
    patterns: Vec<String>,
}

impl Listed {
    /// Without any route.
    pub fn new() -> Listed {
        Listed { router: Router::new(), patterns: Vec::new() }
    }

    /// With one more.
    pub fn route(mut self, pattern: &str, handler: MethodRouter<Shared>) -> Listed {
        self.patterns.push(pattern.to_owned());
        Listed { router: self.router.route(pattern, handler), ..self }
    }

    /// With those of another.
    pub fn merge(mut self, other: Listed) -> Listed {
        self.patterns.extend(other.patterns);
        Listed { router: self.router.merge(other.router), ..self }
    }

    /// With a layer around all of them so far.
    pub fn layer<L>(self, layer: L) -> Listed
    where
        L: Layer<Route> + Clone + Send + Sync + 'static,
        L::Service: Service<Request, Error = Infallible> + Clone + Send + Sync + 'static,
        <L::Service as Service<Request>>::Response: IntoResponse + 'static,
        <L::Service as Service<Request>>::Future: Send + 'static,
    {
        Listed { router: self.router.layer(layer), ..self }
    }

    /// The router, and its patterns in their order.
    pub fn into_parts(self) -> (Router<Shared>, Vec<String>) {
        (self.router, self.patterns)
    }
}
