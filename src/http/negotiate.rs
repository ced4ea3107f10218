//! Which form of a resource a client gets: by `f`, else by `Accept`.

use http::{HeaderMap, StatusCode, header};

use super::headers::Kind;
use super::problem::Problem;
use crate::format::mvt::MVT;
use crate::format::{self, FORMATS, Format};
use crate::ogc::{HTML, JSON, OPENAPI_JSON, SCHEMA_JSON};
use crate::query::{BadParameter, Query, Resource};

/// A form of an answer.
#[derive(Clone, Copy)]
pub enum Form {
    /// A page for people.
    Page,
    /// The JSON of a resource that has no features.
    Json,
    /// Features in a format.
    Features(&'static dyn Format),
    /// A tileset as TileJSON.
    TileJson,
    /// A vector tile.
    Tile,
}

impl Form {
    /// The value of `f` that names it.
    pub fn name(self) -> &'static str {
        match self {
            Form::Page => "html",
            Form::Json => "json",
            Form::Features(format) => format.name(),
            Form::TileJson => "tilejson",
            Form::Tile => "mvt",
        }
    }

    /// What a browser may do with it.
    pub fn kind(self) -> Kind {
        match self {
            Form::Page => Kind::Page,
            Form::Json | Form::Features(_) | Form::TileJson | Form::Tile => Kind::Open,
        }
    }
}

/// The form to send.
pub fn form(resource: Resource, query: &Query, headers: &HeaderMap) -> Result<Form, Problem> {
    let features = matches!(resource, Resource::Items | Resource::Item);
    if let Some(name) = &query.f {
        let form = match name.as_str() {
            "mvt" | "pbf" if resource == Resource::Tile => Some(Form::Tile),
            _ if resource == Resource::Tile => None,
            "tilejson" if resource == Resource::TileSet => Some(Form::TileJson),
            "html" => Some(Form::Page),
            name if features => format::named(name).filter(|f| f.is_paged()).map(Form::Features),
            "json" => Some(Form::Json),
            _ => None,
        };
        return form.ok_or_else(|| {
            let reason = match format::named(name).filter(|_| features) {
                Some(format) => format!("{} is a form of whole files, below /data/.", format.title()),
                None => format!("There is no form `{name}` of this."),
            };
            BadParameter::value("f", name, reason).allowed(name, crate::ogc::forms(resource)).into()
        });
    }
    let offered = offered(resource, features);
    let Some(accept) = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()) else {
        return Ok(offered[0].1);
    };
    let types: Vec<&str> = offered.iter().map(|(media_type, _)| *media_type).collect();
    let best = negotiator::preferred_media_types(Some(&bare(accept)), Some(&types));
    let best = best.first().and_then(|t| offered.iter().find(|(media_type, _)| media_type == t));
    best.map(|(_, form)| *form).ok_or_else(|| {
        let detail = format!("None of the types in `Accept: {accept}` is served here.");
        Problem::new(StatusCode::NOT_ACCEPTABLE, detail).allowed(types)
    })
}

/// `Accept` without the parameters of its media types, but for their weight: no form here comes in kinds that a
/// charset or a profile would tell apart, and to ask for one of these is to ask for the form (RFC 9110, 12.5.1).
fn bare(accept: &str) -> String {
    let ranges = parts(accept, ',').map(|range| {
        let mut parts = parts(range, ';');
        let media_type = parts.next().unwrap_or_default();
        let is_weight =
            |part: &&str| part.trim_start().get(..2).is_some_and(|q| q.eq_ignore_ascii_case("q="));
        parts.find(is_weight).map_or(media_type.to_owned(), |weight| [media_type, ";", weight].concat())
    });
    ranges.collect::<Vec<_>>().join(",")
}

/// What stands between signs that are not inside quotation marks.
fn parts(text: &str, sign: char) -> impl Iterator<Item = &str> {
    let (mut quoted, mut escaped) = (false, false);
    text.split(move |c| {
        quoted ^= c == '"' && !escaped;
        escaped = quoted && c == '\\' && !escaped;
        c == sign && !quoted
    })
}

/// Media types and what they mean, in the server's order of preference.
fn offered(resource: Resource, features: bool) -> Vec<(&'static str, Form)> {
    if features {
        let formats = format::paged().map(|f| (f.media_type(), Form::Features(f)));
        // Plain JSON is what many clients ask for and can read GeoJSON.
        let json = (JSON, Form::Features(FORMATS[0]));
        return formats.chain([json, (HTML, Form::Page)]).collect();
    }
    if resource == Resource::Tile {
        // The other names are what clients from before the registration ask for.
        return [MVT, "application/x-protobuf", "application/vnd.mapbox.vector-tile"]
            .map(|t| (t, Form::Tile))
            .into();
    }
    let own: &[&str] = match resource {
        Resource::Api => {
            &[OPENAPI_JSON, "application/vnd.oai.openapi+json", "application/openapi+json", JSON]
        }
        Resource::Queryables | Resource::Schema => &[SCHEMA_JSON, JSON],
        _ => &[JSON],
    };
    own.iter().map(|media_type| (*media_type, Form::Json)).chain([(HTML, Form::Page)]).collect()
}
