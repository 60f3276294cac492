//! The documents that people read: the scores as text, the plan as Markdown and HTML.

use jiff::Timestamp;
use ospo_assess::assessment::{ActionState, Assessment, Decision, Entry, How, Route, State};
use ospo_assess::plan_file::{MinutesFormat, PLAN_MARKER, plan_html, plan_markdown, score_html};
use ospo_assess::questionnaire::{Catalogue, DEFAULT_SELECTION};
use ospo_assess::report::{Medium, scores};
use pulldown_cmark::{Options, Parser};

use crate::common::assessments::{answer, asking, assessment, blank, entry, midway, plan_on};
use crate::common::catalogues::{BUILT_IN, CLIMB, RESOURCES, ROLES, of, small, small_with};
use crate::common::read::Reading;

fn markdown(assessment: &Assessment, route: Route) -> String {
    let catalogue = small();
    plan_markdown(&catalogue, assessment, &plan_on(&catalogue, assessment, route), None)
}

/// Every questionnaire there is, with answers of every kind.
fn everything(catalogue: &Catalogue) -> Assessment {
    let ids: Vec<&str> = catalogue.questionnaires().map(|all| all.id.as_str()).collect();
    let mut assessment = asking(catalogue, &ids);
    for (i, question) in catalogue.questionnaires().flat_map(|all| &all.questions).enumerate() {
        let word = match i % 11 {
            0 => "unknown",
            1 => continue,
            i => &question.options[i % 2].id,
        };
        answer(&mut assessment, &question.id, word);
    }
    assessment.targets.insert("maturity-model".to_owned(), "leadership".to_owned());
    assessment
}

#[test]
fn scores_as_text() {
    insta::assert_snapshot!(scores(&small(), &midway(), Medium::Text, false).text());
}

#[test]
fn scores_as_text_with_reasons() {
    insta::assert_snapshot!(scores(&small(), &midway(), Medium::Text, true).text());
}

#[test]
fn plan_of_the_shortest_route() {
    insta::assert_snapshot!(markdown(&midway(), Route::Shortest));
}

#[test]
fn plan_of_the_full_route() {
    insta::assert_snapshot!(markdown(&midway(), Route::Full));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(markdown(&midway(), Route::Full), markdown(&midway(), Route::Full));
}

#[test]
fn one_changed_answer_changes_few_lines() {
    let before = markdown(&midway(), Route::Full);
    let mut changed = midway();
    answer(&mut changed, "lead", "half");
    let after = markdown(&changed, Route::Full);
    let lost: Vec<&str> = before.lines().filter(|line| !after.contains(line)).collect();
    let new: Vec<&str> = after.lines().filter(|line| !before.contains(line)).collect();
    let (seals, new): (Vec<&str>, Vec<&str>) =
        new.into_iter().partition(|line| line.starts_with("<!-- sealed"));
    assert!(!new.is_empty() && new.len() <= 5 && seals.len() <= 3 && lost.len() <= 8, "{lost:#?}\n{new:#?}");
    assert_eq!(before.lines().count(), after.lines().count());
}

/// As GitHub reads it: one task for each action, with its marker; headings that do not skip a level;
/// tables that are tables; no HTML but the markers.
#[test]
fn the_plan_of_everything_is_sound() {
    let catalogue = &*BUILT_IN;
    let assessment = everything(catalogue);
    let plan = plan_on(catalogue, &assessment, Route::Full);
    let text = plan_markdown(catalogue, &assessment, &plan, None);
    let reading = Reading::of(&text);
    assert!(plan.actions.len() > 150, "{} actions", plan.actions.len());
    let shown = plan.quarters.iter().flat_map(|quarter| {
        let finished = plan.finished(quarter);
        finished.actions.into_iter().chain(finished.names)
    });
    let shown: Vec<_> = shown.collect();
    assert_eq!(shown.len(), plan.actions.len());
    let ids: Vec<&str> = shown.iter().map(|planned| planned.question.id.as_str()).collect();
    assert_eq!(reading.tasks.iter().map(|task| task.id.as_str()).collect::<Vec<_>>(), ids);
    for (task, planned) in reading.tasks.iter().zip(shown) {
        assert!(task.text.starts_with(&planned.action.text.title), "{task:?}");
        assert!(!task.done, "{task:?}");
    }
    assert!(text.starts_with(PLAN_MARKER));
    assert_eq!(reading.stray_html, Vec::<String>::new());
    assert_eq!(reading.headings[0], (
            1,
            "Plan of Example Corp: OSPO maturity model, Open source strategy ladder, Marks of an established \
             programme and 5 more"
                .to_owned()
        ));
    assert!(reading.headings.windows(2).all(|pair| pair[1].0 > 1 && pair[1].0 <= pair[0].0 + 1));
    assert_eq!(reading.headings[1].1, "For the sponsor");
    assert_eq!(reading.headings[2].1, "Summary");
    let quarters = reading.headings.iter().filter(|(_, title)| title.starts_with("Quarter "));
    assert_eq!(quarters.count(), plan.quarters.len());
    assert_eq!(reading.tables, 2, "the quarters, and who is needed");
}

#[test]
fn the_page_for_the_sponsor_leaves_out_what_was_hardly_asked() {
    let mut assessment = asking(&BUILT_IN, &DEFAULT_SELECTION);
    let [first, second] = DEFAULT_SELECTION.map(|id| BUILT_IN.questionnaire(id).unwrap());
    let page = |assessment: &Assessment| {
        let plan = plan_on(&BUILT_IN, assessment, Route::Recommended);
        let text = plan_markdown(&BUILT_IN, assessment, &plan, None);
        text[..text.find("## Summary").unwrap()].to_owned()
    };
    for question in &first.questions {
        let given = Entry { revision: Some(question.revision), ..entry(&question.options[0].id) };
        assessment.answers.insert(question.id.clone(), given);
    }
    let (told, left_out) = (&first.text.title, &second.text.title);
    assert!(page(&assessment).contains(&format!("{told}: ")), "{}", page(&assessment));
    assert!(!page(&assessment).contains(&format!("{left_out}: ")), "{}", page(&assessment));
    assessment.targets.insert(second.id.clone(), second.levels[1].id.clone());
    assert!(page(&assessment).contains(&format!("{left_out}: ")), "it is aimed at: {}", page(&assessment));
}

/// The reader cannot win a sponsor: the reader is one, or sits beside one.
#[test]
fn the_page_for_the_sponsor_asks_for_what_its_reader_can_decide() {
    let mut assessment = asking(&BUILT_IN, &DEFAULT_SELECTION);
    for question in DEFAULT_SELECTION.iter().flat_map(|id| &BUILT_IN.questionnaire(id).unwrap().questions) {
        let given = Entry { revision: Some(question.revision), ..entry(&question.options[0].id) };
        assessment.answers.insert(question.id.clone(), given);
    }
    let plan = plan_on(&BUILT_IN, &assessment, Route::Recommended);
    let text = plan_markdown(&BUILT_IN, &assessment, &plan, None);
    let page = &text[..text.find("## Summary").unwrap()];
    let role = BUILT_IN.roles().iter().find(|role| {
        let asked = role.staffing.as_ref().and_then(|id| BUILT_IN.question(id));
        asked.is_some_and(|question| question.respondent == role.id)
    });
    let role = role.expect("somebody answers whether they are there");
    let to_win = &BUILT_IN.question(role.staffing.as_ref().unwrap()).unwrap().action.as_ref().unwrap().text;
    let decided = page.split("What has to be decided now").nth(1).unwrap().split("What comes first").next();
    let decided = decided.unwrap();
    assert!(decided.contains(&format!("{}: who of this management", role.text.title)), "{decided}");
    assert!(!decided.contains(&to_win.title), "{decided}");
    assert!(page.contains(&format!("{}: {}", role.text.title, to_win.why)), "it is missing, and why: {page}");
    assert!(!page.contains(&format!("{}: {}", to_win.title, to_win.why)), "{page}");
}

/// A sponsor who was in the room, or hears of it, relies on what was decided: where it was divided, the page says so.
#[test]
fn the_page_for_the_sponsor_says_what_the_room_was_divided_about() {
    let (catalogue, mut assessment) = (small(), midway());
    let page = |assessment: &Assessment| {
        let text = markdown(assessment, Route::Recommended);
        text[..text.find("## Summary").unwrap()].to_owned()
    };
    assert!(!page(&assessment).contains("divided"));
    assessment.votes.insert("policy".to_owned(), [("none".to_owned(), 3), ("fully".to_owned(), 3)].into());
    assessment.decisions.insert("policy".to_owned(), Decision::new(How::Chosen, None));
    let told = page(&assessment);
    let stated = &catalogue.question("policy").unwrap().text.question;
    let line = told.lines().find(|line| line.contains("(The room was divided.)")).expect("it is said");
    assert!(line.contains(stated.as_str()), "{stated}: {told}");
}

/// Hands were counted: that nobody knows the answer would not be true.
#[test]
fn a_question_with_votes_and_no_decision_is_not_decided_yet() {
    let mut assessment = midway();
    assessment.answers.remove("policy");
    assert!(!markdown(&assessment, Route::Recommended).contains("(voted on, not decided yet)"));
    assessment.votes.insert("policy".to_owned(), [("none".to_owned(), 3), ("fully".to_owned(), 3)].into());
    let text = markdown(&assessment, Route::Recommended);
    assert!(text.contains("(voted on, not decided yet)") && !text.contains("Nobody knows"), "{text}");
}

#[test]
fn who_and_when_stand_in_a_fixed_form() {
    let text = markdown(&midway(), Route::Full);
    let from = text.find("<!-- action: meetups -->").unwrap();
    let task: Vec<&str> = text[from..].lines().skip(1).take(4).collect();
    assert_eq!(
        task,
        [
            "  - role: Head",
            "  - owner: <!-- owner --> Ana",
            "  - due: <!-- due --> 2027-01-31",
            "  - state: <!-- state --> doing"
        ]
    );
    let from = text.find("<!-- action: lead -->").unwrap();
    let task: Vec<&str> = text[from..].lines().skip(1).take(3).collect();
    assert_eq!(task, ["  - role: Head", "  - owner: <!-- owner -->", "  - due: <!-- due -->"]);
}

#[test]
fn what_was_said_goes_with_the_action() {
    let text = markdown(&midway(), Route::Full);
    let note = "  - note:\n    > Berlin in May.\\\n    > Lyon in June.\n    >\n    > Ask Ana.\n";
    let evidence = "  - evidence: <https://example.org/meet>\n  - evidence: `minutes of 3 June`\n";
    assert!(text.contains(&format!("{note}{evidence}")), "{text}");
}

#[test]
fn notes_on_what_is_not_in_the_plan_stand_in_a_part_of_their_own() {
    let mut assessment = midway();
    let note = "Ask #7\nnot <!-- action: x --> this";
    assessment.answers.values_mut().for_each(|entry| entry.note = Some(note.to_owned()));
    assessment.actions.clear();
    let plan = markdown(&assessment, Route::Shortest);
    let noted = assessment.answers.len();
    assert_eq!(plan.matches("> Ask #7\\\n").count(), noted, "each note stands once\n{plan}");
    let (_, notes) = plan.split_once("<!-- part: notes -->\n\n## Notes\n").unwrap();
    assert!(
        notes.split("<!-- end -->").next().unwrap().contains("\n  > not &lt;!-- action: x --&gt; this\n")
    );
}

#[test]
fn an_owner_may_be_a_mention_and_nothing_else_is() {
    let mut assessment = midway();
    let question = assessment.answers.keys().next().unwrap().clone();
    let at = |owner: &str| ActionState { owner: Some(owner.to_owned()), ..ActionState::default() };
    for id in assessment.answers.keys() {
        assessment.actions.insert(id.clone(), at("@arno"));
    }
    assessment.answers.get_mut(&question).unwrap().note = Some("ask @arno".to_owned());
    let plan = markdown(&assessment, Route::Full);
    assert!(plan.contains("  - owner: <!-- owner --> @arno\n"), "{plan}");
    assert!(plan.contains("> ask @\u{2060}arno"));
}

#[test]
fn done_and_dropped_actions_stand_apart() {
    let mut assessment = midway();
    let state = |state| ActionState { state, owner: Some("Ben".to_owned()), due: None };
    assessment.actions.insert("lead".to_owned(), state(State::Done));
    assessment.actions.insert("contributions".to_owned(), state(State::Dropped));
    let text = markdown(&assessment, Route::Full);
    let reading = Reading::of(&text);
    let done: Vec<&str> =
        reading.tasks.iter().filter(|task| task.done).map(|task| task.id.as_str()).collect();
    assert_eq!(done, ["lead"]);
    assert!(!text.contains("action: contributions"), "what is dropped is no task");
    assert!(
        text.contains("## Dropped\n\nDecided against. No route takes them.\n\n- Give changes back"),
        "{text}"
    );
    assert!(text.contains("Out of reach while this is dropped: Give changes back"), "{text}");
    assert!(text.contains("1 done, 1 under way, 1 dropped"), "{text}");
}

#[test]
fn questions_to_find_out_are_grouped_by_whom_to_ask() {
    let mut assessment = midway();
    answer(&mut assessment, "policy", "unknown");
    let text = markdown(&assessment, Route::Full);
    let from = text.find("## Find out first").unwrap();
    let until = text.find("## Quarter 1").unwrap();
    let part = &text[from..until];
    let head = part.find("**Ask: Head**\n  - Is there a policy? (we don't know)").unwrap();
    let engineer = part.find("**Ask: Engineer**\n").unwrap();
    assert!(head < engineer, "in the order of the roles:\n{part}");
    assert!(part[engineer..].contains("  - Is there training? (no answer yet)"), "{part}");
}

#[test]
fn with_everything_in_place_the_plan_says_so() {
    let catalogue = small();
    let mut assessment = blank();
    for question in catalogue.questionnaires().flat_map(|all| &all.questions) {
        let best = question.options.last().unwrap().id.clone();
        answer(&mut assessment, &question.id, &best);
    }
    let text = markdown(&assessment, Route::Full);
    assert!(text.contains("- **Work:** Nothing is left to do for the targets\n"), "{text}");
    assert!(Reading::of(&text).tasks.is_empty());
}

#[test]
fn an_assessment_without_questionnaires_still_makes_a_page() {
    let empty = Assessment { organization: String::new(), ..Assessment::default() };
    let reading = Reading::of(&markdown(&empty, Route::Shortest));
    assert_eq!(reading.headings[0], (1, "Plan of ".to_owned()));
}

/// A licence and a credit are those of the questionnaires in the report, and of no other.
#[test]
fn each_questionnaire_in_a_report_says_its_licence_and_whom_it_is_owed_to() {
    let owned =
        CLIMB.replacen("kind = ", "licence = \"GPL-3.0-only\"\ncredit = \"Thanks to Ada.\"\nkind = ", 1);
    let catalogue = small_with(&owned);
    let expected =
        "Climb 1.2.0, after “On Climbing” by A. Author (Press, 2020). Thanks to Ada. Licence: GPL-3.0-only";
    let of = |questionnaires: &[&str]| {
        let assessment = assessment(questionnaires, &[]);
        let plan =
            plan_markdown(&catalogue, &assessment, &plan_on(&catalogue, &assessment, Route::Full), None);
        (plan, scores(&catalogue, &assessment, Medium::Markdown, false).markdown())
    };
    let (plan, result) = of(&["climb", "team"]);
    for report in [plan, result] {
        assert!(report.contains(expected) && report.contains("- Team 2.0.0\n"), "{report}");
        assert!(!report.contains("CC BY") && !report.contains("TODO Group"), "{report}");
    }
    let (plan, result) = of(&["team"]);
    assert!(!plan.contains("Licence") && !result.contains("Licence"), "{plan}{result}");
    let built_in = assessment(&["friction"], &[]);
    let result = scores(&BUILT_IN, &built_in, Medium::Markdown, false).markdown();
    assert!(result.contains("TODO Group") && result.contains("Licence: CC BY 4.0, "), "{result}");
}

#[test]
fn the_html_stands_alone() {
    let catalogue = small();
    let mut assessment = midway();
    assessment.organization = "</title><script>alert(1)</script>".to_owned();
    let plan = plan_on(&catalogue, &assessment, Route::Full);
    let html = plan_html(&catalogue, &assessment, &plan, None);
    assert!(html.starts_with("<!DOCTYPE html>"));
    assert!(!html.contains("<script") && !html.contains("<!--"), "nothing raw gets through");
    assert!(
        !html.contains("src=") && !html.contains("<link") && !html.contains("@import"),
        "nothing from elsewhere"
    );
    assert_eq!(html.matches("<input").count(), plan.actions.len());
    assert!(html.contains("<title>Plan of &lt;/title&gt;&lt;script&gt;"), "{html}");
    assert!(!html.contains("href=\"javascript"));
    are_whole(&html);
}

/// Each figure is drawn, named, described, and has a table; nothing is left open.
fn are_whole(html: &str) {
    let figures: Vec<&str> =
        html.split("<figure>").skip(1).map(|rest| rest.split("</figure>").next().unwrap()).collect();
    assert!(figures.len() > 2);
    for figure in figures {
        let desc = figure.split("<desc").nth(1).unwrap().split("</desc>").next().unwrap();
        assert!(desc.split_once('>').unwrap().1.len() > 10, "{figure}");
        for part in ["figcaption", "svg", "title", "desc", "details", "summary", "table", "thead", "tbody"] {
            assert_eq!(figure.matches(&format!("<{part}")).count(), 1, "{part}: {figure}");
            assert_eq!(figure.matches(&format!("</{part}>")).count(), 1, "{part}: {figure}");
        }
    }
    let headings: Vec<usize> =
        html.split("<h").skip(1).filter_map(|rest| rest.get(..1)?.parse().ok()).collect();
    assert_eq!(headings[0], 1);
    assert!(
        headings.windows(2).all(|pair| pair[1] <= pair[0] + 1),
        "no level of headings is left out: {headings:?}"
    );
}

/// The drawn figures say what the figures of characters say.
#[test]
fn a_page_has_the_staircase_the_gates_the_ability_the_areas_and_the_quarters() {
    let (catalogue, assessment) = (small(), midway());
    let plan = plan_on(&catalogue, &assessment, Route::Full);
    let html = plan_html(&catalogue, &assessment, &plan, None);
    are_whole(&html);
    assert!(html.contains("here at least"), "the staircase in words");
    assert!(html.contains("<circle class=\"here\"") && html.contains("class=\"gate\""));
    let captions: Vec<&str> =
        html.split("<figcaption>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    insta::assert_snapshot!(captions.join("\n"));
    are_whole(&score_html(&catalogue, &assessment, None));
}

/// What several people said stands behind the results, the most divided first.
#[test]
fn a_page_draws_how_far_people_agree() {
    let (catalogue, mut assessment) = (small(), midway());
    assert!(!score_html(&catalogue, &assessment, None).contains("How far the answers agree"));
    let votes =
        |said: &[(&str, u32)]| said.iter().map(|(word, votes)| ((*word).to_owned(), *votes)).collect();
    assessment.votes.insert("inventory".to_owned(), votes(&[("most", 4)]));
    assessment.votes.insert("policy".to_owned(), votes(&[("none", 2), ("fully", 2)]));
    let html = score_html(&catalogue, &assessment, None);
    are_whole(&html);
    let figure = html.split_once("How far the answers agree").unwrap().1.split("</figure>").next().unwrap();
    let (divided, same) = (figure.find("−1.00").unwrap(), figure.find(">1.00").unwrap());
    assert!(divided < same && figure.contains("none") && figure.contains("strong"), "{figure}");
}

/// GitHub, GitLab and pandoc read plans by implementations of their own: two of them see the same words in the
/// same headings, lists, tables and quotes.
#[test]
fn two_implementations_of_markdown_see_the_same_plan() {
    let catalogue = &*BUILT_IN;
    let mut assessment = everything(catalogue);
    let answer = assessment.answers.values_mut().next().unwrap();
    answer.note = Some("Two *lines* of <b>text</b>, @ana & #12\n- and a | second".to_owned());
    let plan = plan_markdown(catalogue, &assessment, &plan_on(catalogue, &assessment, Route::Full), None);
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let mut ours = String::new();
    pulldown_cmark::html::push_html(&mut ours, Parser::new_ext(&plan, options));
    let mut gfm = markdown::Options::gfm();
    // Both drop no comment, so that none hides a difference.
    gfm.compile.allow_dangerous_html = true;
    let other = markdown::to_html_with_options(&plan, &gfm).unwrap();
    let (ours, other) = (words_and_blocks(&ours), words_and_blocks(&other));
    assert!(ours.len() > 200, "{ours:?}");
    for (ours, other) in ours.iter().zip(&other) {
        assert_eq!(ours, other);
    }
    assert_eq!(ours.len(), other.len());
}

/// The blocks of a page, each with its words: without attributes, entities and how its lines are divided.
fn words_and_blocks(html: &str) -> Vec<String> {
    const BLOCKS: [&str; 9] = ["h1", "h2", "h3", "li", "p", "td", "th", "blockquote", "pre"];
    let mut blocks = vec![String::new()];
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if BLOCKS.contains(&name) {
            blocks.push(if tag.starts_with('/') { String::new() } else { format!("{name}: ") });
        }
        if let Some(block) = blocks.last_mut() {
            *block += text;
        }
    }
    let plain = |block: String| {
        let block = ["&quot;", "&#39;", "&amp;", "&lt;", "&gt;"]
            .iter()
            .zip(["\"", "'", "&", "<", ">"])
            .fold(block, |block, (entity, sign)| block.replace(entity, sign));
        block.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    // Whether an item of a list holds a paragraph is a matter of blank lines, which readers do not see.
    let blocks = blocks.into_iter().map(plain).map(|block| block.trim_start_matches("p: ").to_owned());
    blocks.filter(|block| !block.is_empty() && block != "p:" && block != "li:").collect()
}

/// A questionnaire is a file of somebody: its names are text in a drawing too.
#[test]
fn names_of_a_questionnaire_are_no_markup_in_figures() {
    let hostile = CLIMB.replace("title = \"", "title = \"</title></svg><script>");
    let catalogue = of(&[("climb.toml", &hostile), ("roles.toml", ROLES), ("resources.toml", RESOURCES)]);
    let html = score_html(&catalogue, &midway(), None);
    assert!(html.contains("&lt;/title&gt;&lt;/svg&gt;&lt;script&gt;") && !html.contains("<script"));
    are_whole(&html);
}

/// A question that left its questionnaires keeps its answer; scores and plan name it, each in one line.
#[test]
fn answers_to_questions_that_left_are_named() {
    let (catalogue, mut assessment) = (small(), midway());
    let named = "No longer asked, kept and not scored (1): left-long-ago.";
    let plan = plan_on(&catalogue, &assessment, Route::Shortest);
    assert!(!plan_markdown(&catalogue, &assessment, &plan, None).contains("No longer asked"));
    answer(&mut assessment, "left-long-ago", "partly");
    let plan = plan_on(&catalogue, &assessment, Route::Shortest);
    assert!(plan_markdown(&catalogue, &assessment, &plan, None).contains(named));
    assert!(scores(&catalogue, &assessment, Medium::Text, false).text().contains(named));
}

#[test]
fn the_next_steps_of_minutes_are_those_still_to_be_done() {
    let catalogue = small();
    let mut assessment = midway();
    let mut with_action = catalogue.questionnaires().flat_map(|all| &all.questions);
    let question = with_action.find(|question| question.action.is_some()).unwrap();
    let mut minutes = |state| {
        let action = ActionState { state, owner: Some("Kim".to_owned()), ..ActionState::default() };
        assessment.actions.insert(question.id.clone(), action);
        MinutesFormat::Markdown.minutes_of(&catalogue, &assessment)
    };
    for state in State::ALL {
        let is_left = matches!(state, State::Todo | State::Doing);
        assert_eq!(minutes(*state).contains(": Kim"), is_left, "{state:?}");
    }
}

#[test]
fn minutes_have_questions_in_the_order_in_which_they_were_decided() {
    let catalogue = small();
    let mut assessment = blank();
    let asked: Vec<_> =
        assessment.asked_questions(&catalogue).into_iter().take(3).map(str::to_owned).collect();
    let at = |minute: i64| Some(Timestamp::from_second(minute * 60).unwrap());
    let how = |how| Decision::new(how, None);
    for (id, minute) in [(&asked[2], 1), (&asked[1], 2)] {
        answer(&mut assessment, id, "unknown");
        assessment.answers.get_mut(id).unwrap().answered_at = at(minute);
        assessment.decisions.insert(id.clone(), how(How::Chosen));
    }
    assessment.decisions.insert(asked[0].clone(), how(How::Parked));
    let minutes = MinutesFormat::Markdown.minutes_of(&catalogue, &assessment);
    let place = |id: &String| minutes.find(&catalogue.question(id).unwrap().text.question).unwrap();
    assert!(place(&asked[2]) < place(&asked[1]) && place(&asked[1]) < place(&asked[0]), "{minutes}");
}
