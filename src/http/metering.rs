//! The figures of `/metrics`: where they are kept, and what keeps them from growing.

use std::time::Duration;

use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};

/// Upper bounds of an answer's time, in seconds: from a file that is ready to the limit of patience.
const BOUNDS: [f64; 9] = [0.0001, 0.0005, 0.001, 0.005, 0.02, 0.1, 0.5, 2.0, 10.0];

/// Every time that was measured waits in memory until it is counted: by a reader of `/metrics`, of whom
/// there may be none, or now and then.
const UPKEEP: Duration = Duration::from_secs(5);

/// Starts keeping figures, on the runtime that calls it.
pub fn start() -> Result<PrometheusHandle, BuildError> {
    let handle = PrometheusBuilder::new().set_buckets(&BOUNDS)?.install_recorder()?;
    let kept = handle.clone();
    tokio::spawn(async move {
        let mut beat = tokio::time::interval(UPKEEP);
        loop {
            beat.tick().await;
            kept.run_upkeep();
        }
    });
    Ok(handle)
}
