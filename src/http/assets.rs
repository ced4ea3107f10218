//! The page's files under names that carry their hash.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use super::address::Path;
use super::answer::{Answer, Keep};
use super::headers::Kind;
use super::packed::Packed;
use super::problem::Problem;
use crate::assets::ASSETS;

static FILES: LazyLock<HashMap<&'static str, Arc<Packed>>> = LazyLock::new(|| {
    ASSETS.iter().map(|a| (a.name, Arc::new(Packed::built(a.media_type, a.identity, a.br, a.gz)))).collect()
});

/// `/assets/{name}`.
pub async fn asset(Path(name): Path<String>) -> Result<Answer, Problem> {
    match FILES.get(name.as_str()) {
        Some(file) => Ok(Answer::kept(Kind::Asset, Arc::clone(file)).keep(Keep::Forever)),
        None => Err(Problem::not_found(
            "There is no such file. A page that was open for long may ask for one: load it anew.",
        )),
    }
}
