//! A table being made, column by column: name, meaning and value of each stand together.

use super::Table;
use crate::atlas::date::DatePrecision;
use crate::atlas::{Lang, PartialDate, Text};
use crate::collection::{Field, FieldType, SEPARATOR, Value};

/// A table and the things its rows are made from.
pub struct Maker<'a, R> {
    things: Vec<R>,
    table: Table<'a>,
}

impl<'a, R> Maker<'a, R> {
    /// A table without columns; a row a thing.
    pub fn new(
        id: &'static str,
        title: &'static str,
        description: &'static str,
        things: impl IntoIterator<Item = R>,
    ) -> Maker<'a, R> {
        let table = Table {
            id,
            title,
            description,
            fields: Vec::new(),
            key: None,
            references: Vec::new(),
            columns: Vec::new(),
        };
        Maker { things: things.into_iter().collect(), table }
    }

    /// A column.
    pub fn column(
        mut self,
        kind: FieldType,
        name: &str,
        [title, description]: [&str; 2],
        value: impl Fn(&R) -> Value<'a>,
    ) -> Maker<'a, R> {
        self.table.columns.push(self.things.iter().map(value).collect());
        self.table.fields.push(Field {
            name: name.to_owned(),
            kind,
            title: title.to_owned(),
            description: description.to_owned(),
            codes: Vec::new(),
            list: false,
            nested: Default::default(),
        });
        self
    }

    /// A column of texts.
    pub fn text(self, name: &str, words: [&str; 2], value: impl Fn(&R) -> Value<'a>) -> Maker<'a, R> {
        self.column(FieldType::Text, name, words, value)
    }

    /// The column that tells rows apart.
    pub fn key(mut self, words: [&str; 2], value: impl Fn(&R) -> Value<'a>) -> Maker<'a, R> {
        self.table.key = Some("id");
        self.text("id", words, value)
    }

    /// A column of ids of another table.
    pub fn reference(
        mut self,
        name: &'static str,
        to: &'static str,
        words: [&str; 2],
        value: impl Fn(&R) -> Value<'a>,
    ) -> Maker<'a, R> {
        self.table.references.push((name, to));
        self.text(name, words, value)
    }

    /// A column of terms of the vocabulary.
    pub fn coded(
        self,
        name: &str,
        words: [&str; 2],
        codes: Vec<(String, String)>,
        value: impl Fn(&R) -> Value<'a>,
    ) -> Maker<'a, R> {
        let mut maker = self.text(name, words, value);
        if let Some(field) = maker.table.fields.last_mut() {
            field.codes = codes;
        }
        maker
    }

    /// A column of several texts in one.
    pub fn list(self, name: &str, words: [&str; 2], values: impl Fn(&R) -> &'a [String]) -> Maker<'a, R> {
        let mut maker = self.text(name, words, |thing| Value::text(values(thing).join(SEPARATOR)));
        if let Some(field) = maker.table.fields.last_mut() {
            field.list = true;
        }
        maker
    }

    /// Prose: a column in English and one in Spanish, where it is written.
    pub fn prose(
        self,
        name: &str,
        [title, description]: [&str; 2],
        text: impl Fn(&R) -> Option<&'a Text>,
    ) -> Maker<'a, R> {
        let told =
            |thing: &R, lang| text(thing).and_then(|t| t.written(lang)).map_or(Value::Null, Value::text);
        let spanish = [
            &*format!("{title} in Spanish"),
            &*format!("{title}, as it is written in Spanish; empty where it is not."),
        ];
        self.text(name, [title, description], |thing| told(thing, Lang::En)).text(
            &format!("{name}_es"),
            spanish,
            |thing| told(thing, Lang::Es),
        )
    }

    /// A date with a column beside it that says how much of it is known.
    pub fn date(
        self,
        name: &str,
        [title, description]: [&str; 2],
        date: impl Fn(&R) -> Option<PartialDate>,
    ) -> Maker<'a, R> {
        let all = [DatePrecision::Year, DatePrecision::Month, DatePrecision::Day];
        let codes = all.map(|p| (p.id().to_owned(), format!("Known to the {}", p.id()))).to_vec();
        let known = "Year, month or day: a date known to the year stands as its first of January, one known to the month as the first of that month.";
        let day = |thing: &R| date(thing).map_or(Value::Null, |d| Value::date(d.first_day()));
        let precision = |thing: &R| date(thing).map_or(Value::Null, |d| Value::text(d.precision().id()));
        self.column(FieldType::Date, name, [title, description], day).coded(
            &format!("{name}_precision"),
            [&format!("{title}, known to"), known],
            codes,
            precision,
        )
    }

    /// The finished table.
    pub fn finish(self) -> Table<'a> {
        self.table
    }
}
