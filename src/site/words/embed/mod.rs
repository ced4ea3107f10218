//! What frames in other pages say, and the page on which they are made.

mod en;
mod es;
mod pt;
mod zh;

use crate::atlas::Lang;

words! {
    /// Every word of frames and of their builder.
    EmbedWords:
    /// Leads from a card to the record in the atlas.
    open_in_atlas,
    /// One source.
    source_one,
    /// Several sources.
    source_other,
    /// A sentence: `{standing}` in `{countries}`.
    standing,
    /// A sentence: `{label}`, `{amount}`.
    figure,
    /// Figures of several accounts: the least `{a}`, the most `{b}`.
    figure_range,
    /// Turns the map into the list.
    show_list,
    /// Turns the list into the map.
    show_map,
    /// One finger was moved over the map.
    two_fingers,
    /// The wheel was turned over the map.
    with_key,
    /// The project asked for is not in the record: `{id}`.
    no_project,
    /// The story or the stop asked for does not exist: `{id}`.
    no_story,
    /// Options that could not be read: `{values}`.
    dropped,
    /// The title was too long: `{n}` characters are kept.
    cut,
    /// The edition asked for does not exist: `{edition}`; shown is that of `{date}`.
    no_edition,
    /// A pinned frame, and a newer edition: data of `{date}`.
    newer,
    /// A pinned frame, and a correction of what it shows: data of `{date}`, corrected on `{day}`.
    corrected,
    /// A project in hand that had not begun on the day asked for: `{date}`.
    not_begun,
    /// Stands for a picture that follows the record: `{what}`.
    map_of,
    /// What happened, and why: `{what}`, `{reason}`.
    for_reason,
    /// A pinned frame, and what is to be said of the record as it is now: data of `{date}`, `{what}`.
    data_and,
    /// Leads to the same view of the map, which is called `{name}`.
    map_named,
    /// One statement of several in a line: `{what}`.
    sentence,
    /// Leads to the builder.
    embed,
    /// Title of the builder.
    heading,
    /// What a snippet is.
    lede,
    /// Group: what is shown.
    what,
    /// The view of the map that one came from.
    what_view,
    /// One project.
    what_project,
    /// One country.
    what_country,
    /// One story.
    what_story,
    /// Group: how it looks.
    looks,
    /// The title line.
    title,
    /// What an empty title does.
    title_note,
    /// The language of the frame.
    language,
    /// Light or dark.
    theme,
    /// As the device of the reader has it.
    theme_reader,
    /// Light colours.
    theme_light,
    /// Dark colours.
    theme_dark,
    /// The height of the frame.
    height,
    /// Without buttons on the map.
    no_controls,
    /// Begins with the list.
    as_list,
    /// The map without title and key.
    plain,
    /// A picture that cannot be moved.
    still,
    /// Group: which data.
    edition,
    /// Keeps the edition: `{date}`.
    pinned,
    /// Follows the record.
    latest,
    /// Sends the form.
    show,
    /// Title of the preview.
    preview,
    /// A width: `{n}`.
    pixels,
    /// Copies a snippet.
    copy,
    /// It was copied.
    copied,
    /// Title of the first snippet.
    frame,
    /// When to take it.
    frame_note,
    /// Title of the second snippet.
    picture,
    /// When to take it.
    picture_note,
    /// Title of the third snippet.
    address,
    /// When to take it.
    address_note,
    /// The sentence that stands for the picture.
    alternative,
}

/// The words of a language.
pub fn of(lang: Lang) -> &'static EmbedWords {
    match lang {
        Lang::En => &en::WORDS,
        Lang::Es => &es::WORDS,
        Lang::Pt => &pt::WORDS,
        Lang::Zh => &zh::WORDS,
    }
}
