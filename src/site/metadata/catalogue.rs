//! The data set as catalogues harvest it: DCAT 3 in the profile DCAT-AP 3, as JSON-LD.

use serde_json::{Value, json};

use super::{dataset_id, licence_address};
use crate::atlas::{Lang, Text};
use crate::collection::Catalogue;
use crate::format::dataset;
use crate::site::frame::Context;

/// Where IANA registers media types: DCAT names a type by that address.
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";

/// A catalogue with one data set, a distribution for each file and the service that answers queries.
pub fn catalogue(context: &Context, catalogue: &Catalogue) -> Value {
    let Context { atlas, links, .. } = *context;
    let about = &atlas.about;
    let whole = |path: String| links.absolute(&path);
    let home = whole(links.path("/"));
    let publisher =
        json!({"@id": format!("{home}#publisher"), "@type": "foaf:Agent", "foaf:name": about.publisher});
    let service = format!("{}#service", whole(links.ogc()));
    let [west, south, east, north] = about.extent;
    let area =
        format!("POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))");
    let distributions: Vec<Value> = dataset::files(catalogue)
        .iter()
        .map(|file| {
            let address = whole(links.data(&file.name));
            json!({
                "@id": address,
                "@type": "dcat:Distribution",
                "dct:title": file.name,
                "dcat:accessURL": {"@id": whole(links.path("/data"))},
                "dcat:downloadURL": {"@id": address},
                "dcat:mediaType": {"@id": format!("{MEDIA_TYPES}{}", file.media_type)},
                "dct:license": {"@id": licence_address(context)},
            })
        })
        .collect();
    let mut told = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "locn": "http://www.w3.org/ns/locn#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": format!("{home}#catalogue"),
        "@type": "dcat:Catalog",
        "dct:title": texts(&about.title),
        "dct:description": texts(&about.title),
        "dct:publisher": publisher,
        "dct:license": {"@id": licence_address(context)},
        "foaf:homepage": {"@id": home},
        "dcat:dataset": [{
            "@id": dataset_id(context),
            "@type": "dcat:Dataset",
            "dct:title": texts(&about.title),
            "dct:description": super::dataset::description(context),
            "dct:identifier": dataset_id(context),
            "dct:publisher": {"@id": format!("{home}#publisher")},
            "dct:license": {"@id": licence_address(context)},
            "dct:modified": {"@type": "xsd:date", "@value": atlas.today()},
            "dcat:version": atlas.version(),
            "dcat:landingPage": {"@id": whole(links.path("/data"))},
            "dcat:keyword": keywords(context),
            "dct:spatial": {"@type": "dct:Location", "dcat:bbox": {"@type": "http://www.opengis.net/ont/geosparql#wktLiteral", "@value": area}},
            "dcat:distribution": distributions,
        }],
        "dcat:service": [{
            "@id": service,
            "@type": "dcat:DataService",
            "dct:title": "OGC API - Features",
            "dcat:endpointURL": {"@id": whole(links.ogc())},
            "dcat:endpointDescription": {"@id": whole(links.api())},
            "dcat:servesDataset": {"@id": dataset_id(context)},
        }],
    });
    if let Some(members) = told.as_object_mut().filter(|_| links.are_files()) {
        members.remove("dcat:service");
    }
    told
}

/// A text in every language it is written in.
fn texts(text: &Text) -> Vec<Value> {
    text.all().map(|(lang, value)| json!({"@language": lang.tag(), "@value": value})).collect()
}

fn keywords(context: &Context) -> Vec<Value> {
    let layers = &context.atlas.layers.layers;
    let of = |lang: Lang| {
        layers
            .iter()
            .map(move |l| json!({"@language": l.title.told(lang).0.tag(), "@value": l.title.get(lang)}))
    };
    of(Lang::En).chain(of(Lang::Es)).collect()
}
