//! What the screens show beside a question or in a report, for whoever asks: the questions of the
//! questionnaire with their marks, and who is needed for the plan.

use super::aims;
use super::console::Exit;
use super::sitting::Sitting;
use super::words;
use crate::interview::question_groups;
use crate::plan::needs;
use crate::score::standing;
use crate::words::interview;

impl Sitting<'_, '_> {
    /// Lists the questions of the questionnaire at which one is, a line for each part of it.
    pub(super) fn tell_list(&mut self) -> Result<(), Exit> {
        let Some(position) = self.session.position() else { return self.console.say(words::NOTHING_ASKED) };
        for group in question_groups(self.catalogue, position.questionnaire) {
            let known = group.places.iter().filter_map(|place| self.catalogue.question(&place.question));
            let marks = known.map(|question| {
                let standing = standing(question, self.session.assessment().entry(&question.id));
                words::mark(question, standing)
            });
            let marks: Vec<String> = marks.collect();
            self.console.say(&words::marks(interview::group_title(&group), &marks))?;
        }
        self.console.say(words::LIST_HINT)
    }

    /// Tells who is needed for the plan, and whether somebody holds the role.
    pub(super) fn tell_who(&mut self) -> Result<(), Exit> {
        let plan = self.plan_now();
        let needs = needs(self.catalogue, self.session.assessment(), &plan);
        if needs.is_empty() {
            return self.console.say(aims::NOBODY_NEEDED);
        }
        self.console.say_all(needs.iter().map(|need| aims::need(self.catalogue, &plan, need)))
    }
}
