//! Text and JSON say the same: a filter that goes through both is the filter it was.

use huella::query::cql2::Language;
use huella::query::{Query, Resource};
use proptest::prelude::*;

use super::expressions::filter;
use crate::cities;

proptest! {
    #[test]
    fn a_filter_goes_from_json_to_text_and_back(filter in filter()) {
        let tree = Language::Json.read(&filter.to_string()).expect("a filter");
        let text = Language::Text.write(&tree);
        let again = Language::Text.read(&text);
        prop_assert!(again.is_ok(), "{text}: {again:?}");
        let again = again.expect("a filter");
        prop_assert_eq!(&again, &tree, "{}", text);
        prop_assert_eq!(Language::Text.write(&again), text);
        prop_assert_eq!(Language::Json.read(&Language::Json.write(&again)).expect("a filter"), tree);
    }

    #[test]
    fn a_link_keeps_the_filter_in_its_language(filter in filter(), json in any::<bool>()) {
        let language = if json { Language::Json } else { Language::Text };
        let tree = Language::Json.read(&filter.to_string()).expect("a filter");
        let written: String = form_urlencoded::Serializer::new(String::new())
            .append_pair("filter", &language.write(&tree))
            .append_pair("filter-lang", language.name())
            .append_pair("word", "w 3")
            .finish();
        let schema = &cities::shared().schema;
        let read = |text: &str| Query::read(Resource::Items, Some(text), Some(cities::shared()));
        let query = read(&written).expect("a request");
        prop_assert_eq!(read(&query.write(schema)).expect("a request"), query);
    }
}
