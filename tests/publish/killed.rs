//! A run may end at any moment, and the next one completes it, whichever site that brings.

use super::memory::Memory;
use super::{Sites, carried};

#[test]
fn cut_off_at_any_change_the_next_run_ends_where_an_undisturbed_one_does() {
    let sites = Sites::new("cut-off");
    let (mut ways, mut moments) = (0, 0);
    for (from, to, then) in [(0, 1, 1), (0, 1, 0), (0, 1, 2), (1, 2, 0), (2, 0, 1)] {
        let start = Memory::with(&["notes.txt", "project/mine/index.html"]);
        carried(&sites.folder(from), &start, false).expect("published");
        let wanted = start.copy();
        carried(&sites.folder(then), &wanted, false).expect("published");
        for unheard in [false, true] {
            for moment in 0.. {
                let place = start.copy();
                place.cut_off_after(Some(moment), unheard);
                if carried(&sites.folder(to), &place, false).is_ok() {
                    break;
                }
                moments += 1;
                // The run after that may be cut off, too.
                for again in (0..).step_by(3) {
                    let place = place.copy();
                    place.cut_off_after(Some(again), unheard);
                    let done = carried(&sites.folder(then), &place, false).is_ok();
                    place.cut_off_after(None, false);
                    carried(&sites.folder(then), &place, false).expect("published");
                    let why = format!("{from} → {to} cut off after {moment}, {then} after {again}");
                    assert!(place.objects() == wanted.objects(), "{why}");
                    ways += 1;
                    if done {
                        break;
                    }
                }
            }
        }
    }
    assert!(moments > 150 && ways > 800, "{moments} moments, {ways} ways");
}

#[test]
fn what_a_cut_off_run_has_put_is_not_put_again() {
    let sites = Sites::new("not-again");
    let place = Memory::with(&[]);
    // Note, two assets, note, note, three files of data: there it ends.
    place.cut_off_after(Some(8), false);
    carried(&sites.folder(0), &place, false).expect_err("cut off");
    assert_eq!(place.changes().len(), 5);
    place.cut_off_after(None, false);
    carried(&sites.folder(0), &place, false).expect("published");
    let again = place.changes();
    assert!(again.iter().all(|change| !change.contains("assets/")), "{again:?}");
    assert!(again.contains(&"put data/same.geojson".to_owned()), "it is not certain of these: {again:?}");
}
