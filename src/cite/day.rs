//! Day and month of a citation, in the order of its language.

use hayagriva::citationberg::{
    Date, DateForm, DatePart, DatePartName, IndependentStyle, LayoutRenderingElement, Locale,
};

/// The style with the locale's order of day and month in the place of its own, by which "November 24" would be
/// "noviembre 24" in Spanish.
pub fn written(style: &IndependentStyle, locale: &Locale) -> IndependentStyle {
    let mut style = style.clone();
    let Some(parts) = in_words(locale) else { return style };
    for element in style.macros.iter_mut().flat_map(|each| &mut each.children) {
        if let LayoutRenderingElement::Date(date) = element
            && names(date) == [DatePartName::Month, DatePartName::Day]
        {
            date.date_part.clone_from(&parts);
        }
    }
    style
}

/// The locale's date in words, without the year and what leads to it.
fn in_words(locale: &Locale) -> Option<Vec<DatePart>> {
    let whole = locale.date.iter().find(|date| date.form == Some(DateForm::Text))?;
    let year = names(whole).iter().position(|name| *name == DatePartName::Year)?;
    let mut parts = whole.date_part.clone();
    parts.remove(year);
    if year == parts.len() {
        parts.last_mut()?.affixes.suffix = None;
    }
    Some(parts)
}

fn names(date: &Date) -> Vec<DatePartName> {
    date.date_part.iter().map(|part| part.name).collect()
}
