//! A story is written in what its page can lay out: paragraphs, lists, emphasis, links and footnotes.

use crate::atlas::story::{Spot, Story};

/// How lines begin that are other Markdown.
const OTHER: [(&str, &str); 9] = [
    ("# ", "a heading of the first level"),
    ("###", "a heading below the second level"),
    ("![", "a picture"),
    (">", "a quotation"),
    ("|", "a table"),
    ("```", "code"),
    ("* ", "a list marked by stars"),
    ("+ ", "a list marked by plus signs"),
    ("<", "HTML"),
];

/// Refuses what would stand on the page as it is written.
pub fn prose(text: &str, story: &Story, refuse: &mut impl FnMut(Spot, String, &str)) {
    let views: Vec<usize> = story.stops.iter().filter_map(|stop| stop.view).map(|view| view.line).collect();
    let numbered = (1..).zip(text.lines());
    // The front matter ends at the second line of three hyphens.
    let ends = numbered.clone().filter(|(_, line)| line.trim_end() == "---").nth(1).map_or(0, |(n, _)| n);
    for (line, text) in numbered.filter(|(n, _)| *n > ends && !views.contains(n)) {
        let indent = text.len() - text.trim_start().len();
        let spot = Spot { text, line, column: indent + 1 };
        if text.trim_start().starts_with("<!-- map:") {
            let remedy = "write it in one line, right below the heading of its stop";
            refuse(spot, "this view belongs to no stop".to_owned(), remedy);
        } else if let Some((_, what)) = OTHER.iter().find(|(mark, _)| text.trim_start().starts_with(mark)) {
            let remedy = "write paragraphs, lists (`- `), *emphasis*, links and footnotes";
            refuse(spot, format!("a story cannot show {what}"), remedy);
        }
    }
}
