//! Whose work stands in the record beside its sources, and where licences can be read.

/// A work of others from which positions were taken.
#[derive(Debug, Clone, Copy)]
pub struct Credit {
    /// Whose it is, as it wants to be named.
    pub name: &'static str,
    /// What was taken from it.
    pub what: &'static str,
    /// Where it stands.
    pub href: &'static str,
    /// Its SPDX identifier; empty where it is published without a licence.
    pub licence: &'static str,
}

/// Everyone to be credited for positions, those with most of them first. Every file, page and document that
/// credits anyone does so from this list, or is held against it by a test.
pub const POSITIONS: [Credit; 6] = [
    Credit {
        name: "GeoNames",
        what: "positions of towns",
        href: "https://www.geonames.org/",
        licence: "CC-BY-4.0",
    },
    Credit {
        name: "Wikipedia",
        what: "coordinates that single articles state",
        href: "https://www.wikipedia.org/",
        licence: "CC-BY-SA-4.0",
    },
    Credit {
        name: "Global Energy Monitor",
        what: "positions of plants in its hydropower and nuclear trackers",
        href: "https://globalenergymonitor.org/",
        licence: "CC-BY-4.0",
    },
    Credit {
        name: "World Resources Institute",
        what: "positions of plants in the Global Power Plant Database",
        href: "https://www.wri.org/",
        licence: "CC-BY-4.0",
    },
    Credit {
        name: "Universidad Mayor de San Simón",
        what: "positions of plants in its inventory of Bolivian hydro units",
        href: "https://github.com/Sulmayra/hydro_units_bolivia",
        licence: "MIT",
    },
    Credit {
        name: "ANEEL",
        what: "positions of wind farms in the Brazilian regulator's map of 2015",
        href: "http://sigel.aneel.gov.br/kmz.html",
        licence: "",
    },
];

impl Credit {
    /// `GeoNames (CC-BY-4.0)`
    pub fn named(&self) -> String {
        if self.licence.is_empty() {
            self.name.to_owned()
        } else {
            format!("{} ({})", self.name, self.licence)
        }
    }
}

/// All of them in one line, for formats that have no more room.
pub fn line() -> String {
    format!("positions in part from {}", POSITIONS.map(|credit| credit.named()).join(", "))
}

/// Where the text of a licence can be read, by its SPDX identifier, or by an address in its place; none where
/// it is neither.
pub fn licence_address(licence: &str) -> Option<String> {
    if licence.contains("://") {
        return Some(licence.to_owned());
    }
    if licence == "CC0-1.0" {
        return Some("https://creativecommons.org/publicdomain/zero/1.0/".to_owned());
    }
    let id = spdx::license_id(licence)?;
    let creative = id.name.strip_prefix("CC-").and_then(|rest| rest.rsplit_once('-'));
    Some(match creative {
        Some((terms, version)) if version.contains('.') => {
            format!("https://creativecommons.org/licenses/{}/{version}/", terms.to_lowercase())
        }
        _ => format!("https://spdx.org/licenses/{}.html", id.name),
    })
}

/// A licence as people write it: `CC BY 4.0`.
pub fn licence_name(licence: &str) -> String {
    match licence.strip_prefix("CC-").and_then(|rest| rest.rsplit_once('-')) {
        Some((terms, version)) => format!("CC {terms} {version}"),
        None => licence.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_has_one_address_wherever_it_is_linked() {
        for (licence, address) in [
            ("CC-BY-4.0", Some("https://creativecommons.org/licenses/by/4.0/")),
            ("CC-BY-SA-4.0", Some("https://creativecommons.org/licenses/by-sa/4.0/")),
            ("CC0-1.0", Some("https://creativecommons.org/publicdomain/zero/1.0/")),
            ("MIT", Some("https://spdx.org/licenses/MIT.html")),
            ("https://example.org/terms", Some("https://example.org/terms")),
            ("MIT?", None),
            ("as agreed", None),
        ] {
            assert_eq!(licence_address(licence).as_deref(), address, "{licence}");
        }
        assert_eq!(
            (licence_name("CC-BY-4.0"), licence_name("ODbL-1.0")),
            ("CC BY 4.0".into(), "ODbL-1.0".into())
        );
    }
}
