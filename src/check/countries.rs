//! Countries and regions are those of ISO 3166, and belong together.

use super::record::{Record, did_you_mean, stands_twice};
use crate::atlas::Fault;

/// Refuses a country that ISO 3166-1 does not know, and a region that is none of a country of the project.
pub fn countries(record: &Record, faults: &mut Vec<Fault>) {
    for (file, project) in record.projects() {
        let listed = |name: &'static str, codes: &'_ [String]| -> Vec<(String, String)> {
            codes.iter().enumerate().map(|(i, code)| (format!("/project/{name}/{i}"), code.clone())).collect()
        };
        let (countries, regions) =
            (listed("countries", &project.countries), listed("regions", &project.regions));
        for list in [&countries, &regions] {
            let named = list.iter().map(|(pointer, code)| (pointer.clone(), code.as_str()));
            stands_twice(file, named, "name each once", faults);
        }
        if countries.is_empty() {
            let remedy = "name the country, as ISO 3166-1 alpha-2";
            faults.push(Fault::new(file, "/project/countries", "the project lies in no country", remedy));
        }
        for (pointer, code) in countries {
            if record.countries.text(&code).is_none() {
                let reason = format!("`{code}` is no country code");
                faults.push(Fault::new(
                    file,
                    pointer,
                    reason,
                    "write the ISO 3166-1 alpha-2 code, in capitals",
                ));
            }
        }
        for (pointer, code) in regions {
            region(record, file, pointer, &code, &project.countries, faults);
        }
    }
}

fn region(
    record: &Record,
    file: &str,
    pointer: String,
    code: &str,
    countries: &[String],
    faults: &mut Vec<Fault>,
) {
    let country = code.split('-').next().unwrap_or_default();
    // Where no country is named, that is the fault.
    if !countries.is_empty() && !countries.iter().any(|c| c == country) {
        let reason =
            format!("the region {code} is in none of the project's countries ({})", countries.join(", "));
        let remedy = format!("correct the region, or add {country} to the countries");
        faults.push(Fault::new(file, pointer, reason, remedy));
        return;
    }
    let known: Vec<&str> = record
        .borders
        .regions()
        .map(|region| region.code.as_str())
        .filter(|known| known.split('-').next() == Some(country))
        .collect();
    // Of countries outside the region the base map holds no regions, so only the form can be tested.
    let well_formed =
        code.len() > 3 && code[3..].chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    if !(known.contains(&code) || known.is_empty() && well_formed) {
        let otherwise = format!("write an ISO 3166-2 code of {country}");
        let remedy = did_you_mean(code, known.iter().copied(), &otherwise);
        faults.push(Fault::new(file, pointer, format!("`{code}` is no region"), remedy));
    }
}
