//! Faults drawn as a good compiler draws them: file, line, the line itself, why, and what to do.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::locate::{self, Located};
use crate::atlas::{Fault, RecordFiles, Severity};

/// Draws one fault; `root` is what stands before a file's name, empty or a folder with a slash.
pub fn draw(fault: &Fault, files: &RecordFiles, root: &str, coloured: bool) -> String {
    let level = match fault.severity {
        Severity::Fault => Level::ERROR.with_name("fault"),
        Severity::Warning => Level::WARNING,
    };
    let path = format!("{root}{}", fault.file);
    let place: Element = match files.get(&fault.file) {
        Some(text) => {
            let mut mark = AnnotationKind::Primary.span(first_line(text, span(text, fault)));
            if !fault.pointer.is_empty() {
                mark = mark.label(fault.pointer.as_str());
            }
            Snippet::source(text).path(path).annotation(mark).into()
        }
        None => Origin::path(path).into(),
    };
    let group: Group =
        level.primary_title(&fault.reason).element(place).element(Level::HELP.message(&fault.remedy));
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

fn span(text: &str, fault: &Fault) -> Range<usize> {
    match (Located::parse(text), fault.line, fault.column) {
        (Some(located), None, _) => located.span(&fault.pointer),
        (_, Some(line), column) => {
            let start = locate::byte(text, line, column.unwrap_or(1));
            let located = Located::parse(text).map(|located| located.span(&fault.pointer));
            located.filter(|span| span.start == start).unwrap_or(start..start + 1)
        }
        (None, None, _) => 0..1,
    }
}

/// A long value is marked only on its first line, and never past the end.
fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let line = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    start..text.ceil_char_boundary(span.end).clamp(start, line.max(start))
}
