//! KML 2.2 (OGC 07-147r2): a placemark a feature, its properties as typed extended data, signs in the
//! hues of the layers. Dates are texts, because KML has no type for them.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::kml_element::{Out, clean, element};
use super::kml_geometry::geometry;
use super::{Format, Rows, Unwritten, geometry as places};
use crate::atlas::Lang;
use crate::collection::{Collection, Column, Field, FieldType, Value};
use crate::credit::licence_address;

/// `application/vnd.google-earth.kml+xml`
pub struct Kml;

impl Format for Kml {
    fn name(&self) -> &'static str {
        "kml"
    }

    fn media_type(&self) -> &'static str {
        "application/vnd.google-earth.kml+xml"
    }

    fn title(&self) -> &'static str {
        "KML"
    }

    fn write(&self, rows: &Rows) -> Result<Vec<u8>, Unwritten> {
        let mut out = Writer::new(Vec::new());
        document(rows, &mut out).map_err(Unwritten::of("KML"))?;
        Ok(out.into_inner())
    }
}

fn document(rows: &Rows, out: &mut Out) -> io::Result<()> {
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let names = [("xmlns", "http://www.opengis.net/kml/2.2"), ("xmlns:atom", "http://www.w3.org/2005/Atom")];
    out.create_element("kml").with_attributes(names).write_inner_content(|out| {
        out.create_element("Document").write_inner_content(|out| {
            head(rows, out)?;
            rows.rows.iter().try_for_each(|row| placemark(rows, *row, out))
        })?;
        Ok(())
    })?;
    Ok(())
}

/// Names, credits, styles and the types of columns.
fn head(rows: &Rows, out: &mut Out) -> io::Result<()> {
    let about = &rows.collection.about;
    element(out, "name", about.title.get(Lang::En))?;
    if let Some(credit) = &about.attribution {
        out.create_element("atom:author").write_inner_content(|out| element(out, "atom:name", credit))?;
    }
    if let Some(address) = about.licence.as_deref().and_then(licence_address) {
        let link = [("rel", "license"), ("href", address.as_str())];
        out.create_element("atom:link").with_attributes(link).write_empty()?;
    }
    // The credit of a layer of the record names licence and edition already.
    let credits = match &about.attribution {
        Some(credit) if about.edition.is_some() => credit.clone(),
        _ => {
            [&about.attribution, &about.licence].into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
        }
    };
    element(out, "description", &format!("{} {credits}", about.description.get(Lang::En)))?;
    for (layer, colour) in &about.colours {
        out.create_element("Style").with_attribute(("id", layer.as_str())).write_inner_content(|out| {
            out.create_element("IconStyle").write_inner_content(|out| element(out, "color", &hue(colour)))?;
            out.create_element("LineStyle").write_inner_content(|out| {
                element(out, "color", &hue(colour))?;
                element(out, "width", "2")
            })?;
            Ok(())
        })?;
    }
    let schema = [("name", about.id.as_str()), ("id", "columns")];
    out.create_element("Schema").with_attributes(schema).write_inner_content(|out| {
        simple_field(out, &rows.id, "string", "")?;
        rows.fields.iter().zip(rows.columns()).try_for_each(|(at, field)| {
            simple_field(out, &field.name, type_name(rows.collection, *at, field), &field.title)
        })
    })?;
    Ok(())
}

fn simple_field(out: &mut Out, name: &str, kind: &str, title: &str) -> io::Result<()> {
    let name = clean(name);
    let field = out.create_element("SimpleField").with_attributes([("type", kind), ("name", &*name)]);
    match title.is_empty() || title == name {
        true => field.write_empty()?,
        false => field.write_inner_content(|out| element(out, "displayName", title))?,
    };
    Ok(())
}

/// KML's whole numbers have 32 bits: a column with a larger one is of texts, so that none is bent.
fn type_name(collection: &Collection, at: usize, field: &Field) -> &'static str {
    match (field.kind, collection.columns.get(at)) {
        (FieldType::Integer, Some(Column::Integer(values))) => {
            let fits = |number: &i64| *number == i64::MIN || i32::try_from(*number).is_ok();
            if values.iter().all(fits) { "int" } else { "string" }
        }
        (FieldType::Number, _) => "double",
        (FieldType::Boolean, _) => "bool",
        _ => "string",
    }
}

fn placemark(rows: &Rows, row: u32, out: &mut Out) -> io::Result<()> {
    let collection = rows.collection;
    let id = collection.feature_id(row);
    let told = |name: &str| {
        let at = collection.schema.position(name)?;
        Some(collection.value(row, at).plain().into_owned()).filter(|text| !text.is_empty())
    };
    let name = told("site").or_else(|| told("name")).unwrap_or_else(|| id.to_string());
    let values: Vec<Value> = rows.values(row).collect();
    let mut placemark = out.create_element("Placemark");
    // What GDAL from 3.9 on takes for the id, before the column of that name; other ids are no xs:ID.
    if is_name(&id) {
        placemark = placemark.with_attribute(("id", &*id));
    }
    placemark.write_inner_content(|out| {
        element(out, "name", &name)?;
        if let Some(layer) = told("layer").filter(|l| collection.about.colours.iter().any(|(id, _)| id == l))
        {
            element(out, "styleUrl", &format!("#{layer}"))?;
        }
        out.create_element("ExtendedData").write_inner_content(|out| {
            let columns = out.create_element("SchemaData").with_attribute(("schemaUrl", "#columns"));
            columns.write_inner_content(|out| {
                data(out, &rows.id, &Value::Text(id.clone()))?;
                let mut all = rows.columns().zip(&values);
                all.try_for_each(|(field, value)| data(out, &field.name, value))
            })?;
            Ok(())
        })?;
        match places::of(collection, row) {
            Some(place) => geometry(&place, out),
            None => Ok(()),
        }
    })?;
    Ok(())
}

/// Whether a text may be an xs:ID, as far as ids of the record go (XML Schema 1.0, 3.3.8).
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// Nothing where the value is null.
fn data(out: &mut Out, name: &str, value: &Value) -> io::Result<()> {
    let text = match value {
        Value::Null => return Ok(()),
        // A boolean of XML Schema, as GDAL writes it too.
        Value::Boolean(truth) => Cow::Borrowed(if *truth { "1" } else { "0" }),
        other => other.plain(),
    };
    let (name, text) = (clean(name), clean(&text));
    let data = out.create_element("SimpleData").with_attribute(("name", &*name));
    data.write_text_content(BytesText::new(&text))?;
    Ok(())
}

/// `#RRGGBB` as KML has it: opacity, blue, green, red.
fn hue(colour: &str) -> String {
    let part = |at: usize| colour.get(at..at + 2).unwrap_or("00").to_lowercase();
    format!("ff{}{}{}", part(5), part(3), part(1))
}
