//! What editors paste: a frame with a link, a picture with its alternative text, an address. All of it plain
//! HTML that needs no script.

use super::Ask;
use crate::atlas::{Atlas, Lang, Project};
use crate::links::{Links, Pin};
use crate::site::escaped::escaped;
use crate::site::frame::{Context, licence};
use crate::site::page::View;
use crate::site::page::title::alternative;
use crate::site::words::{date, embed, fill};

use super::title;

/// Width and height at which a picture is shown where no style is let through, in CSS pixels: half of those it
/// has, so that it is sharp, and fits most columns.
const PICTURE: (u32, u32) = (600, 315);

/// A frame as it will stand in a page.
#[derive(Debug)]
pub struct Framed<'a> {
    /// What it shows.
    pub ask: &'a Ask,
    /// The language it speaks.
    pub lang: Lang,
    /// Width where the host gives no other, in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Whether it keeps to the data of now, where they are those of a frozen edition; else it follows the record.
    pub pinned: bool,
}

impl Framed<'_> {
    /// The address of the frame, whole.
    pub fn address(&self, links: &Links) -> String {
        links.absolute(&self.path(links))
    }

    /// The same below this server.
    pub fn path(&self, links: &Links) -> String {
        // The script of a frame that is a file knows states of the map, not stops of stories.
        let query = match &self.ask.stop {
            Some(_) if links.are_files() => self.ask.view.query().trim_start_matches('?').to_owned(),
            _ => self.ask.query(),
        };
        self.lasting(links, |links| links.embed(self.lang, &query))
    }

    /// What it is called.
    pub fn name(&self, atlas: &Atlas, links: &Links) -> String {
        title::of(&self.context(atlas, links), self.ask)
    }

    /// The address for programs that make a frame of one: that of the view, or where it is shown in a way of
    /// its own, that of the frame.
    pub fn home(&self, links: &Links) -> String {
        if self.ask.is_plain_view() { self.view(links) } else { self.address(links) }
    }

    /// The address of the view for readers, whole.
    fn view(&self, links: &Links) -> String {
        links.absolute(&self.lasting(links, |links| address_of(links, self.lang, self.ask)))
    }

    fn lasting(&self, links: &Links, address: impl Fn(&Links) -> String) -> String {
        if self.pinned { links.lasting(&address(links)) } else { address(&links.pinned(Pin::Current)) }
    }

    fn context<'c>(&self, atlas: &'c Atlas, links: &'c Links) -> Context<'c> {
        Context { atlas, links, lang: self.lang }
    }

    /// The frame alone, no wider than its place where styles are let through.
    pub fn bare(&self, atlas: &Atlas, links: &Links) -> String {
        self.element(atlas, links, &self.width.to_string(), "border:0;max-width:100%")
    }

    fn element(&self, atlas: &Atlas, links: &Links, width: &str, style: &str) -> String {
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{}\" loading=\"lazy\" style=\"{style}\"></iframe>",
            escaped(&self.address(links)),
            escaped(&self.name(atlas, links)),
            self.height,
        )
    }

    /// The frame as wide as its place, and a link that stays where an editor takes the frame away.
    pub fn linked(&self, atlas: &Atlas, links: &Links) -> String {
        // The attribute holds where a policy or an editor takes styles away.
        let frame = self.element(atlas, links, "100%", "border:0");
        let name = fill(embed::of(self.lang).map_named, &[("name", &self.name(atlas, links))]);
        let (tag, link) = (self.lang.tag(), self.view(links));
        format!(
            "{frame}\n<p lang=\"{tag}\" dir=\"ltr\"><a href=\"{}\">{}</a></p>",
            escaped(&link),
            escaped(&name)
        )
    }

    /// The address of the same view as a picture, whole; `ending` is `png` or `svg`.
    pub fn image(&self, links: &Links, ending: &str) -> String {
        let mut query = self.ask.view.query().trim_start_matches('?').to_owned();
        if let Some(title) = &self.ask.title {
            let title: String = form_urlencoded::byte_serialize(title.as_bytes()).collect();
            query =
                if query.is_empty() { format!("title={title}") } else { format!("{query}&title={title}") };
        }
        links.absolute(&self.lasting(links, |links| links.image(self.lang, ending, &query)))
    }

    /// Whether what it shows will change: then it says no date.
    fn follows(&self, links: &Links) -> bool {
        !self.pinned || (links.edition_kept().is_none() && links.lasting("").is_empty())
    }

    /// The sentence that stands for the picture.
    pub fn alternative(&self, atlas: &Atlas, links: &Links) -> String {
        let context = self.context(atlas, links);
        let shown: Vec<&Project> = self.ask.shown(atlas).into_iter().map(|(project, _)| project).collect();
        let name = title::bare(&context, self.ask);
        alternative(&context, &self.ask.view, &name, &shown, self.follows(links))
    }

    /// The picture, linked, with its sentence and its credit.
    pub fn picture(&self, atlas: &Atlas, links: &Links, ending: &str) -> String {
        let (width, height) = PICTURE;
        let (w, e) = (crate::site::words::of(self.lang), embed::of(self.lang));
        let day = date::day(atlas.today(), self.lang);
        let data_of = (!self.follows(links)).then(|| fill(w.data_of, &[("date", &day)]));
        let (licence, terms) = licence(&atlas.about.licence);
        let licence = match terms.as_str() {
            "" => escaped(&licence),
            terms => format!("<a href=\"{terms}\" rel=\"license\">{}</a>", escaped(&licence)),
        };
        let base = fill(w.picture_base, &[("sources", "Natural Earth, GeoNames")]);
        let parts = [Some(escaped(&atlas.about.short_title)), data_of, Some(licence), Some(base)];
        let credit: String =
            parts.into_iter().flatten().map(|part| fill(e.sentence, &[("what", &part)])).collect();
        format!(
            "<figure lang=\"{}\" dir=\"ltr\"><a href=\"{}\"><img src=\"{}\" alt=\"{}\" width=\"{width}\" height=\"{height}\" \
             loading=\"lazy\" style=\"width:100%;height:auto\"></a>\n<figcaption>{}</figcaption></figure>",
            self.lang.tag(),
            escaped(&self.view(links)),
            escaped(&self.image(links, ending)),
            escaped(&self.alternative(atlas, links)),
            credit.trim_end(),
        )
    }
}

/// Where a view is at home: its story, the article of a project that is all there is of it, else the map.
pub fn address_of(links: &Links, lang: Lang, ask: &Ask) -> String {
    let view = &ask.view;
    if let Some(stop) = &ask.stop {
        return links.stop_asked(lang, &stop.story, stop.number);
    }
    let only = View { sel: view.sel.clone(), theme: view.theme, ..View::default() };
    match &view.sel {
        Some(id) if *view == only && !id.contains('.') => links.project(lang, id),
        _ => links.page(lang, &format!("/{}", view.query())),
    }
}
