//! What the interface says, in four languages.
//!
//! One table a language, as a constant: a word that a language lacks does not compile. What the
//! record says (names, labels of the vocabulary) stands in the record and not here.

mod en;
mod es;
mod pt;
mod zh;

pub mod amount;
pub mod date;
pub mod edition;
pub mod number;

use crate::atlas::Lang;

/// Declares a table, and lists it for tests.
macro_rules! words {
    ($(#[$about:meta])* $table:ident: $($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy)]
        pub struct $table {
            $($(#[$doc])* pub $name: &'static str,)+
        }

        impl $table {
            /// Each word with its name, in the order of the table.
            pub fn entries(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name)),+]
            }
        }
    };
}

/// Declares a small table with its words beside each other: English, Spanish, Portuguese, Chinese.
macro_rules! word_rows {
    ($(#[$about:meta])* $table:ident:
        $($(#[$doc:meta])* $name:ident: $en:literal, $es:literal, $pt:literal, $zh:literal;)+) => {
        words! { $(#[$about])* $table: $($(#[$doc])* $name),+ }

        static ALL: [$table; 4] = [
            $table { $($name: $en,)+ },
            $table { $($name: $es,)+ },
            $table { $($name: $pt,)+ },
            $table { $($name: $zh,)+ },
        ];

        /// The words of a language.
        pub fn of(lang: Lang) -> &'static $table {
            &ALL[Lang::ALL.iter().position(|each| *each == lang).unwrap_or_default()]
        }
    };
}

// After the macros, which they use.
pub mod copy;
pub mod data;
pub mod embed;
pub mod find;
pub mod query;
pub mod tables;

words! {
    /// Every word of the interface. `{n}` and the like are filled in by [`fill`].
    Words:
    /// Beside the name of the atlas.
    tagline,
    /// Navigation.
    nav_label,
    /// Navigation: the map page.
    map,
    /// Navigation: the data page.
    data,
    /// Navigation: the about page.
    about,
    /// Name of the list of languages.
    languages,
    /// First link of the map page.
    skip_to_list,
    /// First link of every other page.
    skip_to_text,
    /// Name of the list.
    list_label,
    /// Name and placeholder of the search field.
    find,
    /// Before the day as of which the atlas is shown.
    as_stood,
    /// Shows the atlas as of the day that stands beside it.
    show_day,
    /// From when a date known only by its year counts.
    year_dates,
    /// The list is empty.
    no_match,
    /// Name of the group of layers.
    layers,
    /// Name of the group of the operator's own layers.
    other_layers,
    /// After the number 1.
    project_one,
    /// After any other number.
    project_other,
    /// Before the number of entries that are not projects.
    and,
    /// `#` is the number.
    entry_one,
    /// `#` is the number.
    entry_other,
    /// Order of the list.
    sort_event,
    /// Title of the tray.
    tray,
    /// Why there is a tray.
    tray_note,
    /// Said in place of the map without a script.
    map_needs_script,
    /// Name of the map region.
    map_label,
    /// Name of the legend.
    legend,
    /// Legend: marks of status.
    status,
    /// Legend: marks of precision.
    place,
    /// `{date}` of the edition.
    data_of,
    /// Name of the record region.
    record_label,
    /// Closes the record.
    close,
    /// An entry that is a decision.
    decision,
    /// What that means.
    decision_note,
    /// An entry that is an allegation.
    allegation,
    /// What that means.
    allegation_note,
    /// Before the date since which a status stands.
    since,
    /// Under the date of the last event.
    last_event,
    /// `{n}` sites.
    sites_other,
    /// `{precision}` in small letters.
    place_precision,
    /// Ribbon: `{status}` `{date}`.
    ribbon_step,
    /// Before the ribbon's steps.
    ribbon_label,
    /// Section.
    figures,
    /// Section.
    timeline,
    /// Section.
    said,
    /// Section.
    places,
    /// Section.
    who,
    /// The same in a row of links.
    who_short,
    /// Section.
    silence,
    /// Section.
    sources,
    /// Name of the row of links to the sections.
    jump,
    /// `{n}` figures of one measure.
    figures_other,
    /// `{n}` more statements.
    more_claims,
    /// Statements are paraphrases.
    paraphrase,
    /// `{date}` from which a site belongs to the project.
    site_from,
    /// `{date}` until which a site belongs to the project.
    site_until,
    /// Before how a place was found.
    located_by,
    /// North, beside degrees.
    north,
    /// South, beside degrees.
    south,
    /// East, beside degrees.
    east,
    /// West, beside degrees.
    west,
    /// `{date}` of the last event.
    silence_after,
    /// All of the record comes from one source.
    silence_single,
    /// `{n}` of `{m}` sites known by their town.
    silence_towns,
    /// The one site is known by its town.
    silence_town,
    /// `{n}` of `{m}` sites known by their region.
    silence_regions,
    /// The one site is known by its region.
    silence_region,
    /// `{n}` of `{m}` sites known by their country.
    silence_countries,
    /// The one site is known by its country.
    silence_country,
    /// Lines are schematic.
    silence_lines,
    /// No site carries a date.
    silence_sites_today,
    /// No figure is on record.
    silence_figures,
    /// No statement is on record.
    silence_claims,
    /// An event is dated by its year.
    silence_years,
    /// Parts stand in English only.
    silence_language,
    /// Name of a source number: `{n}`.
    source,
    /// Where an archived copy exists.
    archived,
    /// `{date}` since which a page is gone.
    gone,
    /// A source without a date.
    undated,
    /// Leads to the map with this project chosen.
    open_on_map,
    /// Leads to the article.
    open_article,
    /// Downloads.
    download,
    /// Leads to the operator.
    report,
    /// Title of the contents.
    on_this_page,
    /// Title of the downloads.
    take,
    /// The record as JSON.
    full_record,
    /// The sites as GeoJSON.
    its_sites,
    /// Title of the citation.
    cite,
    /// Title of related projects.
    related,
    /// Title above the way to report an error.
    wrong,
    /// How errors are mended.
    wrong_note,
    /// Foot of a page: `{licence}`.
    licensed,
    /// An address that leads nowhere.
    no_page,
    /// A project that does not exist.
    no_project,
    /// Before the nearest names.
    nearest,
    /// Leads back to the map.
    to_map,
    /// Closes the record that stands in the place of the list.
    to_list,
    /// A request the program could not answer.
    no_answer,
    /// A withdrawn record: `{date}`.
    withdrawn,
    /// Surveillance, short.
    layer_surveillance,
    /// Identity, short.
    layer_identity,
    /// Telecom, short.
    layer_telecom,
    /// Data centres, short.
    layer_data_centres,
    /// Space, short.
    layer_space,
    /// Lithium, short.
    layer_lithium,
    /// Solar, short.
    layer_solar,
    /// Wind, short.
    layer_wind,
    /// Hydro, short.
    layer_hydro,
    /// Nuclear, short.
    layer_nuclear,
    /// Grids, short.
    layer_grid,
    /// Transport, short.
    layer_transport,
    /// The data page's second line.
    data_lede,
    /// Column: a layer.
    data_layer,
    /// Column: number of sites.
    data_sites,
    /// Column: the file.
    data_file,
    /// The file of all sites.
    data_all_sites,
    /// The file of one point a project.
    data_all_projects,
    /// Title of the one-liners.
    data_lines,
    /// Leads to the rules of counting.
    data_count,
    /// What can be asked in parts.
    data_service,
    /// A download: the card of a project.
    picture,
    /// Picture of the map in words: `{what}` it shows, `{date}`.
    picture_alt,
    /// Foot of a picture of an earlier day: `{date}`.
    picture_as_of,
    /// Foot of a picture: where the base map comes from, `{sources}`.
    picture_base,
    /// Navigation: the stories.
    stories,
    /// Second line of the list of stories.
    stories_lede,
    /// Above the title of a story.
    story,
    /// Size of a story: `{n}` stops, `{m}` sources.
    story_counts,
    /// The story is shown in another `{language}`.
    story_untold,
    /// Name of the list of stops.
    story_stops,
    /// A stop by its number `{n}`, within a sentence.
    story_stop,
    /// Before the number of a stop, where only heard.
    story_stop_word,
    /// The day of a map: `{date}`.
    story_as_of,
    /// Leads to the map page with the view of a stop.
    story_open_view,
    /// Before the records that a stop tells of.
    story_records,
    /// Title of the list of other stories.
    story_more,
    /// Name of the map beside a story.
    story_map,
    /// Leads to the stop before.
    story_back,
    /// Leads to the next stop.
    story_next,
    /// Which stop of how many: `{n}`, `{m}`.
    story_of,
    /// How many stops there are, `{n}`, before the first is reached.
    story_all,
    /// Before the stories that tell of a record.
    told_in,
}

pub mod guide;

/// The words of a language.
pub fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &en::WORDS,
        Lang::Es => &es::WORDS,
        Lang::Pt => &pt::WORDS,
        Lang::Zh => &zh::WORDS,
    }
}

/// Fills `{name}` with values.
pub fn fill(word: &str, values: &[(&str, &str)]) -> String {
    let mut text = word.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

impl Words {
    /// The short name of a layer; none for a layer this program has no short name for.
    pub fn layer(&self, id: &str) -> Option<&'static str> {
        Some(match id {
            "surveillance" => self.layer_surveillance,
            "identity" => self.layer_identity,
            "telecom" => self.layer_telecom,
            "data-centres" => self.layer_data_centres,
            "space" => self.layer_space,
            "lithium" => self.layer_lithium,
            "solar" => self.layer_solar,
            "wind" => self.layer_wind,
            "hydro" => self.layer_hydro,
            "nuclear" => self.layer_nuclear,
            "grid" => self.layer_grid,
            "transport" => self.layer_transport,
            _ => return None,
        })
    }
}
