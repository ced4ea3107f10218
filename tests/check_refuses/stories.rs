//! Stories: what they cite, what their stops show, how they are written, and that all tellings agree.

use std::sync::LazyLock;

use huella::atlas::{Fault, RecordFiles};

use super::checked;

const ENGLISH: &str = "stories/safe-like-china.en.md";
const SPANISH: &str = "stories/safe-like-china.es.md";
/// The view of the first stop.
const VIEW: &str = "sel=jujuy-seguro&map=8/-24.0/-65.5&on=2019-07-05";

/// The stories with the projects that they show; all others would only take time.
static RECORD: LazyLock<RecordFiles> = LazyLock::new(|| {
    let all = RecordFiles::embedded();
    let stories: Vec<&str> = all.below("stories").map(|(_, text)| text).collect();
    let shown = |path: &str| {
        let id = path.trim_start_matches("projects/").trim_end_matches(".geojson");
        let sel = format!("sel={id}&");
        !path.starts_with("projects/") || stories.iter().any(|text| text.contains(&sel))
    };
    let mut files = RecordFiles::default();
    all.iter().filter(|(path, _)| shown(path)).for_each(|(path, text)| files.put(path, text));
    files
});

/// The faults of the stories; projects that are left out leave sources that nobody cites.
fn faults_of(files: &RecordFiles) -> Vec<Fault> {
    let of_stories = |fault: &Fault| fault.file.starts_with("stories/");
    checked(files).faults.into_iter().filter(of_stories).collect()
}

/// One change of a file is refused for these reasons and no other, the first at a line that holds `line`.
fn refused(file: &str, (from, to): (&str, &str), reasons: &[&str], line: &str) {
    let mut files = RECORD.clone();
    let text = files.get(file).expect("the story");
    assert!(text.contains(from), "{from} stands in {file}");
    let changed = text.replacen(from, to, 1);
    files.put(file, changed);
    let faults = faults_of(&files);
    assert_eq!(faults.len(), reasons.len(), "`{to}` gives {faults:#?}");
    for reason in reasons {
        assert!(faults.iter().any(|f| f.reason.contains(reason)), "{faults:#?} do not say `{reason}`");
    }
    let first = faults.iter().find(|fault| fault.reason.contains(reasons[0])).expect("the fault");
    let there = files.get(&first.file).expect("the file").lines().nth(first.line.expect("a line") - 1);
    assert!(there.is_some_and(|there| there.contains(line)), "{first:#?} points at {there:?}");
}

/// The same change in both tellings, so that they agree; one fault in each.
fn refused_in_both(view: &str, reason: &str) {
    let mut files = RECORD.clone();
    for file in [ENGLISH, SPANISH] {
        let text = files.get(file).expect("the story").replacen(VIEW, view, 1);
        files.put(file, text);
    }
    let faults = faults_of(&files);
    assert_eq!(faults.len(), 2, "`{view}` gives {faults:#?}");
    for fault in &faults {
        assert!(fault.reason.contains(reason), "{fault:#?} does not say `{reason}`");
        let line = files.get(&fault.file).expect("the file").lines().nth(fault.line.expect("a line") - 1);
        assert!(line.is_some_and(|line| line.contains(view)), "{fault:#?} points at {line:?}");
    }
}

#[test]
fn a_stop_that_shows_what_is_not_there_is_refused() {
    let on = "map=8/-24.0/-65.5";
    for (view, reason) in [
        (format!("sel=jujuy-segur&{on}"), "no project or site `jujuy-segur`"),
        (format!("sel=jujuy-seguro.nowhere&{on}"), "no project or site `jujuy-seguro.nowhere`"),
        (format!("layer=surveilance&{on}"), "no layer `surveilance`"),
        (format!("status=operating,dreamt&{on}"), "no status `dreamt`"),
        (format!("country=AR,XX&{on}"), "no country `XX`"),
        (format!("precision=nearly&{on}"), "no precision `nearly`"),
        (format!("actor=zte:vendor,nobody&{on}"), "no organisation `nobody`"),
        (format!("actor=zte:seller&{on}"), "no role `seller`"),
        (format!("year=2019&{on}"), "no span of years"),
        (format!("year=2020..2019&{on}"), "no span of years"),
        (format!("zoom=8&{on}"), "knows no `zoom`"),
        (format!("theme=dark&{on}"), "knows no `theme`"),
        (format!("sel=ecu-911&sel=jujuy-seguro&{on}"), "`sel` stands twice"),
        (format!("on=2019-07&{on}"), "is no day"),
        (format!("on=2030-01-01&{on}"), "after the edition's date"),
        (format!("sel=jujuy-seguro&on=2001-01-01&{on}"), "has not begun by 2001-01-01"),
    ] {
        refused_in_both(&view, reason);
    }
}

#[test]
fn a_stop_that_looks_elsewhere_or_from_too_far_or_too_near_is_refused() {
    for map in
        ["1.9/-24/-65", "15.1/-24/-65", "8/40/-65", "8/-24/20", "8/-24", "8/-24/-65/0", "near/-24/-65", ""]
    {
        refused_in_both(&format!("sel=jujuy-seguro&map={map}"), "is no view of the region");
    }
    for map in ["2/-24/-65", "15/-24/-65", "8.5/-24.123/-65.9"] {
        let mut files = RECORD.clone();
        for file in [ENGLISH, SPANISH] {
            let text = files.get(file).expect("the story").replacen(VIEW, &format!("map={map}"), 1);
            files.put(file, text);
        }
        assert_eq!(faults_of(&files), [], "{map}");
    }
}

#[test]
fn a_story_that_cites_what_is_not_there_is_refused() {
    let cite = (".[^reuters-2019-07-05-zte-jujuy] This is", ".[^nobody-2020] This is");
    refused(ENGLISH, cite, &["`nobody-2020` is cited and not listed"], "[^nobody-2020]");
    let listed = "  - gsafety-ecuador-case\n";
    let more = format!("{listed}  - bol-2020\n");
    let reasons = ["no source `bol-2020`", "`bol-2020` is listed and not cited"];
    refused(ENGLISH, (listed, &more), &reasons, "- bol-2020");
    let cited = "[^gsafety-ecuador-case]";
    refused(ENGLISH, (listed, ""), &["is cited and not listed"], cited);
    let footnote = ("[^gsafety-ecuador-case]: ", "[^gsafety]: ");
    refused(SPANISH, footnote, &["no footnote `gsafety-ecuador-case`"], cited);
}

#[test]
fn a_story_without_its_head_or_its_stops_is_refused() {
    let name = "the file's name is not `stories/safe-like-china.fr.md`";
    refused(ENGLISH, ("lang: en", "lang: fr"), &["unknown language `fr`", name], "lang: fr");
    refused(ENGLISH, ("date: 2026-11-24\n", ""), &["lacks `date`"], "---");
    refused(ENGLISH, ("date: 2026-11-24", "date: 2026-11"), &["is no day"], "date");
    refused(ENGLISH, ("date: 2026-11-24", "date: 2027-01-01"), &["after the edition's date"], "date");
    refused(ENGLISH, ("title: ", "author: me\ntitle: "), &["unknown key `author`"], "author");
    refused(ENGLISH, ("---\n", "\n"), &["no front matter"], "");
    let mut files = RECORD.clone();
    for file in [ENGLISH, SPANISH] {
        let text = files.get(file).expect("the story");
        let (head, _) = text.split_once("\n## ").expect("a stop");
        let none = head.to_owned();
        files.put(file, none);
    }
    let faults = faults_of(&files);
    assert_eq!(
        faults.iter().filter(|fault| fault.reason == "the story has no stop").count(),
        2,
        "{faults:#?}"
    );
}

#[test]
fn a_story_that_its_page_cannot_lay_out_is_refused() {
    let first = "In March 2019 the province of Jujuy";
    for (mark, reason) in [
        ("### ", "a heading below the second level"),
        ("> ", "a quotation"),
        ("| ", "a table"),
        ("<b>", "HTML"),
        ("![a](b) ", "a picture"),
        ("* ", "a list marked by stars"),
        ("<!-- map: sel=ecu-911 -->\n\n", "belongs to no stop"),
    ] {
        refused(ENGLISH, (first, &format!("{mark}{first}")), &[reason], mark.trim());
    }
}

#[test]
fn tellings_that_go_by_other_stops_are_refused() {
    refused(SPANISH, (VIEW, "sel=ecu-911&map=6/-1.4/-79.2"), &["another map than in English"], "sel=ecu-911");
    let more = "## Litio en la Puna\n";
    refused(
        SPANISH,
        (more, &format!("## Otra parada\n\nTexto.\n\n{more}")),
        &["10 stops, and 9 in English"],
        "---",
    );
    let mut files = RecordFiles::default();
    for (path, text) in RECORD.iter().filter(|(path, _)| *path != ENGLISH) {
        files.put(path, text);
    }
    let faults = faults_of(&files);
    assert!(
        faults.iter().any(|f| f.file == SPANISH && f.reason.contains("not told in English")),
        "{faults:#?}"
    );
}
