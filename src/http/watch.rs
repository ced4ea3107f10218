//! Each answer is counted and logged: route, status and time, never the client's address.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue};

/// The id by which an operator finds an answer in the log.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The layer.
pub async fn watch(request: Request, next: Next) -> Response {
    let start = Instant::now();
    let method = request.method().clone();
    // The matched route, never the path: labels must stay few, and paths may hold what people typed.
    let route = match request.extensions().get::<MatchedPath>() {
        Some(path) => path.as_str().to_owned(),
        None => "none".to_owned(),
    };
    let id = request_id();
    let mut response = next.run(request).await;
    let seconds = start.elapsed().as_secs_f64();
    let status = response.status().as_u16();
    let labels = [("route", route.clone()), ("status", status.to_string())];
    metrics::counter!("huella_answers_total", &labels).increment(1);
    metrics::histogram!("huella_answer_seconds", "route" => route.clone()).record(seconds);
    tracing::info!(target: "huella::answers", %id, %method, route, status, ms = seconds * 1000.0);
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

/// Unique within a run and, by the time in it, mostly beyond.
fn request_id() -> String {
    use std::sync::atomic::{AtomicU64, Ordering};
    static COUNT: AtomicU64 = AtomicU64::new(0);
    static RUN: std::sync::LazyLock<u32> = std::sync::LazyLock::new(|| {
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_secs() as u32)
    });
    format!("{:08x}-{:x}", *RUN, COUNT.fetch_add(1, Ordering::Relaxed))
}
