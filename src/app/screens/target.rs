//! The target: the levels, what each of them means and would take, and the objectives; a page for each
//! questionnaire of kind `levels`.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::app::keys::Command;
use crate::app::response::Response;
use crate::app::{Cursor, Now, Open, Pick, Tab};
use crate::assessment::{Assessment, Edit};
use crate::interview::Session;
use crate::plan::{HigherAim, LevelForecast, Settings, forecast_level, higher_aim, toggle_objective};
use crate::questionnaire::{Catalogue, Questionnaire};
use crate::score::{LevelsScore, Score};
use crate::words::target_screen as words;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct TargetState<'a> {
    /// The page shown, from 0: which of the questionnaires of kind `levels`.
    pub page: usize,
    /// The selection on it: a level or an objective.
    pub cursor: Cursor,
    /// The first line shown of the description, from 0, where a front end scrolls.
    pub detail_top: usize,
    /// The targets as they are, a page each: questionnaire, level.
    pub targets: Vec<(&'a Questionnaire, usize)>,
    /// What each level of this page would take, as far as that is known.
    forecasts: Vec<LevelForecast<'a>>,
    /// What is suggested in place of the next level, once the forecasts are known.
    higher_aim: Option<HigherAim<'a>>,
    /// The levels of which it is not known yet, the next one last.
    left: Vec<usize>,
}

/// The questions, each counted for every level, of which the plans are made while one waits: a core
/// questionnaire has a quarter of them. What is more follows step by step.
const AT_ONCE: usize = 1000;

/// True where a look ahead, which takes several plans more, is soon there too.
pub(super) fn is_small(catalogue: &Catalogue, assessment: &Assessment) -> bool {
    assessment.asked_questions(catalogue).len() <= AT_ONCE
}

/// Everything that a page shows.
pub struct TargetPage<'s> {
    pub score: &'s Score<'s>,
    pub levels: &'s LevelsScore<'s>,
    /// The number of the level that is the target.
    pub target: usize,
    pub is_chosen: bool,
    /// The targets of all questionnaires.
    pub targets: &'s [(&'s Questionnaire, usize)],
    /// What each level from the reached one on would take.
    pub forecasts: &'s [LevelForecast<'s>],
    /// What is suggested in place of the next level, as far as that is known.
    pub higher_aim: Option<&'s HigherAim<'s>>,
    /// The ids of the objectives that are ticked.
    pub ticked: &'s [String],
    /// The points of work that a quarter has.
    pub capacity: u32,
}

impl<'a> TargetState<'a> {
    /// Makes the plans of this page anew; the selection stays, at first it is on the target.
    pub(in crate::app) fn arrive(&mut self, session: &Session<'a>, today: Date) {
        let (catalogue, assessment) = (session.catalogue(), session.assessment());
        let targets = Settings::of(catalogue, assessment, today).targets.into_iter();
        let targets = targets.filter_map(|(id, level)| Some((catalogue.questionnaire(&id)?, level)));
        self.targets = targets.collect();
        self.page = self.page.min(self.targets.len().saturating_sub(1));
        let score = scores(session).nth(self.page);
        self.forecasts.clear();
        self.higher_aim = None;
        let levels = score.and_then(|score| Some(score.levels()?.reached..score.questionnaire.levels.len()));
        let target = self.targets.get(self.page).map_or(0, |(_, level)| *level);
        self.left = levels.into_iter().flatten().collect();
        // The target comes first, then the lowest levels.
        self.left.sort_by_key(|level| (*level == target, Reverse(*level)));
        let asked = assessment.asked_questions(catalogue).len();
        let mut work = 0;
        while !self.left.is_empty() && work + asked <= AT_ONCE {
            self.step(session, today);
            work += asked;
        }
        if self.cursor.selected.is_none() {
            let reached = score.and_then(Score::levels).map_or(0, |levels| levels.reached);
            self.cursor.selected = Some(Pick::Level(target.max(reached)));
        }
    }

    /// Whether more of what levels would take is to be found out.
    pub(in crate::app) fn has_work(&self) -> bool {
        !self.left.is_empty()
    }

    /// Finds out what the next level would take.
    pub(in crate::app) fn step(&mut self, session: &Session<'a>, today: Date) {
        let (catalogue, assessment) = (session.catalogue(), session.assessment());
        let all = session.progress().scores.as_slice();
        let Some((level, score)) = self.left.pop().zip(scores(session).nth(self.page)) else { return };
        self.forecasts.push(forecast_level(catalogue, assessment, all, score, level, today));
        self.forecasts.sort_by_key(|forecast| forecast.level);
        if self.left.is_empty() {
            self.higher_aim = higher_aim(catalogue, assessment, score, today);
        }
    }

    /// Takes what a front end has moved. Something is always selected: at the upper end the highest level
    /// stays so.
    pub(in crate::app) fn moved(&mut self, cursor: Cursor) {
        let selected = cursor.selected.or(self.cursor.selected.take());
        self.cursor = Cursor { selected, ..cursor };
        self.detail_top = 0;
    }

    fn questionnaire(&self) -> Option<&'a Questionnaire> {
        self.targets.get(self.page).map(|(questionnaire, _)| *questionnaire)
    }
}

/// The scores of the questionnaires of kind `levels`.
fn scores<'s, 'a>(session: &'s Session<'a>) -> impl Iterator<Item = &'s Score<'a>> {
    session.progress().scores.iter().filter(|score| score.levels().is_some())
}

impl<'s> TargetPage<'s> {
    /// True for the level that is suggested.
    pub fn is_suggested(&self, number: usize) -> bool {
        let suggested = self.higher_aim.map_or(self.target, |aim| aim.level);
        !self.is_chosen && number == suggested && number > self.levels.reached
    }

    /// The page shown; `None` where no questionnaire has levels.
    pub fn of(open: &'s Open<'_>) -> Option<TargetPage<'s>> {
        let score = scores(&open.session).nth(open.target.page)?;
        let assessment = open.session.assessment();
        let id = &score.questionnaire.id;
        Some(TargetPage {
            score,
            levels: score.levels()?,
            target: open.target.targets.get(open.target.page)?.1,
            is_chosen: assessment.targets.contains_key(id),
            targets: &open.target.targets,
            forecasts: &open.target.forecasts,
            higher_aim: open.target.higher_aim.as_ref(),
            ticked: assessment.objectives.get(id).map_or(&[], Vec::as_slice),
            capacity: assessment.plan.capacity(),
        })
    }
}

/// What can be selected: the levels from the highest down to the reached one, then the objectives.
pub fn items(open: &Open<'_>) -> Vec<Pick> {
    let Some(page) = TargetPage::of(open) else { return Vec::new() };
    let questionnaire = page.score.questionnaire;
    let levels = (page.levels.reached..questionnaire.levels.len()).rev().map(Pick::Level);
    let objectives = questionnaire.objectives.iter().map(|objective| Pick::Objective(objective.id.clone()));
    levels.chain(objectives).collect()
}

pub(in crate::app) fn command(open: &mut Open<'_>, now: Now, command: Command) -> Response {
    let selected = open.target.cursor.selected_in(&items(open));
    match (command, selected) {
        (Command::Back, _) => open.go(Tab::Interview, now),
        (Command::Next, _) => turn(open, now, 1),
        (Command::Previous, _) => turn(open, now, -1),
        (Command::Enter, Some(Pick::Level(number))) => return aim(open, now, number),
        (Command::Enter | Command::Toggle, Some(Pick::Objective(id))) => return tick(open, now, &id),
        (Command::Toggle, _) => return Response::say(words::SPACE_HINT),
        _ => {}
    }
    Response::none()
}

fn turn(open: &mut Open<'_>, now: Now, by: isize) {
    let page = super::turned(open.target.page, open.target.targets.len(), by);
    open.target = TargetState { page, ..TargetState::default() };
    open.target.arrive(&open.session, now.today);
}

fn aim(open: &mut Open<'_>, now: Now, number: usize) -> Response {
    let Some(questionnaire) = open.target.questionnaire() else { return Response::none() };
    let Some(level) = questionnaire.levels.get(number) else { return Response::none() };
    let edit = Edit::Target(questionnaire.id.clone(), Some(level.id.clone()));
    edited(open, now, edit).and_say(words::set(questionnaire, number))
}

fn tick(open: &mut Open<'_>, now: Now, id: &str) -> Response {
    let Some(questionnaire) = open.target.questionnaire() else { return Response::none() };
    let before = open.session.assessment().objectives.get(&questionnaire.id).cloned().unwrap_or_default();
    let ticked = toggle_objective(questionnaire, &before, id);
    edited(open, now, Edit::Objectives(questionnaire.id.clone(), ticked))
}

fn edited(open: &mut Open<'_>, now: Now, edit: Edit) -> Response {
    let response = open.change(|session| session.edit(edit));
    open.target.arrive(&open.session, now.today);
    response
}
