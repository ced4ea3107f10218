//! In which order a site is brought to its place. A reader looks at every state on the way
//! ([`super::memory`]).

use super::memory::Memory;
use super::{IMMUTABLE, Sites, carried};

#[test]
fn assets_come_first_then_data_then_pages_then_removals_and_the_manifest_last() {
    let sites = Sites::new("order");
    let place = Memory::with(&["notes.txt"]);
    carried(&sites.folder(0), &place, false).expect("published");
    place.changes();
    carried(&sites.folder(1), &place, false).expect("published");
    let expected = [
        "put assets/app-2.js",
        "put data/new.json",
        "put data/changed.json",
        "put project/new/index.html",
        "put project/changed/index.html",
        "put index.html",
        "remove project/gone/index.html",
        "remove data/gone.json",
        "remove assets/app-1.js",
        "put huella-export.json",
    ];
    assert_eq!(place.changes(), expected);
    carried(&sites.folder(1), &place, false).expect("published");
    assert!(place.changes().is_empty(), "a second time there is nothing to do");
    let there = place.objects();
    assert_eq!(&*there["notes.txt"].body, b"mine");
    assert!(there.keys().all(|path| !path.starts_with(".huella-publish")), "no note is left");
    let (asset, page) = (&there["assets/app-2.js"], &there["index.html"]);
    assert_eq!((&*asset.cache, &*page.cache), (IMMUTABLE, "no-cache"));
    assert_eq!(page.media_type, "text/html; charset=utf-8");
}

#[test]
fn what_is_kept_for_open_pages_stays_ours_and_goes_with_a_later_run() {
    let sites = Sites::new("keep");
    let place = Memory::with(&[]);
    carried(&sites.folder(0), &place, false).expect("published");
    carried(&sites.folder(1), &place, true).expect("published");
    assert!(place.objects().contains_key("assets/app-1.js"));
    place.changes();
    carried(&sites.folder(1), &place, true).expect("published");
    assert!(place.changes().is_empty());
    carried(&sites.folder(1), &place, false).expect("published");
    assert!(!place.objects().contains_key("assets/app-1.js"));
    let alone = Memory::with(&[]);
    carried(&sites.folder(1), &alone, false).expect("published");
    assert_eq!(place.objects(), alone.objects());
}

#[test]
fn what_somebody_removed_or_cut_short_is_put_again() {
    let sites = Sites::new("mended");
    let place = Memory::with(&[]);
    carried(&sites.folder(0), &place, false).expect("published");
    let whole = place.objects();
    place.spoil("data/changed.json", Some(b"["));
    place.spoil("project/same/index.html", None);
    place.changes();
    carried(&sites.folder(0), &place, false).expect("published");
    let put = ["put data/changed.json", "put project/same/index.html", "put huella-export.json"];
    assert_eq!(place.changes(), put);
    assert_eq!(place.objects(), whole);
}

#[test]
fn an_object_of_somebody_else_in_the_way_is_told_before_anything_is_touched() {
    let sites = Sites::new("in-the-way");
    let place = Memory::with(&["data/same.geojson"]);
    let no = carried(&sites.folder(0), &place, false).expect_err("not ours").to_string();
    assert!(no.starts_with("data/same.geojson is there and was not published by this program"), "{no}");
    assert!(place.changes().is_empty() && place.objects().len() == 1);
}
