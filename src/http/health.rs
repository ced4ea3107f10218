//! For the operator: does it run, may it be sent readers, what does it do.

use axum::extract::State;
use metrics_exporter_prometheus::PrometheusHandle;

use super::answer::{Answer, Keep};
use super::app::Shared;
use super::headers::Kind;

/// `/healthz`: the process answers.
pub async fn healthz() -> Answer {
    Answer::made(Kind::Inner, "text/plain; charset=utf-8", "ok\n").keep(Keep::Never)
}

/// `/readyz`: the record it serves, and whether the last reload failed. What was good goes on serving, so
/// it stays ready.
pub async fn readyz(State(app): State<Shared>) -> Answer {
    let serving = app.serving();
    let atlas = &serving.catalogue.atlas;
    let body = serde_json::json!({
        "ready": true,
        "edition": atlas.about.edition,
        "content": &atlas.content[..16],
        "released": app.past.editions().iter().any(|frozen| frozen.entry.content == atlas.content),
        "projects": atlas.projects.len(),
        "reload": app.reloads.told(),
    });
    Answer::made(Kind::Inner, "application/json", body.to_string()).keep(Keep::Never)
}

/// `/metrics`, in Prometheus' text format.
pub async fn metrics(State(handle): State<PrometheusHandle>) -> Answer {
    Answer::made(Kind::Inner, "text/plain; version=0.0.4; charset=utf-8", handle.render()).keep(Keep::Never)
}
