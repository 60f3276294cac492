//! What questionnaires are made from, whom they are owed to, and under which licence.

use crate::questionnaire::{Citation, Questionnaire};

pub(crate) const SOURCES: &str = "Sources and licences";

/// A publication, a credit and a licence.
type Owed<'a> = (Option<&'a Citation>, &'a str, Option<&'a str>);

/// What the questionnaires are made from, whom they are owed to and under which licence: those of which all
/// that is the same in one line.
pub(crate) fn of<'a>(questionnaires: impl Iterator<Item = &'a Questionnaire>) -> Vec<String> {
    let mut groups: Vec<(Owed<'a>, Vec<String>)> = Vec::new();
    for Questionnaire { text, version, source, licence, .. } in questionnaires {
        let owed = (source.as_ref(), text.credit.as_str(), licence.as_deref());
        let one = format!("{} {version}", text.title);
        match groups.iter_mut().find(|(other, _)| *other == owed) {
            Some((_, titles)) => titles.push(one),
            None => groups.push((owed, vec![one])),
        }
    }
    let line = |((cited, credit, licence), titles): (Owed<'_>, Vec<String>)| {
        let cited = cited.map(|Citation { title, author, year, publisher }| {
            let author = author.as_ref().map(|author| format!(" by {author}")).unwrap_or_default();
            let published: Vec<String> =
                publisher.iter().cloned().chain(year.map(|year| year.to_string())).collect();
            let published =
                if published.is_empty() { String::new() } else { format!(" ({})", published.join(", ")) };
            format!(", after “{title}”{author}{published}")
        });
        let licence = licence.map(|licence| format!("Licence: {licence}")).unwrap_or_default();
        let more = format!("{credit} {licence}");
        let end = if more.trim().is_empty() { "" } else { ". " };
        format!("{}{}{end}{}", titles.join(", "), cited.unwrap_or_default(), more.trim())
    };
    groups.into_iter().map(line).collect()
}
