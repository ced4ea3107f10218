//! Reports of errors are asked for where there is somebody to send them to, and nowhere else.

use huella::atlas::RecordFiles;
use huella::http::listen::Patience;
use serde_json::Value;

use crate::server::Server;
use crate::wire::get;

const CONTACT: &str = "https://example.org/report";
const PAGES: [&str; 5] =
    ["/corrections", "/embed?sel=jujuy-seguro", "/project/jujuy-seguro", "/about", "/privacy"];

#[test]
fn without_a_contact_no_page_asks_for_reports() {
    for lang in ["", "/es", "/pt", "/zh"] {
        for page in PAGES {
            let reply = get(Server::shared(), &format!("{lang}{page}"), &[]);
            for asks in
                ["Report an error", "Avisar de un error", "Avisar de um erro", "报告错误", "id=\"mend\""]
            {
                assert!(!reply.text().contains(asks), "{lang}{page}: {asks}");
            }
        }
    }
}

#[test]
fn with_a_contact_each_leads_there() {
    let mut record = RecordFiles::embedded();
    let mut about: Value = serde_json::from_str(record.get("atlas.json").expect("a file")).expect("JSON");
    about["contact"] = CONTACT.into();
    record.put("atlas.json", about.to_string());
    let server = Server::record(&record, None, Patience::default());
    for page in PAGES {
        let reply = get(server.address, page, &[]);
        assert!(reply.text().contains(&format!("href=\"{CONTACT}\"")), "{page}");
    }
}
