//! The block that says how to cite, and what tells reference managers the same.

use super::frame::Context;
use super::head::Head;
use crate::atlas::Project;
use crate::cite::style::{Style, text};
use crate::cite::{self, Cited, meta};

/// What `cite.html` lays out.
#[derive(Debug)]
pub struct Cite {
    /// The name of each style with the citation in it.
    pub texts: Vec<(&'static str, String)>,
    /// For reference managers: what each form is called, and its address.
    pub forms: Vec<Form>,
    cited: Cited,
}

/// A form for reference managers.
#[derive(Debug)]
pub struct Form {
    /// `BibTeX`
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Its address.
    pub href: String,
}

const FORMS: [(&str, &str, &str); 3] = [
    ("BibTeX", "application/x-bibtex", "bib"),
    ("RIS", "application/x-research-info-systems", "ris"),
    ("CSL-JSON", "application/vnd.citationstyles.csl+json", "csl.json"),
];

/// One record.
pub fn of_project(context: &Context, project: &Project) -> Cite {
    let Context { atlas, links, lang } = *context;
    let address = links.absolute(&links.lasting(&links.project(lang, &project.id)));
    let forms = |ending: &str| links.project_picture(lang, &project.id, ending);
    block(cite::project(atlas, project, lang, address), forms)
}

/// The atlas in its edition.
pub fn of_atlas(context: &Context) -> Cite {
    let Context { atlas, links, lang } = *context;
    let address = links.absolute(&links.lasting(&links.page(lang, "/data")));
    block(cite::dataset(atlas, lang, address), |ending| links.data(&format!("citation.{ending}")))
}

fn block(cited: Cited, address: impl Fn(&str) -> String) -> Cite {
    let form = |(name, media_type, ending): (&'static str, &'static str, &str)| Form {
        name,
        media_type,
        href: address(ending),
    };
    Cite {
        texts: Style::ALL.map(|style| (style.name(), text(&cited, style))).to_vec(),
        forms: FORMS.into_iter().map(form).collect(),
        cited,
    }
}

impl Cite {
    /// Says the same in the head of the page.
    pub fn tell(&self, head: &mut Head) {
        for (name, content) in meta::tags(&self.cited) {
            head.meta(name, content);
        }
        // RFC 8574.
        head.link("cite-as", "", self.cited.url.clone());
        for form in &self.forms {
            head.titled("alternate", form.media_type, form.href.clone(), form.name.to_owned());
        }
    }
}
