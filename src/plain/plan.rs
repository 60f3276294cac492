//! The plan: its actions by quarter, and how it is made.

use super::aims;
use super::console::{Exit, Utterance};
use super::sitting::{Place, Sitting, Step};
use super::words;
use crate::app::keys::Command;
use crate::assessment::{PlanSettings, Route};
use crate::clock;
use crate::plan::{Plan, Quarter, Settings, plan};
use crate::text::day;
use crate::words::{plan as words_plan, plan_changes};

impl<'a> Sitting<'_, 'a> {
    /// The plan as it is now.
    pub(super) fn plan_now(&self) -> Plan<'a> {
        let assessment = self.session.assessment();
        plan(self.catalogue, assessment, &Settings::of(self.catalogue, assessment, clock::today()))
    }

    /// Tells the plan: how much, which way, to where; then its actions, quarter by quarter.
    pub(super) fn plan(&mut self) -> Result<Place<'a>, Exit> {
        let plan = self.plan_now();
        let mut actions = Vec::new();
        let mut parts = vec![self.head(&plan)];
        parts.extend(plan.quarters.iter().map(|next| quarter(&plan, next, &mut actions)));
        let groups = [
            (words_plan::DONE, &plan.done),
            (words_plan::DROPPED, &plan.dropped),
            (words_plan::LEFT_OUT, &plan.left_out),
        ];
        for (title, listed) in groups.into_iter().filter(|(_, listed)| !listed.is_empty()) {
            let mut part = vec![Utterance::Sentence(aims::group(title, listed.len()))];
            for listed in listed {
                actions.push(listed.question.id.clone());
                part.push(Utterance::Choice(actions.len(), aims::listed(listed)));
            }
            parts.push(part);
        }
        let prompt = aims::plan_prompt(actions.len());
        self.read_and_ask(&Place::Plan, &prompt, parts, |sitting, command, _| {
            sitting.on_plan(command, &actions)
        })
    }

    fn head(&self, plan: &Plan<'a>) -> Vec<Utterance> {
        let mut head = vec![words_plan::work(plan), words_plan::route(plan).to_owned()];
        for target in &plan.targets {
            let score = self.session.progress().score(&target.questionnaire.id);
            head.extend(score.and_then(|score| score.levels()).map(|levels| aims::way(plan, target, levels)));
            if !target.needs_dropped.is_empty() {
                let titles = target.needs_dropped.iter().map(|id| aims::action_title(self.catalogue, id));
                head.push(words_plan::needs_dropped(&titles.collect::<Vec<_>>()));
            }
        }
        if plan.to_answer() > 0 {
            head.push(words_plan::to_answer(plan.to_answer()));
        }
        head.iter().map(|line| Utterance::Sentence(words::sentence(line))).collect()
    }

    fn on_plan(&mut self, command: Command, actions: &[String]) -> Result<Step<'a>, Exit> {
        match command {
            Command::Choose(number) => match number.checked_sub(1).and_then(|line| actions.get(line)) {
                Some(question) => Ok(Step::Go(Place::Action(question.clone()))),
                None => self.say(&words::no_such_number(number, actions.len())),
            },
            Command::Settings => self.change_settings(),
            Command::State | Command::Owner | Command::Due | Command::Note | Command::Evidence => {
                self.say(aims::ACTION_FIRST)
            }
            Command::Enter => self.say(words::ALL_TOLD),
            Command::Next | Command::Previous => self.say(words::ONE_PAGE),
            _ => Ok(Step::Nothing),
        }
    }

    /// Asks what to change about route, capacity and start.
    pub(super) fn change_settings(&mut self) -> Result<Step<'a>, Exit> {
        let now = self.session.assessment().plan;
        let route = |route: Route| plan_changes::route(route, now.route() == route);
        let start = plan_changes::start(now.start);
        let choices =
            [route(Route::Shortest), route(Route::Full), plan_changes::capacity(now.capacity()), start];
        self.console.options(&choices)?;
        let changed = match self.console.choose(aims::WHICH_SETTING, choices.len())? {
            Some(1) => Some(PlanSettings { route: Some(Route::Shortest), ..now }),
            Some(2) => Some(PlanSettings { route: Some(Route::Full), ..now }),
            Some(3) => self.ask_capacity()?.map(|capacity| PlanSettings { capacity: Some(capacity), ..now }),
            Some(_) => {
                let start = self.ask_day(aims::START_HINT, aims::START_PROMPT)?;
                start.map(|start| PlanSettings { start, ..now })
            }
            None => None,
        };
        let Some(settings) = changed else { return self.say(words::UNCHANGED) };
        let done = match settings {
            _ if settings.route != now.route => plan_changes::route(settings.route(), false),
            _ if settings.capacity != now.capacity => plan_changes::capacity(settings.capacity()),
            _ => plan_changes::start(settings.start),
        };
        self.change(&words::sentence(&done), |session| session.set_plan(settings))?;
        Ok(Step::Go(self.told_anew(&Place::Plan)))
    }

    fn ask_capacity(&mut self) -> Result<Option<u32>, Exit> {
        let question = plan_changes::capacity_hint();
        let mut hint = question.as_str();
        loop {
            let line = self.console.ask_text("", hint, aims::CAPACITY_PROMPT)?.unwrap_or_default();
            hint = "";
            match line.parse() {
                Ok(capacity) if capacity >= 1 => return Ok(Some(capacity)),
                _ if line.is_empty() => return Ok(None),
                _ if line.chars().all(|c| c.is_ascii_digit()) && !line.trim_matches('0').is_empty() => {
                    self.console.say(&aims::too_much(u32::MAX))?
                }
                _ => self.console.say(&words::sentence(plan_changes::BAD_CAPACITY))?,
            }
        }
    }

    /// Asks for a day; inside, `None` is for none. `None` when nothing is to be changed.
    pub(super) fn ask_day(
        &mut self,
        mut hint: &str,
        prompt: &str,
    ) -> Result<Option<Option<jiff::civil::Date>>, Exit> {
        loop {
            let line = self.console.ask_text("", hint, prompt)?.unwrap_or_default();
            hint = "";
            match day(&line, clock::today()) {
                Some(day) => return Ok(Some(Some(day))),
                None if line.is_empty() => return Ok(None),
                None if line == words::NOTHING_MORE => return Ok(Some(None)),
                None => self.console.say(&words::sentence(plan_changes::BAD_DATE))?,
            }
        }
    }
}

/// A quarter with its actions, which are numbered through; the letters of effort are explained in the
/// first one.
fn quarter(plan: &Plan<'_>, quarter: &Quarter<'_>, actions: &mut Vec<String>) -> Vec<Utterance> {
    let sentence = |text: String| Utterance::Sentence(text);
    let mut part: Vec<Utterance> = Vec::new();
    part.extend(actions.is_empty().then(|| sentence(aims::effort())));
    part.push(sentence(words::sentence(&words_plan::quarter(quarter))));
    part.push(sentence(words_plan::finished(plan, quarter)));
    part.extend((!quarter.reaches.is_empty()).then(|| sentence(words_plan::reaches(quarter))));
    for planned in plan.actions.get(quarter.actions.clone()).unwrap_or_default() {
        actions.push(planned.question.id.clone());
        part.push(Utterance::Choice(actions.len(), aims::planned(planned)));
    }
    part
}
