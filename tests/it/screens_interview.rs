//! Home and the interview by their keys.

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use insta::assert_snapshot;
use jiff::SignedDuration;
use ospo_assess::app::keys::Context;
use ospo_assess::app::{Effect, Listing, Message, SaveProblem};
use ospo_assess::assessment::{Answer, Assessment};

use crate::common::catalogues::BUILT_IN;
use crate::common::keys::keys;
use crate::common::screen::{Screen, TODAY};
use crate::common::sweep::sweep;

fn first_run(columns: u16, rows: u16) -> Screen<'static> {
    Screen::new(&BUILT_IN, columns, rows)
}

/// A new assessment of the two core questionnaires, at its first question.
fn begun(columns: u16, rows: u16) -> Screen<'static> {
    let mut screen = first_run(columns, rows);
    screen.press("aExample Corp<enter><enter>");
    screen
}

fn file(screen: &Screen<'_>) -> Assessment {
    screen.file.clone().unwrap()
}

/// The answer to a question as the file has it.
fn answer(screen: &Screen<'_>, question: &str) -> Option<String> {
    let file = file(screen);
    file.answers.get(question)?.answer.as_ref().map(|answer| answer.word().to_owned())
}

/// The question at which the interview is.
fn at(screen: &mut Screen<'_>) -> String {
    let text = screen.text();
    let line = text.lines().nth(1).unwrap().to_owned();
    line.split(" · ").nth(1).unwrap_or_default().trim().to_owned()
}

#[test]
fn screens_at_first_sight() {
    assert_snapshot!("home_first_run_80x24", first_run(80, 24).text());
    assert_snapshot!("question_80x24", begun(80, 24).text());
    assert_snapshot!("milestone_80x24", begun(80, 24).press_to_milestone("1").text());
    assert_snapshot!("help_80x24", begun(80, 24).press("?").text());
}

/// The welcome is shortened, and there is no list beside the question.
#[test]
fn screens_at_first_sight_where_there_is_little_room() {
    assert_snapshot!("home_first_run_60x16", first_run(60, 16).text());
    assert_snapshot!("question_60x16", begun(60, 16).text());
}

#[test]
fn a_new_assessment_asks_the_core_questionnaires() {
    let screen = begun(80, 24);
    let asked: Vec<_> = file(&screen).questionnaires.into_iter().map(|(id, _)| id).collect();
    assert_eq!(asked, ospo_assess::questionnaire::DEFAULT_SELECTION);
    assert_eq!(file(&screen).organization, "Example Corp");
}

#[test]
fn a_name_is_asked_for_until_there_is_one() {
    let mut screen = first_run(80, 24);
    screen.press("a<enter>");
    assert!(screen.shows("Give the organisation a name"));
    screen.press("<esc>");
    assert!(screen.shows("Welcome") && screen.file.is_none());
}

#[test]
fn a_digit_answers_and_goes_on() {
    let mut screen = begun(80, 24);
    let first = at(&mut screen);
    screen.press("3");
    assert_eq!(answer(&screen, &first).as_deref(), Some("partly"));
    assert_ne!(at(&mut screen), first);
    assert!(screen.shows(&format!("{first}: 3 In place in part")), "the last answer stays in sight");
}

#[test]
fn zero_is_unknown_and_not_the_same_as_the_first_option() {
    let mut screen = begun(80, 24);
    let first = at(&mut screen);
    screen.press("0");
    assert_eq!(answer(&screen, &first).as_deref(), Some("unknown"));
}

#[test]
fn not_applicable_needs_a_reason() {
    let mut screen = begun(80, 24);
    let first = at(&mut screen);
    screen.press("x<enter>");
    assert!(screen.shows("Say why it does not apply"));
    assert_eq!(answer(&screen, &first), None);
    screen.press("We ship nothing<enter>");
    let entry = file(&screen).answers[&first].clone();
    assert_eq!(
        (entry.answer, entry.reason.as_deref()),
        (Some(Answer::NotApplicable), Some("We ship nothing"))
    );
}

#[test]
fn arrows_highlight_and_enter_chooses() {
    let mut screen = begun(80, 24);
    let first = at(&mut screen);
    screen.press("<down>j<down><enter>");
    assert_eq!(answer(&screen, &first).as_deref(), Some("partly"));
    screen.press("<left>");
    let back = at(&mut screen);
    assert_eq!(back, first, "the list begins with the first question");
    let saves = screen.effects.iter().filter(|effect| matches!(effect, Effect::Save(..))).count();
    screen.press("<enter>");
    let after = screen.effects.iter().filter(|effect| matches!(effect, Effect::Save(..))).count();
    assert_eq!(saves, after, "Enter on the present answer changes nothing");
}

#[test]
fn enter_without_a_highlight_passes_over() {
    let mut screen = begun(80, 24);
    let first = at(&mut screen);
    screen.press("<enter>");
    assert_ne!(at(&mut screen), first);
    assert_eq!(answer(&screen, &first), None);
}

#[test]
fn backspace_takes_the_answer_away_and_keeps_the_note() {
    let mut screen = begun(80, 24);
    let first = at(&mut screen);
    screen.press("nLawyers know<enter>3<left>");
    assert!(screen.shows("Note: Lawyers know"));
    screen.press("<back>");
    assert_eq!(answer(&screen, &first), None);
    assert_eq!(file(&screen).answers[&first].note.as_deref(), Some("Lawyers know"));
}

#[test]
fn undo_and_redo_cover_answers_and_notes() {
    let mut screen = begun(80, 24);
    let first = at(&mut screen);
    screen.press("nA<a-enter>B<enter>3");
    screen.press("uu");
    assert_eq!(at(&mut screen), first);
    assert!(file(&screen).answers.is_empty());
    screen.press("UU");
    let entry = &file(&screen).answers[&first];
    assert_eq!((entry.note.as_deref(), entry.answer.is_some()), (Some("A\nB"), true));
    screen.press("U");
    assert!(screen.shows("Nothing to redo"));
}

#[test]
fn leaving_in_the_middle_of_a_note_keeps_it() {
    let mut screen = begun(80, 24);
    let first = at(&mut screen);
    screen.press("nhalf a tho").resize(50, 10).press("q");
    assert_eq!(file(&screen).answers[&first].note.as_deref(), Some("half a tho"));
    assert_eq!(screen.effects.last(), Some(&Effect::Quit));
    let mut screen = begun(80, 24);
    screen.press("nhalf<c-c>");
    assert_eq!(file(&screen).answers[&first].note.as_deref(), Some("half"));
    assert_eq!(screen.effects.last(), Some(&Effect::Quit));
}

#[test]
fn evidence_is_one_address_a_line() {
    let mut screen = begun(80, 24);
    let first = at(&mut screen);
    screen.press("ehttps://example.org/sbom<a-enter><c-j>  shelf 7 <enter>");
    assert_eq!(file(&screen).answers[&first].evidence, ["https://example.org/sbom", "shelf 7"]);
}

#[test]
fn pasted_text_is_never_taken_as_keys() {
    let mut screen = begun(80, 24);
    screen.input(Event::Paste("3q\u{1b}[31m".to_owned()));
    assert!(file(&screen).answers.is_empty());
    assert!(screen.shows("press n first"));
    screen.press("n");
    screen.input(Event::Paste("one\r\ntwo \u{1b}[31mred".to_owned()));
    screen.press("<enter>");
    let first = at(&mut screen);
    let note = file(&screen).answers[&first].note.clone().unwrap();
    assert!(note.starts_with("one\ntwo ") && !note.contains('\u{1b}'), "{note:?}");
}

#[test]
fn digits_pressed_fast_do_not_choose_a_way_after_a_result() {
    let mut screen = begun(80, 24);
    screen.pace = SignedDuration::from_millis(200);
    let before = screen.press_to_milestone("1").text();
    assert!(before.contains("Stage 0, Ad hoc"), "{before}");
    assert!(screen.press("1111").shows("That number came too soon"), "{}", screen.text());
    screen.pace = SignedDuration::from_millis(300);
    screen.press("3");
    assert!(screen.shows("Stage 2 Community-driven"), "what sharpens the plan comes next");
}

#[test]
fn beside_a_result_a_note_is_about_the_question_just_answered() {
    let mut screen = begun(80, 24);
    let mut last = String::new();
    while screen.ui.app().context() == Context::Interview {
        last = at(&mut screen);
        screen.press("1");
    }
    assert!(screen.shows("Stage 0, Ad hoc"));
    screen.press("nthe board said so<enter>");
    assert_eq!(file(&screen).answers[&last].note.as_deref(), Some("the board said so"));
    assert!(screen.shows("Stage 0, Ad hoc"), "it stands until one goes on");
    screen.press("e");
    let question = &BUILT_IN.question(&last).unwrap().text.question;
    assert!(screen.shows(&format!("Evidence: {}", &question[..30])), "{}", screen.text());
    screen.input(Event::Paste("shelf 7".to_owned()));
    screen.press("<enter>");
    assert_eq!(file(&screen).answers[&last].evidence, ["shelf 7"]);
    let above = |screen: &mut Screen<'_>| screen.text().rsplit_once('\n').map(|(above, _)| above.to_owned());
    let before = above(&mut screen);
    screen.press("<space>xv0zy");
    assert_eq!(above(&mut screen), before, "letters without a meaning there do nothing, and say so");
    assert!(screen.shows("y does nothing here"));
    screen.press("<down><enter>");
    assert_ne!(at(&mut screen), last, "the way on leads to the next question");
}

#[test]
fn all_ways_on_are_seen_and_all_of_a_result_can_be_read() {
    let mut screen = begun(60, 16);
    let first = screen.press_to_milestone("1").text();
    assert!(first.contains("See the plan as it is now") && first.contains("PgDn"), "{first}");
    let mut seen = first.clone();
    for _ in 0..3 {
        seen += &screen.press("<pgdn>").text();
    }
    for words in ["Stage 0, Ad hoc", "Missing for stage 1", "does not carry a higher one yet."] {
        assert!(seen.contains(words), "{words}\n{seen}");
    }
    assert_eq!(screen.press("<pgup><pgup><pgup>").text(), first);
}

#[test]
fn undoing_the_last_answer_takes_the_result_back_too() {
    let mut screen = begun(80, 24);
    screen.press_to_milestone("1").press("u");
    assert!(screen.shows("1 question to the first result"), "{}", screen.text());
    screen.press("1");
    assert!(screen.shows("What next?"), "{}", screen.text());
}

#[test]
fn the_way_to_the_first_result_is_short_and_said_so() {
    let mut screen = begun(80, 24);
    assert!(screen.shows("18 questions to the first result, about 12 minutes"), "{}", screen.text());
    assert!(!screen.shows("in all") && !screen.shows("provisional"));
    screen.press_to_milestone("1").press("3");
    assert!(screen.shows("· stage 0") && screen.shows(" in all: about"), "{}", screen.text());
}

#[test]
fn what_follows_from_another_answer_is_marked_and_explained() {
    let mut screen = begun(80, 24);
    screen.press("/hosted-projects<enter><enter>1");
    screen.press("/project-staff<enter><enter>");
    assert!(screen.shows(" >= project-staff") && screen.shows("= follows from another"), "{}", screen.text());
    assert!(screen.shows("3 Engagement-driven") && !screen.shows("1/8"), "what is implied is not counted");
    assert!(screen.shows("Not asked: it follows from the answer to"), "{}", screen.text());
    screen.press("3");
    assert_eq!(answer(&screen, "project-staff").as_deref(), Some("partly"), "an answer of its own counts");
}

#[test]
fn names_are_asked_once_and_shown_beside_each_question_that_speaks_of_them() {
    let mut screen = begun(80, 24);
    assert!(screen.press("L").shows("This question speaks of no list of names"));
    screen.press("/critical-project-work<enter><enter>");
    assert!(screen.shows("Your critical projects: none named yet (L)"), "{}", screen.text());
    screen.press("Lzephyr; Foo, Inc.;<enter>");
    assert_eq!(file(&screen).lists["critical-projects"], ["zephyr", "Foo, Inc."]);
    screen.press("uLzephyr<a-enter>  yocto<enter>");
    assert_eq!(file(&screen).lists["critical-projects"], ["zephyr", "yocto"]);
    screen.press("/active-maintainers<enter><enter>");
    assert!(screen.shows("Your critical projects: zephyr, yocto (L)"), "{}", screen.text());
    let eleven = (0..11).map(|i| format!("{i}<a-enter>")).collect::<String>();
    assert!(screen.press(&format!("L<a-enter>{eleven}<enter>")).shows("more than 10 names"));
    screen.press("<esc>");
    assert_eq!(file(&screen).lists["critical-projects"].len(), 2, "as it was");
    assert!(screen.press("u").shows("Taken back: the list Your critical projects"));
    assert!(file(&screen).lists.is_empty());
}

#[test]
fn question_and_options_stay_in_sight_beside_a_note() {
    every_question(80, 24, |id, screen| {
        let question = BUILT_IN.question(id).unwrap();
        let text = screen.press("n").text();
        let seen: String = text.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ");
        let words = question.text.options.iter().flat_map(|option| option.text.split_whitespace());
        for word in words.flat_map(|word| word.split('-')) {
            assert!(seen.contains(word), "{id}: {word}\n{text}");
        }
        screen.press("<esc>");
    });
}

#[test]
fn a_text_box_is_left_as_it_was_or_taken() {
    let mut screen = begun(80, 24);
    let first = at(&mut screen);
    assert!(screen.press("n").shows("Enter: done · Alt+Enter: new line · Esc: as it was"));
    screen.press("not this<esc>");
    assert!(file(&screen).answers.is_empty());
    screen.press("nthis<enter>3");
    let entry = file(&screen).answers[&first].clone();
    assert_eq!(entry.note.as_deref(), Some("this"), "the digit after it is an answer");
    assert!(entry.answer.is_some());
}

#[test]
fn whom_a_questionnaire_suits_is_said_where_it_is_chosen() {
    let mut screen = first_run(80, 24);
    screen.press("aExample Corp<enter>");
    for (i, questionnaire) in BUILT_IN.questionnaires().enumerate() {
        assert!(!questionnaire.text.suits.is_empty(), "{}", questionnaire.id);
        assert!(screen.shows(&questionnaire.text.suits), "{i}\n{}", screen.text());
        screen.press("<down>");
    }
    assert!(screen.press("<home>").shows("result comes after 18 questions."));
}

#[test]
fn undo_says_what_it_took_back() {
    let mut screen = begun(80, 24);
    screen.press("3");
    assert!(screen.shows("inventory: 3 In place in part (u undoes)"));
    screen.press("u");
    assert!(screen.shows("Taken back: inventory"));
    assert!(!screen.press("<up>").shows("u undoes"));
    assert!(screen.press("U").shows("Made again: inventory"));
    screen.press("b<down><space><enter>u");
    assert!(screen.shows("Taken back: which questionnaires are asked"));
}

#[test]
fn help_over_a_list_leads_back_to_the_list() {
    let mut screen = begun(80, 24);
    screen.press("b<down><space>?");
    assert!(screen.shows("Help: Ticking lines of a list"));
    let (text, ticked) = (screen.text(), "tick or untick");
    assert!(text.contains(ticked), "{text}");
    screen.press("?");
    assert!(screen.shows("Which questionnaires?") && screen.shows("2 [ ]"), "with its ticks");
    screen.press("<esc>");
    assert!(!screen.shows("Which questionnaires?"));
}

#[test]
fn a_name_stays_where_one_comes_back_from_the_list_after_it() {
    let mut screen = Screen::new(&BUILT_IN, 80, 24);
    screen.press("aNorthwind<enter>");
    assert!(screen.shows("Which questionnaires?"));
    assert!(screen.press("<esc>").shows("New assessment") && screen.shows("Northwind"), "{}", screen.text());
    assert!(!screen.press("<esc>").shows("Northwind"));
}

#[test]
fn control_u_clears_a_field() {
    let mut screen = begun(80, 24);
    screen.press("/executive<c-u>sponsor");
    assert!(screen.shows("sponsor") && !screen.shows("executivesponsor"));
}

#[test]
fn when_everything_is_answered_the_first_way_on_is_highlighted() {
    let mut assessment = file(&begun(80, 24));
    assessment.questionnaires.retain(|(id, _)| id == "strategy-ladder");
    let mut screen = Screen::open(&BUILT_IN, assessment, 80, 24);
    while !screen.press_to_milestone("2").shows("Everything is answered.") {
        screen.press("<esc>");
    }
    assert!(screen.shows("> 1 See where you stand"), "{}", screen.text());
}

#[test]
fn going_on_with_the_other_questionnaire_is_offered() {
    let mut screen = begun(80, 24);
    screen.press_to_milestone("1").press("<down><enter>");
    assert!(screen.shows("Example Corp: Open source strategy ladder"));
}

#[test]
fn a_questionnaire_that_ends_without_another_result_says_so_and_what_comes_next() {
    let mut screen = begun(80, 24);
    screen.press_to_milestone("2").press("<esc>/outbound-contribution<enter><enter>");
    while !screen.shows("With that") {
        assert!(screen.shows(" left here, "), "{}", screen.text());
        screen.press("2");
    }
    let said = screen.text().split_whitespace().collect::<Vec<_>>().join(" ");
    let end = "project-politics: 2 Started. With that OSPO maturity model is complete; the result stays stage 0, Ad hoc. \
               Next: Open source strategy ladder";
    assert!(said.contains(end), "{said}");
    screen.press("v");
    assert!(screen.shows("11 to the next result (about 8 minutes), 35 in all"), "{}", screen.text());
}

#[test]
fn a_result_says_when_it_is_the_last_one_of_its_questionnaire() {
    let mut assessment = file(&begun(80, 24));
    let asked = ["characteristics", "maturity-model"];
    assessment.questionnaires = asked.map(|id| (id.to_owned(), "1.0.0".to_owned())).to_vec();
    let mut screen = Screen::open(&BUILT_IN, assessment, 80, 24);
    screen.press_to_milestone("1");
    assert!(
        screen.shows("Marks of an established programme: every question has an answer"),
        "{}",
        screen.text()
    );
    screen.press("<esc>").press_to_milestone("1");
    assert!(!screen.shows("every question has an answer"), "{}", screen.text());
}

#[test]
fn where_a_list_is_cut_its_selected_line_is_told_in_full() {
    let mut screen = begun(60, 16);
    screen.press("plc");
    if !screen.shows("How the plan is made") {
        screen.press("<esc>c");
    }
    let text = screen.text();
    assert!(text.contains("…") && text.contains("How the plan is made"), "{text}");
    let said = text.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("the least work that reaches the targets and lasts"), "{said}");
}

#[test]
fn find_goes_to_a_question() {
    let mut screen = begun(80, 24);
    screen.press("/no such words<enter>");
    assert!(screen.shows("No question says that"));
    screen.press("<esc>/executive-sponsor<enter><enter>");
    assert_eq!(at(&mut screen), "executive-sponsor");
}

#[test]
fn what_an_option_is_worth_is_shown_on_demand_only() {
    let mut screen = begun(80, 24);
    assert!(!screen.shows("[67]"));
    assert!(screen.press("v").shows("[67]"));
}

#[test]
fn an_answer_to_be_confirmed_is_preselected_and_taken_over_by_enter() {
    let mut screen = begun(80, 24);
    let first = at(&mut screen);
    screen.press("3");
    let mut assessment = file(&screen);
    assessment.answers.get_mut(&first).unwrap().revision = Some(0);
    let mut screen = Screen::open(&BUILT_IN, assessment, 80, 24);
    assert_eq!(at(&mut screen), first);
    assert!(screen.shows("To be confirmed"));
    screen.press("<enter>");
    let entry = &file(&screen).answers[&first];
    let now = BUILT_IN.question(&first).unwrap().revision;
    assert_eq!((entry.revision, entry.answer.clone()), (Some(now), Some(Answer::from_word("partly"))));
}

#[test]
fn saved_is_said_only_once_it_is() {
    let mut screen = begun(80, 24);
    let effects = screen.ui.input(jiff::Timestamp::UNIX_EPOCH, TODAY, key("3"));
    assert!(screen.shows("saving") && !screen.shows("saved"));
    let Some(Effect::Save(version, _)) = effects.into_iter().next() else { panic!("nothing to save") };
    screen.send(Message::Saved(version - 1));
    assert!(screen.shows("saving"), "an older version is on disk");
    screen.send(Message::Saved(version));
    assert!(screen.shows("saved"));
}

#[test]
fn a_failed_save_says_so_and_leaving_asks() {
    let mut screen = begun(80, 24);
    screen.send(Message::SaveFailed(SaveProblem::Failed("the disk is full".to_owned())));
    assert!(screen.shows("NOT SAVED YET") && screen.shows("the disk is full"));
    screen.press("q");
    assert!(screen.shows("Leave without saving"));
    assert!(!screen.effects.contains(&Effect::Quit));
    screen.press("<enter>");
    assert!(screen.effects.iter().any(|effect| matches!(effect, Effect::Save(..))));
    screen.press("q");
    assert!(screen.effects.contains(&Effect::Quit));
}

#[test]
fn a_file_changed_by_somebody_else_is_not_overwritten_unasked() {
    let mut screen = begun(80, 24);
    screen.send(Message::SaveFailed(SaveProblem::ChangedOnDisk));
    assert!(screen.shows("changed by another program"));
    screen.press("<esc>");
    let before = screen.effects.len();
    screen.press("3");
    assert_eq!(screen.effects.len(), before, "nothing is saved before the user has decided");
    screen.press("q<down><down><enter>");
    assert!(matches!(screen.effects.last(), Some(Effect::SaveOver(..))));
}

#[test]
fn below_the_smallest_size_nothing_is_answered() {
    let mut screen = begun(80, 24);
    screen.resize(59, 16).press("3");
    assert!(screen.shows("at least 60"));
    assert!(file(&screen).answers.is_empty());
    screen.resize(60, 16);
    assert!(screen.shows("Do you keep an inventory"), "the place is kept");
}

#[test]
fn every_size_is_drawn() {
    let mut screen = begun(80, 24);
    for keys in ["", "1", "?", "<esc>n", "<esc>/e<enter>"] {
        sweep(screen.resize(80, 24).press(keys), 29, "");
    }
    sweep(&mut first_run(80, 24), 29, "");
}

#[test]
fn chinese_and_combining_text_wraps_within_its_columns() {
    let mut screen = begun(80, 24);
    let note = "开放源代码项目办公室评估其成熟度并制定计划".repeat(4) + " e\u{301}te\u{301}";
    screen.press("n");
    screen.input(Event::Paste(note.clone()));
    screen.press("<enter>");
    let first = at(&mut screen);
    assert_eq!(file(&screen).answers[&first].note.as_deref(), Some(note.as_str()));
    for line in screen.text().lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
    }
}

#[test]
fn home_lists_assessments_with_levels_and_progress() {
    let mut screen = begun(80, 24);
    screen.press("3");
    let modified = Some(TODAY);
    let good = Listing { path: "/data/a.toml".into(), assessment: Ok(file(&screen)), modified };
    let bad = Listing { path: "/data/b.toml".into(), assessment: Err("not readable".to_owned()), modified };
    screen.list = vec![good, bad];
    screen.press("<esc>");
    assert_snapshot!(screen.text());
    screen.press("<down><enter>");
    assert_eq!(screen.effects.last(), Some(&Effect::Open("/data/b.toml".into())));
    screen.press("<up>D");
    assert!(screen.shows("Remove this assessment?"));
    screen.press("<enter>");
    assert!(
        !screen.effects.iter().any(|effect| matches!(effect, Effect::Remove(_))),
        "the safe line comes first"
    );
    screen.press("D2");
    assert!(screen.effects.contains(&Effect::Remove("/data/a.toml".into())));
    screen.press("u");
    assert_eq!(screen.effects.last(), Some(&Effect::PutBack));
}

fn click(column: u16, row: u16) -> Event {
    let kind = MouseEventKind::Down(MouseButton::Left);
    Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

#[test]
fn a_click_chooses_what_stands_below_it() {
    let mut screen = begun(80, 24);
    let first = at(&mut screen);
    let row = |screen: &mut Screen<'_>, text: &str| {
        let text = screen.text().lines().position(|line| line.contains(text)).unwrap();
        u16::try_from(text).unwrap()
    };
    let third = row(&mut screen, " 3 The main products have one");
    screen.input(click(40, third + 1));
    assert_eq!(answer(&screen, &first).as_deref(), Some("partly"), "its second line belongs to it");
    let second = at(&mut screen);
    let unknown = row(&mut screen, " 0 ");
    screen.input(click(3, unknown));
    assert_eq!(answer(&screen, &second), None, "the list beside it is no answer");
    screen.input(click(40, unknown));
    assert_eq!(answer(&screen, &second).as_deref(), Some("unknown"));
    screen.press("b");
    let line = row(&mut screen, "3 [ ]");
    screen.input(click(20, line));
    assert!(screen.shows("3 [x]"), "a click ticks");
    screen.press("<esc>w");
    let line = row(&mut screen, "JSON");
    screen.input(click(20, line));
    assert!(screen.shows("example-plan.json"), "a click chooses");
    screen.input(click(20, 3));
    assert!(screen.shows("example-plan.json"), "beside the list it does nothing");
    screen.press("<esc>");
    let listing =
        |path: &str, assessment| Listing { path: path.into(), assessment: Ok(assessment), modified: None };
    screen.list = vec![listing("/data/a.toml", file(&screen)), listing("/data/b.toml", file(&screen))];
    screen.press("<esc>").input(click(10, 5));
    assert!(!matches!(screen.effects.last(), Some(Effect::Open(_))));
    screen.input(click(10, 5));
    assert_eq!(screen.effects.last(), Some(&Effect::Open("/data/b.toml".into())), "the second click opens");
}

fn key(line: &str) -> Event {
    Event::Key(keys(line).remove(0))
}

/// Every question in the built-in questionnaires, opened at this size.
fn every_question(columns: u16, rows: u16, mut see: impl FnMut(&str, &mut Screen<'_>)) {
    for questionnaire in BUILT_IN.questionnaires() {
        let assessment = Assessment {
            organization: "Example Corp".to_owned(),
            questionnaires: vec![(questionnaire.id.clone(), questionnaire.version.clone())],
            ..Assessment::default()
        };
        let mut screen = Screen::open(&BUILT_IN, assessment, columns, rows);
        for _ in &questionnaire.placements {
            let id = at(&mut screen);
            see(&id, &mut screen);
            screen.press("<right>");
        }
    }
}

#[test]
fn all_of_every_question_can_be_read_at_every_size() {
    every_question(60, 16, |id, screen| {
        let question = BUILT_IN.question(id).unwrap_or_else(|| panic!("no question {id:?}"));
        // A long word is broken at its hyphen.
        let words = |text: &str| -> Vec<String> {
            text.split(|c: char| c.is_whitespace() || c == '-').map(str::to_owned).collect()
        };
        let mut seen = words(&screen.press("<down>").text());
        for _ in 0..3 {
            seen.extend(words(&screen.press("<pgdn>").text()));
        }
        for word in words(&question.text.help) {
            assert!(seen.contains(&word), "{id}: {word}");
        }
    });
}
