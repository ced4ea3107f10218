//! The base map knows every place of the record, names it as the record's README says, and stays small.

use std::collections::BTreeSet;
use std::io::Write;

use geo_types::{Coord, Point};
use huella::atlas::{Atlas, Lang, RecordFiles, load};
use huella::basemap::topojson::{Shape, Topology, TopologyError};
use huella::basemap::{Borders, COARSE, CountryNames, Detail, Dispute, Drawing, FINE, LabelKind, NAMES};
use serde::de::IgnoredAny;

/// A shore, a river mouth or a pier may lie this far off a simplified outline.
const SHORE_KM: f64 = 5.0;

fn record() -> Atlas {
    load::load(&RecordFiles::embedded()).atlas.expect("the record loads")
}

fn borders() -> Borders {
    Borders::embedded().expect("the base map decodes")
}

fn brotli_11(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22);
    writer.write_all(bytes).expect("memory takes all");
    drop(writer);
    out.len()
}

/// Every position of a geometry; of a schematic line only its ends, for it may cross the sea or a neighbour.
fn positions(value: &geojson::GeometryValue) -> Vec<Point<f64>> {
    let geometry: geo_types::Geometry<f64> = value.try_into().expect("a geometry of the record");
    match geometry {
        geo_types::Geometry::Point(p) => vec![p],
        geo_types::Geometry::MultiPoint(p) => p.0,
        geo_types::Geometry::LineString(l) => ends(&l.0),
        geo_types::Geometry::MultiLineString(l) => l.0.iter().flat_map(|l| ends(&l.0)).collect(),
        geo_types::Geometry::Polygon(p) => p.exterior().0.iter().map(|c| Point(*c)).collect(),
        other => panic!("a kind of geometry that the record does not use: {other:?}"),
    }
}

fn ends(line: &[Coord<f64>]) -> Vec<Point<f64>> {
    line.first().into_iter().chain(line.last()).map(|c| Point(*c)).collect()
}

#[test]
fn every_country_and_region_of_the_record_is_known() {
    let (borders, names) = (borders(), CountryNames::embedded().expect("names"));
    for project in &record().projects {
        for code in &project.countries {
            assert!(borders.country(code).is_some(), "{}: no country {code}", project.id);
            assert!(names.text(code).is_some(), "{}: no name for {code}", project.id);
        }
        for code in &project.regions {
            assert!(borders.region_area(code).is_some(), "{}: no region {code}", project.id);
        }
    }
    for organisation in record().organisations.values() {
        let code = &organisation.country;
        assert!(names.text(code).is_some(), "{}: no name for {code}", organisation.id);
    }
}

#[test]
fn every_placed_site_lies_in_a_country_of_its_project() {
    let borders = borders();
    let mut astray = Vec::new();
    for project in &record().projects {
        for site in project.sites.iter().filter(|s| s.is_placed()) {
            let Some(geometry) = &site.geometry else { continue };
            for point in positions(&geometry.value) {
                let placing = borders.place(project.countries.iter().map(String::as_str), point);
                let elsewhere = placing.lies_in.is_some() && placing.lies_in != placing.nearest;
                if placing.km > SHORE_KM || elsewhere && placing.km > 1.0 {
                    astray.push(format!("{} {point:?}: {placing:?}", site.id));
                }
            }
        }
    }
    assert!(astray.is_empty(), "{}", astray.join("\n"));
}

#[test]
fn the_33_states_and_the_territories_are_covered_and_drawn_at_both_details() {
    let states =
        "AG AR BB BO BR BS BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PY SR SV TT UY VC VE";
    let territories = "AI AW BL BQ CW FK GF GP GS KY MF MQ MS PR SX TC VG VI";
    let borders = borders();
    for code in states.split(' ').chain(territories.split(' ')) {
        assert!(borders.country(code).is_some_and(|c| c.covered), "{code} is not covered");
    }
    assert!(!borders.country("US").expect("US").covered);
    for detail in [Detail::Coarse, Detail::Fine] {
        let drawing = Drawing::embedded(detail).expect("decodes");
        let codes: BTreeSet<&str> =
            drawing.land.iter().filter(|l| l.covered).filter_map(|l| l.code.as_deref()).collect();
        let all: BTreeSet<&str> = states.split(' ').chain(territories.split(' ')).collect();
        assert_eq!(codes, all, "{detail:?}");
        let mut every: Vec<&str> = drawing.land.iter().filter_map(|l| l.code.as_deref()).collect();
        every.sort_unstable();
        assert!(every.windows(2).all(|w| w[0] != w[1]), "a country is drawn twice at {detail:?}");
    }
}

#[test]
fn towns_and_islands_lie_where_they_should() {
    let borders = borders();
    for (name, lon, lat, country, region) in [
        ("San Salvador de Jujuy", -65.30, -24.19, "AR", "AR-Y"),
        ("Brasília", -47.88, -15.79, "BR", "BR-DF"),
        ("Mexico City", -99.13, 19.43, "MX", "MX-CMX"),
        ("Bogotá", -74.08, 4.65, "CO", "CO-DC"),
        ("Lima", -77.03, -12.05, "PE", "PE-LMA"),
        ("Ambato", -78.62, -1.25, "EC", "EC-T"),
        ("Tena", -77.81, -0.99, "EC", "EC-N"),
        ("Lethem", -59.78, 3.38, "GY", "GY-UT"),
        ("Linden", -58.30, 6.00, "GY", "GY-UD"),
        ("Guatemala City", -90.53, 14.62, "GT", "GT-01"),
        ("Guantánamo Bay", -75.09, 19.96, "CU", "CU-14"),
        ("Puerto Ayora, Galápagos", -90.32, -0.70, "EC", "EC-W"),
        ("Fernando de Noronha", -32.42, -3.85, "BR", "BR-PE"),
        ("Easter Island", -109.38, -27.12, "CL", "CL-VS"),
        ("Bridgetown", -59.59, 13.12, "BB", "BB-08"),
    ] {
        let point = Point::new(lon, lat);
        let placing = borders.place([country], point);
        assert!(placing.km < 2.0, "{name}: {placing:?}");
        let km = borders.region_area(region).map(|area| area.distance_km(point));
        assert!(km.is_some_and(|km| km < 2.0), "{name} is {km:?} km from {region}");
    }
    for (name, lon, lat, country) in [
        ("Cayenne", -52.30, 4.90, "GF"),
        ("Stanley", -57.87, -51.70, "FK"),
        ("San Juan", -66.05, 18.40, "PR"),
        ("Kribi", 9.95, 2.94, "CM"),
    ] {
        assert!(borders.place([country], Point::new(lon, lat)).km < 20.0, "{name} is not in {country}");
    }
    assert!(borders.country_at(Point::new(-91.0, -19.0)).is_none(), "the Pacific is nobody's");
    assert_eq!(borders.region_at(Point::new(-65.30, -23.2)).map(|r| r.code.as_str()), Some("AR-Y"));
}

#[test]
fn a_point_in_another_country_is_told_with_its_distance() {
    let placing = borders().place(["AR"], Point::new(-68.15, -16.5));
    assert_eq!(placing.nearest.as_deref(), Some("AR"));
    assert_eq!(placing.lies_in.as_deref(), Some("BO"));
    assert!((600.0..680.0).contains(&placing.km), "La Paz lies {} km from Argentina", placing.km);
    assert_eq!(borders().place(["QQ"], Point::new(0.0, 0.0)).nearest, None);
}

#[test]
fn disputed_places_are_named_on_both_sides_as_the_record_promises() {
    let names = CountryNames::embedded().expect("names");
    let expected = [
        "Falkland Islands (Malvinas)",
        "Islas Malvinas (Falkland Islands)",
        "Ilhas Malvinas (Falkland)",
        "福克兰群岛（马尔维纳斯群岛）",
    ];
    let drawing = Drawing::embedded(Detail::Coarse).expect("decodes");
    let label = drawing.labels.iter().find(|l| l.id == "FK").expect("a label for FK");
    for (lang, expected) in Lang::ALL.into_iter().zip(expected) {
        assert_eq!(names.name("FK", lang), Some(expected));
        assert_eq!(label.name.get(lang), expected);
    }
    let essequibo = drawing.labels.iter().find(|l| l.id == "essequibo").expect("a label for Essequibo");
    let said: Vec<&str> = Lang::ALL.into_iter().map(|lang| essequibo.name.get(lang)).collect();
    assert_eq!(said, ["Essequibo", "Esequibo", "Essequibo", "埃塞奎博"]);
}

#[test]
fn disputed_lines_are_drawn_apart_from_borders_both_in_force_and_claimed() {
    for detail in [Detail::Coarse, Detail::Fine] {
        let drawing = Drawing::embedded(detail).expect("decodes");
        let has = |kind: Dispute, west: f64, south: f64, east: f64, north: f64| {
            drawing
                .disputed
                .iter()
                .filter(|d| d.kind == kind)
                .flat_map(|d| &d.lines)
                .flat_map(|l| &l.0)
                .any(|c| (west..east).contains(&c.x) && (south..north).contains(&c.y))
        };
        assert!(has(Dispute::Boundary, -61.5, 5.0, -59.7, 8.6), "Guyana and Venezuela, in force, {detail:?}");
        assert!(
            has(Dispute::Claim, -58.9, 4.0, -58.1, 6.9),
            "Essequibo, the line along the river, {detail:?}"
        );
        assert!(
            has(Dispute::Boundary, -89.3, 15.8, -88.8, 17.9),
            "Belize and Guatemala, in force, {detail:?}"
        );
        assert!(has(Dispute::Claim, -89.2, 16.3, -88.2, 17.5), "Belize, the line of the claim, {detail:?}");
        assert!(has(Dispute::Claim, -58.5, 1.4, -57.4, 3.4), "the New River, {detail:?}");
        assert!(
            has(Dispute::Boundary, -73.7, -49.8, -73.0, -49.2),
            "the Southern Patagonian Ice Field, {detail:?}"
        );
        let middle = |c: &Coord<f64>| (-61.0..-60.0).contains(&c.x) && (6.0..8.0).contains(&c.y);
        assert!(
            !drawing.borders.iter().flat_map(|l| &l.0).any(middle),
            "a disputed line is also drawn as a border"
        );
    }
}

#[test]
fn names_stand_in_four_languages_where_they_differ() {
    let names = CountryNames::embedded().expect("names");
    assert!(names.iter().count() >= 249);
    assert!(names.iter().all(|(_, name)| name.zh.is_some()), "a country without a Chinese name");
    let told: Vec<_> = Lang::ALL.into_iter().filter_map(|lang| names.name("BR", lang)).collect();
    assert_eq!(told, ["Brazil", "Brasil", "Brasil", "巴西"]);
    let drawing = Drawing::embedded(Detail::Fine).expect("decodes");
    for water in ["pacific", "atlantic", "caribbean", "gulf"] {
        let label = drawing.labels.iter().find(|l| l.id == water).expect(water);
        assert_eq!(label.kind, LabelKind::Water);
        assert!(label.name.zh.is_some() && label.name.es.is_some() && label.name.pt.is_some(), "{water}");
    }
    for land in drawing.land.iter().filter(|l| l.covered) {
        let Some(code) = &land.code else { continue };
        assert!(
            drawing.labels.iter().any(|l| l.id == *code && l.kind == LabelKind::Country),
            "{code} has no label"
        );
    }
    assert!(
        drawing.towns.iter().any(|t| t.capital && t.country == "CU" && t.name.get(Lang::Es) == "La Habana")
    );
}

#[test]
fn every_object_decodes_and_its_coordinates_lie_on_the_globe() {
    for (file, bytes) in [("coarse", COARSE), ("fine", FINE)] {
        let topology = Topology::read(bytes).expect(file);
        let objects: Vec<String> = topology.objects().map(str::to_owned).collect();
        assert!(objects.len() >= 5);
        for object in objects {
            let features =
                topology.features::<IgnoredAny>(&object).unwrap_or_else(|e| panic!("{file} {object}: {e}"));
            assert!(!features.is_empty(), "{file} {object} is empty");
            for feature in features {
                let coordinates: Vec<Coord<f64>> = match &feature.shape {
                    Shape::Nothing => continue,
                    Shape::Point(p) => vec![p.0],
                    Shape::Lines(lines) => lines.iter().flat_map(|l| l.0.clone()).collect(),
                    Shape::Area(area) => area.iter().flat_map(|p| p.exterior().0.clone()).collect(),
                };
                assert!(!coordinates.is_empty(), "{file} {object} {:?}", feature.id);
                assert!(
                    coordinates.iter().all(|c| c.x.abs() <= 180.001 && c.y.abs() <= 90.001),
                    "{file} {object}"
                );
            }
        }
    }
}

#[test]
fn broken_topologies_are_refused_and_never_panic() {
    let with = |arcs: &str, geometry: &str| {
        let text = format!(
            r#"{{"type":"Topology","transform":{{"scale":[1,1],"translate":[0,0]}},"objects":{{"o":{geometry}}},"arcs":{arcs}}}"#
        );
        Topology::read(text.as_bytes()).and_then(|t| t.features::<IgnoredAny>("o").map(|f| f.len()))
    };
    let square = "[[[0,0],[1,0],[0,1],[-1,-1]],[[5,5],[1,1]]]";
    assert!(matches!(with(square, r#"{"type":"Polygon","arcs":[[0]]}"#), Ok(1)));
    assert!(matches!(with(square, r#"{"type":null}"#), Ok(1)));
    assert!(matches!(
        with(square, r#"{"type":"Polygon","arcs":[[7]]}"#),
        Err(TopologyError::Arc { arc: 7, count: 2 })
    ));
    assert!(matches!(with(square, r#"{"type":"Polygon","arcs":[[-9]]}"#), Err(TopologyError::Arc { .. })));
    assert!(matches!(with(square, r#"{"type":"Polygon","arcs":[[1]]}"#), Err(TopologyError::Ring)));
    assert!(matches!(with(square, r#"{"type":"Polygon","arcs":[]}"#), Err(TopologyError::Ring)));
    assert!(matches!(with(square, r#"{"type":"LineString","arcs":[0,1]}"#), Err(TopologyError::Gap(1))));
    assert!(matches!(with(square, r#"{"type":"LineString"}"#), Err(TopologyError::Missing(..))));
    assert!(matches!(with(square, r#"{"type":"Circle","arcs":[]}"#), Err(TopologyError::Type(_))));
    assert!(matches!(with("[[[0]]]", r#"{"type":null}"#), Err(TopologyError::Json(_))));
}

#[test]
fn the_files_stay_within_their_budget() {
    let sizes = [("coarse", COARSE, 35), ("fine", FINE, 200), ("names", NAMES, 8)];
    for (file, bytes, budget_kib) in sizes {
        let size = brotli_11(bytes);
        assert!(size <= budget_kib * 1024, "{file} takes {size} bytes in brotli, more than {budget_kib} KiB");
    }
}
