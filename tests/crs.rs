//! OGC API - Features - Part 2: Coordinate Reference Systems by Reference (OGC 18-058r1), a test for each
//! requirement, named by its id; and golden points from PROJ.

use huella::query::Crs;
use huella::query::crs::Projection;
use serde_json::Value;

use crate::cities;
use crate::service::{follow, ids, json, links, refused, reply};

const CRS84: &str = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
const EPSG: &str = "http://www.opengis.net/def/crs/EPSG/0/";
const PARAMETERS: &str = "/components/parameters";

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("numbers").iter().map(|n| n.as_f64().expect("a number")).collect()
}

#[test]
fn golden_points_of_proj_are_met_to_the_millimetre() {
    let systems: Vec<Value> = serde_json::from_str(include_str!("cases/crs.json")).expect("JSON");
    let mut wrong = Vec::new();
    for system in &systems {
        let code = system["code"].as_u64().expect("a code");
        let Some(crs) = Crs::read(&format!("{EPSG}{code}")) else {
            wrong.push(format!("{code} is not served"));
            continue;
        };
        let Some(projection) = Projection::new(crs) else {
            wrong.push(format!("{code} has no way"));
            continue;
        };
        let degrees = system["degrees"] == true;
        if crs.is_north_first() != (system["northFirst"] == true) || projection.is_degrees() != degrees {
            wrong.push(format!("{code}: axes or unit"));
        }
        let near = if degrees { 1e-8 } else { 1e-3 };
        for point in system["points"].as_array().expect("points").iter().map(numbers) {
            let [lon, lat, a, b] = point[..] else { panic!("{point:?}") };
            match projection.project([lon, lat]) {
                Some([x, y]) if (x - a).abs() <= near && (y - b).abs() <= near => {}
                other => wrong.push(format!("{code} at {lon} {lat}: {other:?} and not {a} {b}")),
            }
            match projection.unproject([a, b]) {
                Some([x, y]) if (x - lon).abs() <= 2e-8 && (y - lat).abs() <= 2e-8 => {}
                other => wrong.push(format!("{code} back from {a} {b}: {other:?} and not {lon} {lat}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(Crs::all().count(), systems.len() + 1, "every system has golden points");
}

#[test]
fn req_crs_crs_uri() {
    for uri in json("/collections/sites")["crs"].as_array().expect("systems") {
        let uri = uri.as_str().expect("an address");
        assert!(uri == CRS84 || uri.starts_with(EPSG), "{uri}");
        assert_eq!(Crs::read(uri).expect("a system").to_string(), uri);
    }
    for same in [
        "EPSG:3857",
        "[EPSG:3857]",
        "urn:ogc:def:crs:EPSG::3857",
        "https://www.opengis.net/def/crs/EPSG/0/3857",
    ] {
        assert_eq!(Crs::read(same).expect("a system").to_string(), format!("{EPSG}3857"));
    }
    assert_eq!(Crs::read("urn:ogc:def:crs:OGC:1.3:CRS84"), Some(Crs::CRS84));
}

#[test]
fn req_crs_fc_md_crs_list() {
    for collection in json("/collections")["collections"].as_array().expect("collections") {
        let systems = collection["crs"].as_array().expect("systems");
        assert_eq!(systems[0], CRS84);
        for code in ["4326", "3857", "4674", "32719", "31983", "5343", "9377"] {
            assert!(systems.iter().any(|crs| *crs == format!("{EPSG}{code}")), "{code}");
        }
    }
}

#[test]
fn req_crs_fc_md_storagecrs_and_its_valid_value() {
    for collection in json("/collections")["collections"].as_array().expect("collections") {
        assert_eq!(collection["storageCrs"], CRS84);
        assert!(collection["crs"].as_array().is_some_and(|all| all.contains(&collection["storageCrs"])));
    }
}

#[test]
fn req_crs_fc_crs_definition_and_fc_bbox_crs_definition() {
    let api = json("/api");
    for name in ["crs", "bbox-crs", "filter-crs"] {
        let parameter = &api.pointer(PARAMETERS).expect("parameters")[name];
        assert_eq!((parameter["in"].as_str(), &parameter["required"]), (Some("query"), &false.into()));
        assert_eq!((parameter["style"].as_str(), &parameter["explode"]), (Some("form"), &false.into()));
        assert_eq!(
            (&parameter["schema"]["type"], &parameter["schema"]["format"]),
            (&"string".into(), &"uri".into())
        );
        assert_eq!(parameter["schema"]["default"], CRS84, "fc-crs-default-value, fc-bbox-crs-default-value");
    }
    let item = api["paths"]["/collections/solar/items/{featureId}"]["get"]["parameters"].to_string();
    assert!(item.contains(&format!("{PARAMETERS}/crs\"")));
}

#[test]
fn req_crs_fc_crs_valid_value_and_fc_bbox_crs_valid_value() {
    let items = "/collections/sites/items";
    for query in [
        "crs=urn:none",
        "crs=http://www.opengis.net/def/crs/EPSG/0/1",
        "crs=",
        "bbox=1,2,3,4&bbox-crs=EPSG:999999",
    ] {
        let problem = refused(&format!("{items}?{query}"));
        assert!(problem["allowed"].as_array().is_some_and(|all| all.len() > 50), "{query}");
    }
    assert_eq!(refused(&format!("{items}?crs={EPSG}38570"))["nearest"][0], format!("{EPSG}3857"));
}

#[test]
fn req_crs_ogc_crs_header_and_its_value() {
    for (query, uri) in [
        ("", CRS84.to_owned()),
        ("?crs=http://www.opengis.net/def/crs/OGC/1.3/CRS84", CRS84.to_owned()),
        ("?crs=http://www.opengis.net/def/crs/EPSG/0/3857", format!("{EPSG}3857")),
    ] {
        for path in ["/collections/sites/items", "/collections/sites/items/jujuy-seguro.san-salvador"] {
            let answer = reply(&format!("{path}{query}"));
            assert_eq!(answer.header("content-crs"), Some(format!("<{uri}>").as_str()), "{path}{query}");
            let joined = if query.is_empty() { "?" } else { "&" };
            let page = reply(&format!("{path}{query}{joined}f=html"));
            assert_eq!(
                page.header("content-crs"),
                Some(format!("<{CRS84}>").as_str()),
                "{path}{query} as a page"
            );
        }
    }
}

#[test]
fn req_crs_crs_action_and_geojson() {
    let plain = json("/collections/sites/items?limit=1000");
    for code in ["4326", "3857", "9377"] {
        let crs = Crs::read(&format!("EPSG:{code}")).expect("a system");
        let projection = Projection::new(crs).expect("a way");
        let near = if projection.is_degrees() { 1e-8 } else { 1e-3 };
        let other = json(&format!("/collections/sites/items?limit=1000&crs={crs}"));
        assert_eq!(ids(&plain), ids(&other));
        let features = plain["features"].as_array().expect("features").iter();
        for (a, b) in features.zip(other["features"].as_array().expect("features")) {
            // A national system has no coordinates for a place on another continent.
            if b["geometry"].is_null() && !a["geometry"].is_null() {
                let country = a["properties"]["country"].as_str().expect("a country");
                assert!(code == "9377" && country.contains("CM"), "{code}: {country}");
                continue;
            }
            assert_eq!(
                (&a["properties"], a["geometry"]["type"].as_str()),
                (&b["properties"], b["geometry"]["type"].as_str())
            );
            if a["geometry"]["type"] == "Point" {
                let at = numbers(&a["geometry"]["coordinates"]);
                let expected = projection.project([at[0], at[1]]).expect("a place");
                let found = numbers(&b["geometry"]["coordinates"]);
                assert!(
                    (found[0] - expected[0]).abs() < near && (found[1] - expected[1]).abs() < near,
                    "{b}"
                );
            }
        }
        let next = json(&format!("/collections/sites/items?limit=10&properties=name&crs={crs}"));
        let next = follow(links(&next, "next")[0]["href"].as_str().expect("an address"));
        assert_eq!(next.header("content-crs"), Some(format!("<{crs}>").as_str()), "links keep the system");
        assert_eq!(next.json()["features"][0]["geometry"], other["features"][10]["geometry"]);
    }
    let first = json("/collections/sites/items/jujuy-seguro.san-salvador")["geometry"].clone();
    let turned = json(&format!("/collections/sites/items/jujuy-seguro.san-salvador?crs={EPSG}4326"));
    assert_eq!(first["coordinates"][0], turned["geometry"]["coordinates"][1], "latitude comes first");
}

#[test]
fn req_crs_bbox_crs_action() {
    let items = "/collections/sites/items?limit=1000";
    let plain = json(&format!("{items}&bbox=-70,-30,-60,-20"));
    assert!(!ids(&plain).is_empty());
    for query in [
        format!("bbox=-30,-70,-20,-60&bbox-crs={EPSG}4326"),
        format!("bbox-crs={EPSG}4674&bbox=-30,-70,0,-20,-60,9000"),
        format!("bbox=-7792364.3556,-3503549.8435,-6679169.4477,-2273030.9270&bbox-crs={EPSG}3857"),
        format!("bbox=-70,-30,-60,-20&bbox-crs={CRS84}"),
    ] {
        let answer = json(&format!("{items}&{query}"));
        assert_eq!(ids(&answer), ids(&plain), "{query}");
        let own = follow(links(&answer, "self")[0]["href"].as_str().expect("an address")).json();
        assert_eq!(ids(&own), ids(&plain), "links keep the box");
    }
    refused("/collections/sites/items?bbox=-20,-70,-30,-60&bbox-crs=EPSG:4326");
    refused("/collections/sites/items?bbox=10,0,0,10&bbox-crs=EPSG:3857");
}

#[test]
fn a_box_of_a_projected_system_is_exact() {
    let collection = cities::shared();
    let crs = Crs::read("EPSG:32720").expect("a system");
    let projection = Projection::new(crs).expect("a way");
    let read = |text: &str| {
        huella::query::Query::read(huella::query::Resource::Items, Some(text), Some(collection))
            .expect("a request")
    };
    let (low, high) = ([-500_000.0, 6_000_000.0], [1_500_000.0, 9_500_000.0]);
    let query =
        read(&format!("bbox={},{},{},{}&bbox-crs={crs}&limit=10000", low[0], low[1], high[0], high[1]));
    let rows = huella::query::select(collection, &query).rows;
    let expected: Vec<u32> = (0..collection.len() as u32)
        .filter(|row| {
            let geometry: Option<geojson::Geometry> =
                serde_json::from_slice(collection.features.geometry(*row)).expect("a geometry");
            let Some(geometry) = geometry else { return true };
            let geometry = geo_types::Geometry::<f64>::try_from(geometry).expect("a geometry");
            let projected = geo::MapCoords::try_map_coords(&geometry, |at| {
                projection.project([at.x, at.y]).map(|[x, y]| geo_types::Coord { x, y }).ok_or(())
            });
            projected.is_ok_and(|shape| geo::Intersects::intersects(&shape, &geo_types::Rect::new(low, high)))
        })
        .collect();
    assert!(rows.len() > 100, "{}", rows.len());
    assert_eq!(rows, expected);
}

#[test]
fn req_filter_filter_crs_param() {
    let items = "/collections/sites/items?limit=1000";
    let plain = json(&format!("{items}&filter=S_INTERSECTS(geometry,BBOX(-70,-30,-60,-20))"));
    assert!(!ids(&plain).is_empty());
    for (crs, filter) in [
        ("4326", "S_INTERSECTS(geometry,BBOX(-30,-70,-20,-60))"),
        ("4326", "S_INTERSECTS(geometry,POLYGON((-30 -70,-30 -60,-20 -60,-20 -70,-30 -70)))"),
        ("3857", "S_INTERSECTS(geometry,BBOX(-7792364.3556,-3503549.8435,-6679169.4477,-2273030.9270))"),
    ] {
        let filter = filter.replace(' ', "%20");
        let answer = json(&format!("{items}&filter={filter}&filter-crs={EPSG}{crs}"));
        assert_eq!(ids(&answer), ids(&plain), "{filter}");
        let own = follow(links(&answer, "self")[0]["href"].as_str().expect("an address")).json();
        assert_eq!(ids(&own), ids(&plain), "links keep the system");
    }
}

/// The ids that a box of a system finds, as `bbox` and as BBOX in a filter.
fn in_box(collection: &str, crs: &str, numbers: &str) -> [Vec<String>; 2] {
    let items = format!("/collections/{collection}/items?limit=1000");
    let placed = "filter=geometry%20IS%20NOT%20NULL";
    let bbox = json(&format!("{items}&{placed}&bbox-crs={EPSG}{crs}&bbox={numbers}"));
    let own = follow(links(&bbox, "self")[0]["href"].as_str().expect("an address")).json();
    assert_eq!(ids(&own), ids(&bbox), "links keep the box");
    let filter =
        json(&format!("{items}&filter-crs={EPSG}{crs}&filter=S_INTERSECTS(geometry,BBOX({numbers}))"));
    [ids(&bbox), ids(&filter)]
}

#[test]
fn a_box_larger_than_its_system_holds_all_that_lies_in_it() {
    let all = json("/collections/projects/items?limit=1000&filter=geometry%20IS%20NOT%20NULL");
    for numbers in ["-9e6,-5e6,1e7,1.5e7", "-1e7,-1e7,2e7,2e7", "-1e9,-1e9,1e9,1e9"] {
        for found in in_box("projects", "32719", numbers) {
            assert_eq!(found, ids(&all), "{numbers}");
        }
    }
    for numbers in ["-3e7,-3e7,3e7,3e7", "-1e300,-1e300,1e300,1e300", "1e7,-3e7,4.5e7,3e7"] {
        for found in in_box("projects", "3857", numbers) {
            assert_eq!(found, ids(&all), "{numbers}");
        }
    }
    for crs in ["32719", "3857"] {
        assert_eq!(in_box("projects", crs, "1e9,1e9,1.01e9,2e9").concat(), [""; 0], "{crs}");
    }
}

#[test]
fn a_box_of_a_map_that_repeats_the_world_is_the_one_beside_it() {
    // Twice around the equator.
    let turn = 2.0 * std::f64::consts::PI * 6_378_137.0;
    let [once, _] = in_box("projects", "3857", "-8e6,-5e6,-5e6,0");
    let beside = format!("{},-5e6,{},0", turn - 8e6, turn - 5e6);
    assert!(once.len() > 20);
    for found in in_box("projects", "3857", &beside) {
        assert_eq!(found, once);
    }
}

#[test]
fn edges_of_a_geometry_are_straight_in_the_system_it_is_written_in() {
    let found = |crs: &str, filter: &str| {
        let filter = filter.replace(' ', "%20");
        let items = "/collections/projects/items?limit=1000";
        ids(&json(&format!("{items}&filter-crs={EPSG}{crs}&filter={filter}")))
    };
    let triangle = "POLYGON((-9200000 -7500000,-3800000 1000000,-9200000 1000000,-9200000 -7500000))";
    let within = found("3857", &format!("S_WITHIN(geometry,{triangle})"));
    let projection = Projection::new(Crs::read("EPSG:3857").expect("a system")).expect("a way");
    let corners = [(-9_200_000.0, -7_500_000.0), (-3_800_000.0, 1_000_000.0), (-9_200_000.0, 1_000_000.0)];
    let area = geo_types::Polygon::new(corners.into_iter().collect(), Vec::new());
    let all = json("/collections/projects/items?limit=1000");
    let expected: Vec<String> = all["features"]
        .as_array()
        .expect("features")
        .iter()
        .filter(|feature| {
            let at = &feature["geometry"]["coordinates"];
            let at = at.as_array().and_then(|_| projection.project([at[0].as_f64()?, at[1].as_f64()?]));
            at.is_some_and(|[x, y]| geo::Contains::contains(&area, &geo_types::Point::new(x, y)))
        })
        .map(|feature| feature["id"].as_str().expect("an id").to_owned())
        .collect();
    assert_eq!(within, expected);
    assert!(within.contains(&"neuquen-zte-cameras".to_owned()));
    let corners = "357112.33 5222077.98,806947.65 5222077.98,806947.65 7383922.56,357112.33 7383922.56,357112.33 5222077.98";
    let polygon = found("32719", &format!("S_INTERSECTS(geometry,POLYGON(({corners})))"));
    let [_, bbox] = in_box("projects", "32719", "357112.33,5222077.98,806947.65,7383922.56");
    assert_eq!(polygon, bbox);
    assert!(!polygon.contains(&"cafayate-solar".to_owned()));
}

#[test]
fn a_wrong_box_is_told_how_its_own_system_writes_boxes() {
    for (crs, form) in [
        (CRS84.to_owned(), "west,south,east,north"),
        (format!("{EPSG}4326"), "south,west"),
        (format!("{EPSG}32719"), "easting,northing"),
    ] {
        let problem = refused(&format!("/collections/projects/items?bbox=1,2,3&bbox-crs={crs}"));
        assert!(problem["allowed"][0].as_str().is_some_and(|told| told.contains(form)), "{problem}");
    }
}
