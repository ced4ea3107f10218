//! The page's files: small, whole in every encoding, and named by what they hold.

use std::io::Read;

use huella::assets::{ASSETS, Asset, by_logical, by_name};

fn asset(logical: &str) -> &'static Asset {
    by_logical(logical).unwrap_or_else(|| panic!("{logical} is embedded"))
}

#[test]
fn script_and_style_stay_within_their_budgets() {
    // Kilobytes as they travel: Leaflet alone takes 37 of the script's.
    for (logical, budget) in [
        ("page.js", 62_000),
        ("article.js", 6_000),
        ("minimap.js", 6_000),
        ("page.css", 12_300),
        ("text.css", 4_000),
        ("base-coarse.json", 40_000),
    ] {
        let size = asset(logical).br.len();
        assert!(size <= budget, "{logical} is {size} bytes in brotli, more than {budget}");
    }
}

#[test]
fn every_encoding_holds_the_same_bytes() {
    for Asset { name, identity, br, gz, .. } in ASSETS {
        let mut plain = Vec::new();
        brotli::Decompressor::new(*br, 4096).read_to_end(&mut plain).unwrap();
        assert_eq!(&plain, identity, "{name}.br");
        plain.clear();
        flate2::read::GzDecoder::new(*gz).read_to_end(&mut plain).unwrap();
        assert_eq!(&plain, identity, "{name}.gz");
    }
}

#[test]
fn a_hashed_name_finds_its_file_and_nothing_else_does() {
    for asset in ASSETS {
        assert_eq!(by_name(asset.name).map(|found| found.logical), Some(asset.logical));
        let (stem, extension) = asset.logical.rsplit_once('.').unwrap();
        let hash = asset
            .name
            .strip_prefix(&format!("{stem}-"))
            .and_then(|rest| rest.strip_suffix(&format!(".{extension}")));
        assert!(
            hash.is_some_and(|hash| hash.len() == 8 && hash.bytes().all(|b| b.is_ascii_hexdigit())),
            "{}",
            asset.name
        );
    }
    assert!(by_name("page.js").is_none());
}

#[test]
fn the_style_takes_the_hues_of_the_families_from_the_record() {
    let style = std::str::from_utf8(asset("page.css").identity).unwrap();
    let layers: serde_json::Value = serde_json::from_str(include_str!("../geodata/layers.json")).unwrap();
    for family in layers["families"].as_array().unwrap() {
        let hue = format!(
            "--{}: {}",
            family["id"].as_str().unwrap(),
            family["colour"]["light"].as_str().unwrap().to_lowercase()
        );
        assert!(style.contains(&hue), "{hue}");
    }
}

#[test]
fn the_page_names_no_other_host_that_it_would_ask() {
    // A link that a reader may follow is not a request; addresses in fetch, url() and imports would be.
    let style = std::str::from_utf8(asset("page.css").identity).unwrap();
    assert!(!style.contains("url(") && !style.contains("@import"));
    let script = std::str::from_utf8(asset("page.js").identity).unwrap();
    for scheme in ["fetch(\"http", "fetch('http", "wss://", "import(\"http"] {
        assert!(!script.contains(scheme), "{scheme}");
    }
}
