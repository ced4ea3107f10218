use huella::atlas::{Lang, RecordFiles, load};
use huella::picture::{View, png, svg};
#[test]
fn scratch() {
    let atlas = load::load(&RecordFiles::embedded()).atlas.unwrap();
    let queries = std::fs::read_to_string("/tmp/pics/queries").unwrap();
    for line in queries.lines().filter(|l| !l.is_empty()) {
        let (name, query) = line.split_once(' ').unwrap();
        let lang = if name.starts_with("es") { Lang::Es } else { Lang::En };
        let view = View::read(query, &atlas).unwrap();
        let start = std::time::Instant::now();
        let drawn = svg(&atlas, &view, lang);
        let t1 = start.elapsed();
        let bytes = png(&drawn).unwrap();
        println!("{name}: svg {} B {:?}, png {} B {:?}", drawn.len(), t1, bytes.len(), start.elapsed() - t1);
        std::fs::write(format!("/tmp/pics/{name}.svg"), &drawn).unwrap();
        std::fs::write(format!("/tmp/pics/{name}.png"), &bytes).unwrap();
    }
}
