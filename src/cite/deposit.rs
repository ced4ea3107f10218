//! What a repository asks when an edition is deposited with it.

use serde_json::{Value, json};

use super::{ABSTRACT, KEYWORDS};
use crate::atlas::Atlas;

/// Attributes of a DOI as DataCite's API takes them (metadata schema 4).
pub fn datacite(atlas: &Atlas) -> Value {
    let about = &atlas.about;
    let [west, south, east, north] = about.extent;
    let titles: Vec<Value> =
        about.title.all().map(|(lang, title)| json!({ "title": title, "lang": lang.tag() })).collect();
    let subjects: Vec<Value> = KEYWORDS.iter().map(|word| json!({ "subject": word, "lang": "en" })).collect();
    let mut attributes = json!({
        "creators": [{ "name": about.publisher, "nameType": "Organizational" }],
        "titles": titles,
        "publisher": { "name": about.publisher },
        "publicationYear": about.edition.day().year(),
        "types": { "resourceTypeGeneral": "Dataset", "resourceType": "Atlas" },
        "subjects": subjects,
        "dates": [{ "date": about.edition.day().to_string(), "dateType": "Issued" }],
        "language": "en",
        "version": atlas.version(),
        "rightsList": [{
            "rights": about.licence,
            "rightsIdentifier": about.licence,
            "rightsIdentifierScheme": "SPDX",
            "schemeUri": "https://spdx.org/licenses/",
        }],
        "descriptions": [{ "description": ABSTRACT, "descriptionType": "Abstract", "lang": "en" }],
        "geoLocations": [{
            "geoLocationPlace": "Latin America and the Caribbean",
            "geoLocationBox": {
                "westBoundLongitude": west,
                "eastBoundLongitude": east,
                "southBoundLatitude": south,
                "northBoundLatitude": north,
            },
        }],
        "formats": ["application/geo+json", "text/csv", "application/json"],
        "schemaVersion": "http://datacite.org/schema/kernel-4",
    });
    let known = [
        ("doi", about.version_doi.as_ref().map(|doi| json!(doi))),
        ("url", about.home.as_ref().map(|home| json!(home))),
        ("relatedIdentifiers", about.doi.as_ref().map(|doi| {
            json!([{ "relatedIdentifier": doi, "relatedIdentifierType": "DOI", "relationType": "IsVersionOf" }])
        })),
    ];
    for (name, value) in known {
        if let Some(value) = value {
            attributes[name] = value;
        }
    }
    json!({ "data": { "type": "dois", "attributes": attributes } })
}

/// The same as Zenodo's deposit API takes it.
pub fn zenodo(atlas: &Atlas) -> Value {
    let about = &atlas.about;
    let mut metadata = json!({
        "title": about.title.en,
        "upload_type": "dataset",
        "publication_date": about.edition.day().to_string(),
        "version": atlas.version(),
        "creators": [{ "name": about.publisher }],
        "description": ABSTRACT,
        "access_right": "open",
        "license": about.licence.to_lowercase(),
        "keywords": KEYWORDS,
        "language": "eng",
    });
    if let Some(doi) = &about.version_doi {
        metadata["doi"] = json!(doi);
    }
    json!({ "metadata": metadata })
}
