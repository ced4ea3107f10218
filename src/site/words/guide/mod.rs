//! The words of the pages around the record: organisations, countries, corrections, credits, statements.

mod en;
mod es;
mod pt;
mod zh;

use crate::atlas::Lang;

words! {
    /// Words of the pages around the record, filled in like [`super::Words`].
    Guide:
    /// What an organisation's page is about.
    organisation,
    /// Index: everyone who takes part.
    organisations,
    /// What the index holds: `{n}` organisations.
    organisations_lede,
    /// An organisation in one sentence: `{name}`, `{kind}`, `{country}`, in `{what}`.
    organisation_told,
    /// The same for one that takes part in nothing itself.
    organisation_quiet,
    /// On the page of one that takes part in nothing itself.
    no_part,
    /// An organisation that does not exist.
    no_organisation,
    /// Under the name of the country of its seat.
    seat,
    /// Under a number of projects.
    on_record,
    /// Under the number 1.
    site_one,
    /// Under any other number of sites.
    site_other,
    /// Under the kind of an organisation.
    kind,
    /// Before the organisation that controls it.
    parent,
    /// Section: organisations it controls.
    children,
    /// What a country's page is about.
    country,
    /// Index: the states of the region.
    countries,
    /// What the index holds: `{n}` of `{m}` states.
    countries_lede,
    /// A country in one sentence: `{name}`, `{what}`.
    country_told,
    /// The same for a country without an entry.
    country_bare,
    /// A country that has no page.
    no_country,
    /// Section of a country: organisations from there.
    seated,
    /// `{n}` of `{m}` states without an entry.
    absent,
    /// Counts.
    by_country,
    /// Counts.
    by_status,
    /// Leads to the map, filtered.
    show_on_map,
    /// Section: gaps.
    missing,
    /// `{n}` of `{m}` sites.
    gap_placed,
    /// `{n}` of `{m}` entries since `{date}`.
    gap_quiet,
    /// `{n}` of `{m}` entries.
    gap_unanswered,
    /// `{n}` of `{m}` entries.
    gap_single,
    /// Column: entries.
    projects,
    /// Column.
    placed,
    /// Column.
    quiet,
    /// Column.
    unanswered,
    /// Column.
    single,
    /// What the columns mean; `{date}`.
    gaps_note,
    /// Section of the about page: who makes the atlas.
    behind,
    /// `{publisher}`.
    published_by,
    /// Page: what was wrong.
    corrections,
    /// What the page holds.
    corrections_lede,
    /// No correction yet.
    corrections_none,
    /// Name of the feed of corrections.
    corrections_feed,
    /// Before what stood there.
    was,
    /// Before what stands there now.
    now,
    /// Section: withdrawn records.
    withdrawals,
    /// No record was withdrawn.
    withdrawals_none,
    /// Asks for reports of errors, where there is somewhere to send them.
    mend,
    /// When a value is removed.
    mend_rule,
    /// Name of the feed of changed records.
    changes,
    /// Page: what others made.
    credits,
    /// What the page holds.
    credits_lede,
    /// Section.
    credits_data,
    /// Section.
    credits_software,
    /// What is listed: `{n}` packages.
    credits_software_note,
    /// Column: what it is.
    credits_what,
    /// Column: what it is for.
    credits_for,
    /// Column.
    credits_licence,
    /// GeoNames.
    for_towns,
    /// Natural Earth.
    for_borders,
    /// Unicode CLDR.
    for_names,
    /// Global Energy Monitor, WRI.
    for_plants,
    /// Wikipedia.
    for_places,
    /// Who is credited for positions: `{names}`.
    positions_from,
    /// EPSG.
    for_systems,
    /// What somebody else's styles are for.
    for_citations,
    /// Fonts.
    for_letters,
    /// A licence.
    public_domain,
    /// Page: what is known of readers.
    privacy,
    /// That page in one sentence.
    privacy_told,
    /// Page: how far everyone can use it.
    accessibility,
    /// That page in one sentence.
    accessibility_told,
    /// The about page in one sentence.
    about_told,
    /// The data set in a sentence: `{projects}`, `{sites}`, `{events}`, `{sources}`.
    dataset_told,
    /// Name of the links at the foot.
    pages,
}

/// The words of a language.
pub fn of(lang: Lang) -> &'static Guide {
    match lang {
        Lang::En => &en::WORDS,
        Lang::Es => &es::WORDS,
        Lang::Pt => &pt::WORDS,
        Lang::Zh => &zh::WORDS,
    }
}
