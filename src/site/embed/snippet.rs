//! What editors paste: a frame with a link, a picture with its alternative text, an address. All of it plain
//! HTML that needs no script.

use super::Ask;
use crate::atlas::{Atlas, Lang};
use crate::links::{Links, Pin};
use crate::site::country;
use crate::site::frame::{Context, licence};
use crate::site::page::View;
use crate::site::words::{date, embed, fill};

use super::title;

/// Width and height of a picture, in pixels.
const PICTURE: (u32, u32) = (1200, 630);

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
        let given = self.ask.title.clone().filter(|title| !title.is_empty());
        given.unwrap_or_else(|| title::of(&self.context(atlas, links), self.ask))
    }

    fn lasting(&self, links: &Links, address: impl Fn(&Links) -> String) -> String {
        if self.pinned { links.lasting(&address(links)) } else { address(&links.pinned(Pin::Current)) }
    }

    fn context<'c>(&self, atlas: &'c Atlas, links: &'c Links) -> Context<'c> {
        Context { atlas, links, lang: self.lang }
    }

    /// The frame alone.
    pub fn bare(&self, atlas: &Atlas, links: &Links) -> String {
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"{}\" height=\"{}\" loading=\"lazy\" style=\"border:0\"></iframe>",
            escaped(&self.address(links)),
            escaped(&self.name(atlas, links)),
            self.width,
            self.height,
        )
    }

    /// The frame as wide as its place, and a link that stays where an editor takes the frame away.
    pub fn linked(&self, atlas: &Atlas, links: &Links) -> String {
        let frame = self.bare(atlas, links).replace("border:0", "border:0;width:100%");
        let name = self.name(atlas, links);
        let link = links.absolute(&address_of(links, self.lang, self.ask));
        let open = embed::of(self.lang).open_map;
        format!("{frame}\n<p><a href=\"{}\">{open}: {}</a></p>", escaped(&link), escaped(&name))
    }

    /// The address of the same view as a picture, whole; `ending` is `png` or `svg`.
    pub fn image(&self, links: &Links, ending: &str) -> String {
        let mut query = self.ask.view.query().trim_start_matches('?').to_owned();
        let title = self.ask.title.as_deref().filter(|title| !title.is_empty());
        if let Some(title) = title {
            let title: String = form_urlencoded::byte_serialize(title.as_bytes()).collect();
            query =
                if query.is_empty() { format!("title={title}") } else { format!("{query}&title={title}") };
        }
        links.absolute(&self.lasting(links, |links| links.image(self.lang, ending, &query)))
    }

    /// The sentence that stands for the picture.
    pub fn alternative(&self, atlas: &Atlas, links: &Links) -> String {
        let name = self.name(atlas, links);
        let what = match self.ask.view.chosen(atlas) {
            Some(project) => format!("{name}, {}", country::names(&project.countries, self.lang)),
            None => name,
        };
        let day = date::day(self.ask.day(atlas), self.lang);
        let w = crate::site::words::of(self.lang);
        fill(w.picture_alt, &[("what", &what), ("date", &day)])
    }

    /// The picture, linked, with its sentence and its credit.
    pub fn picture(&self, atlas: &Atlas, links: &Links, ending: &str) -> String {
        let (width, height) = PICTURE;
        let link = links.absolute(&address_of(links, self.lang, self.ask));
        let w = crate::site::words::of(self.lang);
        let day = date::day(atlas.today(), self.lang);
        let data_of = fill(w.data_of, &[("date", &day)]);
        let (licence, _) = licence(&atlas.about.licence);
        format!(
            "<figure><a href=\"{}\"><img src=\"{}\" alt=\"{}\" width=\"{width}\" height=\"{height}\" \
             loading=\"lazy\" style=\"max-width:100%;height:auto\"></a>\n<figcaption>{}. {data_of}. {licence}.\
             </figcaption></figure>",
            escaped(&link),
            escaped(&self.image(links, ending)),
            escaped(&self.alternative(atlas, links)),
            escaped(&atlas.about.short_title),
        )
    }
}

/// Where a view is at home: its story, the article of a project that is all there is of it, else the map.
pub fn address_of(links: &Links, lang: Lang, ask: &Ask) -> String {
    let view = &ask.view;
    if let Some(stop) = &ask.stop {
        return links.stop(lang, &stop.story, stop.number);
    }
    let only = View { sel: view.sel.clone(), theme: view.theme, ..View::default() };
    match &view.sel {
        Some(id) if *view == only && !id.contains('.') => links.project(lang, id),
        _ => links.page(lang, &format!("/{}", view.query())),
    }
}

/// A text as the value of an attribute or between two tags, as people write it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
