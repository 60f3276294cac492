//! What to ask first when somebody comes back.

use crate::assessment::{Assessment, State};
use crate::questionnaire::Catalogue;

/// The questions whose actions were finished or begun, each with the state and title of its action:
/// before the next assessment they are offered to be asked first, since their answers may have changed.
pub fn worked_on(catalogue: &Catalogue, assessment: &Assessment) -> Vec<(String, String)> {
    let states = [State::Done, State::Doing].into_iter();
    let worked = states.flat_map(|state| assessment.actions.iter().filter(move |(_, on)| on.state == state));
    let titled = worked.filter_map(|(id, on)| {
        let action = catalogue.question(id)?.action.as_ref()?;
        let state = if on.state == State::Done { "done" } else { "under way" };
        Some((id.clone(), format!("{state}: {}", action.text.title)))
    });
    titled.collect()
}
