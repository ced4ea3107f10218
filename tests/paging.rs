//! Paging never lies: following `next` gives every match once, in one order, whatever was asked.

use huella::collection::Collection;
use huella::query::{Query, Resource, page, select};
use proptest::prelude::*;

use crate::cities;
use crate::service::{follow, ids, json, links};

/// A request without page, of any parts.
pub fn asked() -> impl Strategy<Value = String> {
    let bbox = prop_oneof![
        Just(String::new()),
        (-180i32..180, -90i32..90, -180i32..180, 0i32..60)
            .prop_map(|(w, s, e, h)| format!("bbox={w},{s},{e},{}", (s + h).min(90)))
    ];
    let time = prop_oneof![
        Just(""),
        Just("datetime=2010-01-01/.."),
        Just("datetime=../2005-06-30"),
        Just("datetime=2012-05-05")
    ];
    let filter = prop_oneof![
        Just(""),
        Just("word=w+3"),
        Just("value=7"),
        Just("big=true"),
        Just("big=false&word=w+1"),
        Just("word=none")
    ];
    let sort = prop_oneof![
        Just(""),
        Just("sortby=word"),
        Just("sortby=-value"),
        Just("sortby=-day,share"),
        Just("sortby=big,-word")
    ];
    let properties = prop_oneof![Just(""), Just("properties=word,tags")];
    (bbox, time, filter, sort, properties).prop_map(|(b, t, f, s, p)| {
        [b.as_str(), t, f, s, p].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("&")
    })
}

fn read(text: &str, collection: &Collection) -> Query {
    Query::read(Resource::Items, Some(text), Some(collection)).expect("a request")
}

proptest! {
    #[test]
    fn following_next_gives_the_full_set_once(asked in asked(), limit in 1usize..400) {
        let collection = cities::shared();
        let whole = select(collection, &Query { limit: 10_000, ..read(&asked, collection) });
        prop_assert_eq!(whole.matched, whole.rows.len());
        let mut query = Some(Query { limit, ..read(&asked, collection) });
        let mut rows = Vec::new();
        while let Some(now) = query {
            let found = select(collection, &now);
            prop_assert_eq!(found.matched, whole.matched);
            prop_assert!(!found.rows.is_empty() || whole.matched == 0, "next only where there is more");
            rows.extend(found.rows);
            // The next page is read from its address, as a client does.
            let next = page::next(&now, found.matched);
            let next = next.map(|offset| Query { offset, ..now.clone() });
            query = next.map(|next| read(&next.write(&collection.schema), collection));
        }
        prop_assert_eq!(rows, whole.rows);
    }

    #[test]
    fn going_back_from_a_page_gives_the_page_before(asked in asked(), limit in 1usize..300, pages in 1usize..8) {
        let collection = cities::shared();
        let first = Query { limit, ..read(&asked, collection) };
        let here = Query { offset: limit * pages, ..first.clone() };
        let matched = select(collection, &here).matched;
        let offset = page::previous(&here, matched).expect("not the first page");
        let before = Query { offset, ..here.clone() };
        prop_assert!(before.offset < here.offset);
        prop_assert!(page::previous(&first, matched).is_none());
        if matched >= here.offset {
            prop_assert_eq!(before.offset, limit * (pages - 1));
        }
    }

    #[test]
    fn a_request_is_written_as_it_was_understood(asked in asked()) {
        let collection = cities::shared();
        let query = read(&asked, collection);
        prop_assert_eq!(&read(&query.write(&collection.schema), collection), &query);
    }
}

#[test]
fn links_of_a_real_answer_lead_through_all_of_it() {
    for (limit, query) in [
        (37, ""),
        (20, "&sortby=-first_event"),
        (10, "&status=operating&properties=name"),
        (9, "&bbox=-80,-30,-60,5"),
    ] {
        let whole = ids(&json(&format!("/collections/sites/items?limit=1000{query}")));
        let mut page = json(&format!("/collections/sites/items?limit={limit}{query}"));
        let mut found = ids(&page);
        while let Some(next) = links(&page, "next").first() {
            page = follow(next["href"].as_str().expect("an address")).json();
            assert!(!ids(&page).is_empty());
            found.extend(ids(&page));
        }
        assert_eq!(found, whole, "{query}");
    }
}
