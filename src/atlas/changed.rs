//! When a record last changed, as far as it shows itself: nothing here reads a clock.

use jiff::civil::Date;

use super::{Atlas, Organisation, Project};

impl Atlas {
    /// The day of the newest thing in a record: an event, a source, a correction; never after the edition.
    pub fn changed(&self, project: &Project) -> Date {
        let events = project.events.iter().map(|event| event.date);
        let cited = project.source_ids().into_iter().filter_map(|id| self.sources.get(id));
        let sources = cited.filter_map(|source| source.read().max(source.date()));
        let corrections = self.corrections.iter().filter(|c| c.project == project.id).map(|c| c.date);
        let days = events.chain(sources).chain(corrections).map(|date| date.first_day());
        days.filter(|day| *day <= self.today()).max().unwrap_or(self.today())
    }

    /// The newest change among some records; the edition's day where there is none.
    pub fn changed_last<'a>(&self, projects: impl IntoIterator<Item = &'a Project>) -> Date {
        projects.into_iter().map(|project| self.changed(project)).max().unwrap_or(self.today())
    }

    /// The records an organisation takes part in, in the order of ids.
    pub fn projects_of<'a>(&'a self, organisation: &Organisation) -> Vec<&'a Project> {
        let takes_part = |p: &&Project| p.actors.iter().any(|a| a.organisation == organisation.id);
        self.projects.iter().filter(takes_part).collect()
    }

    /// The records in a country, in the order of ids.
    pub fn projects_in(&self, country: &str) -> Vec<&Project> {
        self.projects.iter().filter(|p| p.countries.iter().any(|code| code == country)).collect()
    }
}
