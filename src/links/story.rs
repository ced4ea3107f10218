//! Addresses of stories, their stops and their pictures.

use super::{Links, segment};
use crate::atlas::Lang;

impl Links {
    /// A story.
    pub fn story(&self, lang: Lang, id: &str) -> String {
        self.page(lang, &format!("/story/{}", segment(id)))
    }

    /// A stop of a story, counted from 1, on the story's page.
    pub fn stop(&self, lang: Lang, story: &str, stop: usize) -> String {
        format!("{}#stop-{stop}", self.story(lang, story))
    }

    /// The same for others to keep: programs drop what stands after the `#`.
    pub fn stop_asked(&self, lang: Lang, story: &str, stop: usize) -> String {
        format!("{}#stop-{stop}", self.page(lang, &format!("/story/{}?stop={stop}", segment(story))))
    }

    /// The card of a story: `png`, `svg`.
    pub fn story_picture(&self, lang: Lang, id: &str, ending: &str) -> String {
        self.page(lang, &format!("/story/{}.{ending}", segment(id)))
    }

    /// The picture of a stop, counted from 1.
    pub fn stop_picture(&self, lang: Lang, story: &str, stop: usize, ending: &str) -> String {
        self.page(lang, &format!("/story/{}/{stop}.{ending}", segment(story)))
    }
}
