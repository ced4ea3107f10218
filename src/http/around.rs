//! What stands around every answer. One layer, not one for each concern: a layer of axum costs two allocations and
//! moves request and answer about, together more than most searches do.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::complete::{Asking, finish};
use super::limits::{Places, limit};
use super::pages::broken;
use super::unsent::Unsent;
use super::watch::Watched;

/// Answers that may be made at the same time, and the routes that are outside of it and of all limits.
#[derive(Debug, Clone)]
pub struct Around {
    /// One a request.
    pub places: Arc<Places>,
    /// Bytes that wait for their clients.
    pub unsent: Unsent,
    /// An operator must see a busy server, too.
    pub inner: &'static [&'static str],
}

/// The layer.
pub async fn around(State(around): State<Around>, request: Request, next: Next) -> Response {
    let watched = Watched::begin(&request);
    let asking = Asking::of(&request);
    let inner = around.inner.contains(&watched.route());
    let answer = unbroken(async {
        match inner {
            true => next.run(request).await,
            false => limit(&around.places, request, next).await,
        }
    });
    watched.end(finish(answer.await.unwrap_or_else(broken), &asking, &around.unsent).await)
}

/// A future that ends where it panics: one broken answer must not take the connection with it.
async fn unbroken<T>(future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    // What is behind locks is whole in any case; the future itself is not looked at again.
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(polled) => polled.map(Some),
        Err(_) => Poll::Ready(None),
    })
    .await
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::routing::get;
    use axum::{Router, middleware};
    use http::StatusCode;
    use http::header::CONTENT_TYPE;
    use tower::ServiceExt;

    use super::*;

    #[test]
    fn an_answer_that_breaks_is_a_problem_that_shows_nothing_inner() {
        async fn breaks() -> Response {
            panic!("on purpose");
        }
        let around = Around { places: Arc::new(Places::new(1)), unsent: Unsent::default(), inner: &[] };
        let routes = Router::new()
            .route("/", get(breaks))
            .layer(middleware::from_fn_with_state(around, super::around));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let ask = || routes.clone().oneshot(Request::new(Body::empty()));
        // Twice: the place of the first was given back.
        for _ in 0..2 {
            let answer = runtime.block_on(ask()).expect("an answer");
            assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
            assert_eq!(answer.headers()[CONTENT_TYPE], "application/problem+json");
        }
    }
}
