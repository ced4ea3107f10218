//! Which form a client gets: by `Accept` (RFC 9110, 12.5.1), and before it by `f`.

use crate::server::Server;
use crate::wire::get;

const GEOJSON: &str = "application/geo+json";

#[test]
fn accept_is_weighed_and_f_counts_before_it() {
    let typed = |accept: &str, path: &str| {
        let reply = get(Server::shared(), path, &[("Accept", accept)]);
        (reply.status, reply.header("content-type").map(str::to_owned).unwrap_or_default())
    };
    let items = "/ogc/collections/solar/items";
    assert_eq!(typed("text/html;q=0.3, application/geo+json;q=0.8", items).1, GEOJSON);
    assert_eq!(typed("text/html, application/json;q=0.5", items).1, "text/html; charset=utf-8");
    assert_eq!(typed("*/*", items).1, GEOJSON);
    assert_eq!(typed("text/html", &format!("{items}?f=json")).1, GEOJSON);
    assert_eq!(typed("image/png", items).0, 406);
    assert_eq!(
        typed("application/schema+json", "/ogc/collections/solar/schema").1,
        "application/schema+json"
    );
}

#[test]
fn parameters_of_media_types_in_accept_leave_the_answer_alone() {
    let items = "/ogc/collections/solar/items";
    for (accept, path, wanted) in [
        ("application/json; charset=utf-8", items, GEOJSON),
        ("application/geo+json;charset=UTF-8", items, GEOJSON),
        ("application/json;profile=foo", items, GEOJSON),
        (r#"application/json;profile="a, text/html; \"q=0\""; q=0.5, text/html;q=0.4"#, items, GEOJSON),
        (
            "application/json;charset=utf-8;q=0.4, text/html; charset=utf-8; Q=0.5",
            items,
            "text/html; charset=utf-8",
        ),
        ("text/html; charset=utf-8", "/ogc/collections", "text/html; charset=utf-8"),
        (
            "application/vnd.oai.openapi+json;version=3.0",
            "/ogc/api",
            "application/vnd.oai.openapi+json;version=3.0",
        ),
        ("application/openapi+json;version=3.0", "/ogc/api", "application/vnd.oai.openapi+json;version=3.0"),
    ] {
        let reply = get(Server::shared(), path, &[("Accept", accept)]);
        assert_eq!(reply.status, 200, "{accept}: {}", reply.text());
        assert_eq!(reply.header("content-type"), Some(wanted), "{accept}");
    }
    for refused in ["application/json;q=0, image/png", "image/png;version=1"] {
        assert_eq!(get(Server::shared(), items, &[("Accept", refused)]).status, 406, "{refused}");
    }
}
