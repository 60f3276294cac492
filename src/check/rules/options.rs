//! Options: a text for each step of the scale, and none besides.

use super::*;
use crate::check::problem::shown;
use crate::questionnaire::table::Table;

pub(super) fn check(file: &File<'_>, problems: &mut Problems<'_>) {
    for (_, question) in file.root.tables("question") {
        let Some(options) = question.table("options") else { continue };
        let place = question.place("options").unwrap_or(0..0);
        let id = shown(question.string("id").unwrap_or_default());
        let Some(steps) = steps(file, question) else {
            // A scale that is named and not there is told as a reference.
            if question.string("scale").is_none() {
                let message = format!("question `{id}` has no scale: the questionnaire has none");
                problems.add(UNKNOWN_REFERENCE, place, &message, "add a `[[scale]]`");
            }
            continue;
        };
        for step in &steps {
            if options.value(step).is_none() {
                let step = shown(step);
                let message = format!("question `{id}` has no text for option `{step}`");
                problems.add(MISSING_OPTION, place.clone(), &message, &format!("add `{step} = \"…\"`"));
            }
        }
        for (place, key, _) in options.fields() {
            if !steps.contains(&key) {
                let message =
                    format!("question `{id}` has a text for `{}`, which is no step of its scale", shown(key));
                let steps: Vec<_> = steps.iter().map(|step| shown(step)).collect();
                problems.add(UNKNOWN_OPTION, place, &message, &format!("its steps are {}", steps.join(", ")));
            }
        }
    }
}

/// The steps of a question's scale; `None` where it has no scale, or one without steps.
fn steps<'a>(file: &File<'a>, question: Table<'a>) -> Option<Vec<&'a str>> {
    let named = question.string("scale");
    let mut scales = file.root.tables("scale").map(|(_, scale)| scale);
    let scale = scales.find(|scale| named.is_none() || scale.string("id") == named)?;
    let steps: Vec<_> = scale.tables("steps").filter_map(|(_, step)| step.string("id")).collect();
    Some(steps)
}
