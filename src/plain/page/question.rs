//! A question, and what an answer to it brought about.

use super::Page;
use crate::app::Open;
use crate::interview::Milestone;
use crate::questionnaire::Question;
use crate::report::{self, tree::Block};
use crate::score::{Standing, standing};
use crate::words::interview::{group_title, next_step};
use crate::words::prompts;
use crate::words::{interview_screen, results_screen, spoken as words, team};

pub(super) fn page(open: &Open<'_>) -> Page {
    match (&open.interview.milestone, open.session.question()) {
        (Some(milestone), _) => self::milestone(open, milestone),
        (None, Some(question)) => self::question(open, question),
        (None, None) => {
            let mut page = Page::new("question", 1);
            page.say(results_screen::NOTHING_ASKED);
            page.prompt = prompts::answer_prompt(0);
            page
        }
    }
}

fn question(open: &Open<'_>, question: &Question) -> Page {
    let session = &open.session;
    let mut page = Page::new(format!("question {}", question.id), usize::MAX);
    page.say(words::place(session));
    if let Some(key) = session.position().and_then(interview_screen::key_question) {
        page.say(key);
    }
    page.say(words::question(question));
    match (session.standing(), &question.only_if) {
        (Some(standing), Some(condition)) if standing.is_implied() => {
            page.say(interview_screen::not_asked(&condition.question));
        }
        _ => {}
    }
    options(&mut page, question, open.interview.worth);
    page.say(question.text.help.as_str());
    page.prompt = prompts::answer_prompt(question.options.len());
    names(&mut page, open);
    if let Some(role) = session.catalogue().role(&question.respondent) {
        page.sentence(&interview_screen::whom_to_ask(&role.text.title));
    }
    if let Some(last) = team::last_time(question, session.assessment()) {
        page.sentence(&words::spoken(&last));
    }
    let Some(entry) = session.assessment().entry(&question.id) else { return page };
    if entry.answer.is_some() {
        let standing = session.standing().unwrap_or(Standing::Unanswered);
        page.say(words::answer_now(question, session.answered_line(), entry, standing));
    }
    if let Some(note) = &entry.note {
        words::note(note).lines().for_each(|line| page.say(line));
    }
    entry.evidence.iter().for_each(|place| page.say(words::evidence(place)));
    page
}

/// The names that the question speaks of.
pub(super) fn names(page: &mut Page, open: &Open<'_>) {
    for (list, names) in open.session.lists() {
        page.sentence(&interview_screen::names(list, names));
    }
}

/// The options of a question, each with what it is worth where that is wanted.
pub(super) fn options(page: &mut Page, question: &Question, with_worth: bool) {
    for (text, option) in question.text.options.iter().zip(&question.options) {
        let worth = if with_worth { words::worth(option.credit) } else { String::new() };
        page.next_choice(format!("{worth}{}", text.text));
    }
}

fn milestone<'a>(open: &Open<'a>, milestone: &Milestone<'a>) -> Page {
    let mut page = Page::new("milestone", 1);
    let told = report::verdict::milestone(
        open.session.catalogue(),
        open.session.assessment(),
        &open.session.progress().scores,
        &milestone.told,
        milestone.complete,
    );
    page.say(told.title);
    for section in told.sections {
        page.say(section.heading);
        section.blocks.iter().flat_map(Block::spoken).for_each(|text| page.say(text));
    }
    let steps = open.session.next_steps(milestone);
    page.prompt = prompts::milestone_prompt(steps.len());
    steps.into_iter().for_each(|step| page.next_choice(next_step(open.session.progress(), step)));
    page
}

pub(super) fn list(open: &Open<'_>) -> Vec<String> {
    let (catalogue, assessment) = (open.session.catalogue(), open.session.assessment());
    let Some(position) = open.session.position() else {
        return vec![results_screen::NOTHING_ASKED.to_owned()];
    };
    let groups = open.session.progress().groups.iter();
    let here = groups.filter(|(group, _)| group.questionnaire.id == position.questionnaire.id);
    let groups = here.map(|(group, _)| {
        let known = group.places.iter().filter_map(|place| catalogue.question(&place.question));
        let marks = known.map(|question| words::mark(question, standing(catalogue, assessment, question)));
        words::marks(group_title(group), &marks.collect::<Vec<_>>())
    });
    groups.chain([words::LIST_HINT.to_owned()]).collect()
}
