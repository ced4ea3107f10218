//! The web manifest, and the icon that it and every page name.

use serde_json::{Value, json};

use crate::site::frame::Context;

/// The icon: a place marked on paper. A picture of its own, since it stands outside of every page.
pub const ICON: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"512\" height=\"512\" viewBox=\"0 0 64 64\">\
    <rect width=\"64\" height=\"64\" rx=\"12\" fill=\"#fffefb\"/>\
    <path d=\"M32 56C24 46 14 35 14 24a18 18 0 0 1 36 0C50 35 40 46 32 56Z\" fill=\"#1a1e23\"/>\
    <circle cx=\"32\" cy=\"24\" r=\"6.5\" fill=\"#fffefb\"/></svg>";

/// The manifest in the context's language.
pub fn manifest(context: &Context) -> Value {
    let Context { atlas, links, lang } = *context;
    let icon = |name: &str, sizes: &str, media_type: &str| json!({"src": links.path(name), "sizes": sizes, "type": media_type});
    json!({
        "name": atlas.about.title.get(lang),
        "short_name": atlas.about.short_title,
        "description": context.words().tagline,
        "lang": lang.tag(),
        "start_url": links.map(lang),
        "scope": links.path("/"),
        "display": "minimal-ui",
        "background_color": "#fffefb",
        "theme_color": "#fffefb",
        "icons": [icon("/icon.svg", "any", "image/svg+xml"), icon("/icon.png", "512x512", "image/png")],
    })
}
