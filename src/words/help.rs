//! The help of the command line: what each command and argument is for. Shown by `--help`, in the manual and
//! by shells that complete.

/// Of every command that has one.
pub(crate) const ASSESSMENT: &str = "The assessment";
pub(crate) const FORMAT: &str = "What to write";

pub(crate) const ANONYMOUS_REPORT: &str =
    "Without names, notes and evidence; names in the text of reasons stay";
pub(crate) const SINCE: &str = "Also tell what changed since this earlier assessment";
pub(crate) const BOM: &str = "Begin CSV with a byte order mark, by which Excel knows its letters";

/// The headings over what stands below the help, in the manual.
pub(crate) const MANUAL_NOTES: &str = "NOTES";

pub(crate) mod program {
    pub(crate) const ABOUT: &str = "Assess the maturity of an open source programme, and leave with a plan";
    pub(crate) const NOTES: &str = "\
Examples:
  ospo-assess                           the interface: your assessments
  ospo-assess new ospo.toml --organization \"Example Corp\"
  ospo-assess ospo.toml                 the interface, at the next question
  ospo-assess score ospo.toml --explain
  ospo-assess plan ospo.toml --output PLAN.md

A file that is named like a command is reached as ./score. Exit status: 0; 1 with a message; 2 for \
wrong usage.

Environment: OSPO_ASSESS_HOME one folder for all files of the program; NO_COLOR no colour; COLORFGBG \
whether the background is dark; VISUAL, EDITOR your editor; TERM=dumb line by line.";
    pub(crate) const MANUAL_NOTES: &str = "EXAMPLES, EXIT STATUS, ENVIRONMENT";
    pub(crate) const FILE: &str = "The assessment to open in the interface, at its next question";
}

pub(crate) mod everywhere {
    pub(crate) const HEADING: &str = "Everywhere";
    pub(crate) const QUESTIONNAIRES: &str = "Read your own questionnaires from this folder too";
    pub(crate) const THEME: &str = "Colours of the interface: auto, dark, light, mono";
    /// In the order of the themes.
    pub(crate) const THEMES: [&str; 4] = [
        "Those for a dark background where COLORFGBG names one, else none; none under `NO_COLOR`",
        "For a dark background",
        "For a light background: no colour can be read on all of them, so bold, italic and underline",
        "No colour: bold, italic, underline and reverse only",
    ];
    pub(crate) const PLAIN: &str =
        "Line by line, for screen readers and pipes; taken by itself where TERM is dumb";
}

pub(crate) mod new {
    pub(crate) const ABOUT: &str = "Make a new assessment";
    pub(crate) const NOTES: &str = "\
Example:
  ospo-assess new ospo.toml --organization Example --respondent Ada";
    pub(crate) const FILE: &str = "The file to make";
    pub(crate) const ORGANIZATION: &str = "Whose open source programme is assessed";
    pub(crate) const RESPONDENT: &str = "Who answers";
    pub(crate) const QUESTIONNAIRE: &str =
        "What is asked, in this order; without it, the two core questionnaires";
}

pub(crate) mod answer {
    pub(crate) const ABOUT: &str = "Answer questions, or clear their answers";
    pub(crate) const NOTES: &str = "\
The options apply to every question that is given. A note or evidence takes the place of the one \
before; an empty one (--note \"\") removes it. A cleared question keeps its note and its evidence. \
`ospo-assess show QUESTIONNAIRE` names the questions and their options.

Examples:
  ospo-assess answer ospo.toml QUESTION=partly --note \"Two of five products\"
  ospo-assess answer ospo.toml QUESTION=unknown OTHER-QUESTION=none
  ospo-assess answer ospo.toml QUESTION=not-applicable --reason \"No developers\"
  ospo-assess answer ospo.toml QUESTION=";
    pub(crate) const ANSWERS: &str =
        "A question and its answer: an option, unknown, not-applicable, or nothing to clear it";
    pub(crate) const BY: &str = "Who changes what a workshop had decided; it is noted beside the decision";
    pub(crate) const NOTE: &str = "A note, of one or more lines";
    pub(crate) const REASON: &str =
        "Why the question does not apply; needed with not-applicable, and only there";
    pub(crate) const EVIDENCE: &str =
        "Where the answer can be seen, for instance an address; may be given several times";
}

pub(crate) mod target {
    pub(crate) const ABOUT: &str = "Choose the level to aim at, by questionnaire";
    pub(crate) const NOTES: &str = "\
Without a target, a questionnaire aims at what it suggests itself: the next level,
or, as the strategy ladder does, the level that is reached.

Examples:
  ospo-assess target ospo.toml maturity-model=community
  ospo-assess target ospo.toml maturity-model=";
    pub(crate) const TARGETS: &str = "A questionnaire and the id of a level of it, or nothing to aim again at what the questionnaire suggests";
}

pub(crate) mod action {
    pub(crate) const ABOUT: &str =
        "Say how far actions are, who does them and by when, or move them in the plan";
    pub(crate) const NOTES: &str = "\
An action is named by its question. The options apply to every action that is given; an empty one \
(--owner \"\") removes what was there.
With --sooner, --later or --also name the question alone: its state stays.

Examples:
  ospo-assess action ospo.toml QUESTION=doing --owner \"Ada\" --due 2027-01-31
  ospo-assess action ospo.toml QUESTION OTHER-QUESTION --sooner";
    pub(crate) const ACTIONS: &str = "A question and the state of its action: todo, doing, done or dropped; \
        the question alone to move it";
    pub(crate) const SOONER: &str =
        "Before all others, with what it needs; one that is later is no longer so";
    pub(crate) const LATER: &str = "After all others; one that is sooner is no longer so";
    pub(crate) const ALSO: &str = "Into the plan whatever the route; once more: out again";
    pub(crate) const OWNER: &str = "Who does it";
    pub(crate) const DUE: &str = "The day by which it is to be done, like 2027-01-31";
}

pub(crate) mod score {
    pub(crate) const ABOUT: &str = "Say where the organisation stands";
    pub(crate) const NOTES: &str = "\
Many files, or a folder with all files below it, give one table. A file that
cannot be read is named, the others are still there, and the exit status is 1.

Examples:
  ospo-assess score ospo.toml --explain
  ospo-assess score clients/ --newest
  ospo-assess score clients/ --format csv-columns > clients.csv
  ospo-assess score clients/ --format json-lines > clients.jsonl";
    pub(crate) const FILES: &str = "The assessment; several, or a folder of them, for a table";
    pub(crate) const NEWEST: &str = "Of each organisation its newest assessment alone";
    pub(crate) const EXPLAIN: &str = "Say why: each gate with its numbers, and what is in the way";
}

pub(crate) mod plan {
    pub(crate) const ABOUT: &str = "Write the plan";
    pub(crate) const NOTES: &str = "\
The first plan that is written to a file writes its start into the assessment, so that the quarters
stay where they are. What nobody has said (target, capacity, start) is named on standard error.
Written onto an earlier Markdown plan, it first takes over what people ticked
and filled in there (as `sync` does), and keeps what they wrote.

Examples:
  ospo-assess plan ospo.toml --output PLAN.md
  ospo-assess plan ospo.toml --format slides --output plan.html
  ospo-assess plan 2027-q1.toml --since 2026-q4.toml --format html --output plan.html
  ospo-assess plan ospo.toml --route full --capacity 6 --format csv";
    pub(crate) const ROUTE: &str =
        "Which actions to take: what is advised, the least work that meets every target, or all";
    pub(crate) const TARGET: &str = "The level to aim at in a questionnaire; may be given several times";
    pub(crate) const CAPACITY: &str =
        "Points of work that a quarter holds, about one a week; 12 where nothing is said";
    pub(crate) const START: &str = "The first day of the first quarter, like 2027-01-01";
    pub(crate) const OUTPUT: &str = "The file to write; without it, standard output";
    pub(crate) const FORCE: &str = "Replace the file whatever it is, with all that people wrote into it";
}

pub(crate) mod compare {
    pub(crate) const ABOUT: &str = "Say what changed between assessments";
    pub(crate) const NOTES: &str = "\
Two files are compared in full. More of one organisation give a history, in the
order in which they are given. Files of several organisations give one table:
for each its earliest assessment beside its latest, by the times of the answers.

Examples:
  ospo-assess compare 2026-q4.toml 2027-q1.toml
  ospo-assess compare 2026-q4.toml 2027-q1.toml 2027-q2.toml --format markdown
  ospo-assess compare clients/ --format csv > progress.csv";
    pub(crate) const EACH: &str =
        "A table with each assessment beside the one before it: all dates of a series";
    pub(crate) const FILES: &str = "The assessments, the earlier before the later, or a folder of them";
    pub(crate) const FORMAT: &str = "What to write; csv and json-lines give a table";
}

pub(crate) mod merge {
    pub(crate) const ABOUT: &str = "Put the files of many people together, and say what to discuss";
    pub(crate) const NOTES: &str = "\
The answer to each question is the median of the votes on its options; between
two, the lower. Not applicable wins with more than half of all votes, unknown
where nobody knows. Names are those of `new --respondent`, or of the files.

Examples:
  ospo-assess merge ada.toml ben.toml chen.toml --output all.toml
  ospo-assess merge answers/ --anonymous --output all.toml
  ospo-assess merge workshop.toml --anonymous --output nameless.toml";
    pub(crate) const FILES: &str = "The files of the participants, or folders of them";
    pub(crate) const OUTPUT: &str = "The file to make";
    pub(crate) const ANONYMOUS: &str =
        "Drop all names, of one file too; those in the text of notes, reasons and evidence stay";
    pub(crate) const ORGANIZATION: &str =
        "The organisation of the result, where the files name different ones";
    pub(crate) const FORCE: &str = "Replace an assessment that is there already";
}

pub(crate) mod sync {
    pub(crate) const ABOUT: &str =
        "Take over what was ticked and filled in in a Markdown plan, or closed in a tracker";
    pub(crate) const NOTES: &str = "\
Boxes, owners, due dates and states come back, from plans that were edited,
reordered or partly deleted too; the plan itself stays as it is. A line that
cannot be read is named, and the others are taken over; the exit status is 1.
From a tracker's list of issues comes what was closed there.

Examples:
  ospo-assess sync ospo.toml PLAN.md
  ospo-assess sync ospo.toml issues.json";
    pub(crate) const PLAN: &str =
        "The plan, as `ospo-assess plan` wrote it and people changed it; or a list of issues in JSON";
}

pub(crate) mod next {
    pub(crate) const ABOUT: &str = "Begin the next assessment from an earlier one";
    pub(crate) const NOTES: &str = "\
Answers, notes, targets, route, capacity and what is not done yet are taken over;
the answers are to be confirmed, and count for nothing until then. The start of
the plan, finished actions, who answered, votes and decisions belong to the
occasion and stay behind; what was decided and how votes were spread stands
beside each question as that of the last time. The earlier file is not changed.

Example:
  ospo-assess next 2026-q4.toml --output 2027-q1.toml";
    pub(crate) const FILE: &str = "The earlier assessment, wherever it is";
    pub(crate) const OUTPUT: &str = "The file of the next one, which is not there yet";
}

pub(crate) mod minutes {
    pub(crate) const ABOUT: &str = "Write the minutes of a workshop: votes, decisions and reasons";
    pub(crate) const NOTES: &str = "\
Who was there and when; each question with its votes, the decision, how it
came about, notes and evidence; what was parked; who does what. Times are UTC.

Examples:
  ospo-assess minutes ospo.toml --output minutes.md
  ospo-assess minutes ospo.toml --anonymous --format html --output minutes.html";
    pub(crate) const ANONYMOUS: &str = "Without names; those in the text of notes and reasons stay";
    pub(crate) const FORCE: &str = "Replace a file that is there already";
}

pub(crate) mod workshop {
    pub(crate) const ABOUT: &str = "Answer as a group: count hands, see how far you agree, decide";
    pub(crate) const NOTES: &str = "\
Every vote is saved at once: leave at any time (q), and the same command
(without --with) goes on where you were. With --with, the files that
participants filled in alone become votes, and only what divides them is
walked through: first what can change a level, the most divided of it first.
docs/workshop.md is the facilitator's page. With --plain it goes line by line:
several votes may stand on one.
With --listen everybody on the network who has the code votes in a browser;
nothing leaves the network, and nothing is encrypted on it.

Examples:
  ospo-assess workshop ospo.toml --minutes 60
  ospo-assess workshop ospo.toml --people 8 --listen 0.0.0.0
  ospo-assess workshop ospo.toml --questions QUESTION,OTHER-QUESTION=10
  ospo-assess workshop ospo.toml --with ada.toml ben.toml chen.toml";
    pub(crate) const MINUTES: &str = "The time for this sitting";
    pub(crate) const WITH: &str = "Put these files of participants in first, or folders of them";
    pub(crate) const ALL: &str = "Walk through every question, those with an answer too";
    pub(crate) const QUESTIONS: &str = "Walk through these questions alone, in this order, each with minutes of its own or \
                                        without; kept for the next time";
    pub(crate) const PEOPLE: &str =
        "How many people are in the room, or who (Ada,Ben,Chen): \"7 of 8 have voted\"";
    pub(crate) const LISTEN: &str = "Let people vote from their own devices at this address [default: this computer alone; \
                                     0.0.0.0: the network]";
    pub(crate) const NAMES: &str = "Ask for names on devices, and keep each vote under the one that is given";
}

pub(crate) mod check {
    pub(crate) const ABOUT: &str = "Check questionnaires of your own";
    pub(crate) const NOTES: &str = "\
Every problem is told with its place and what to do. The exit status is 1 when there are errors; \
warnings do not matter to it.

Example:
  ospo-assess check questionnaires/hospital.toml";
    pub(crate) const FILES: &str = "The files";
}

pub(crate) mod questionnaires {
    pub(crate) const ABOUT: &str = "List the questionnaires that can be asked";
    pub(crate) const NOTES: &str = "\
Example:
  ospo-assess questionnaires";
}

pub(crate) mod show {
    pub(crate) const ABOUT: &str = "Write a questionnaire as TOML, to start one's own from";
    pub(crate) const NOTES: &str = "\
Example:
  ospo-assess show maturity-model > questionnaires/hospital.toml";
    pub(crate) const QUESTIONNAIRE: &str = "Its id";
}

pub(crate) mod schema {
    pub(crate) const ABOUT: &str = "Write the JSON Schema of the questionnaire format";
    pub(crate) const NOTES: &str = "\
Example:
  ospo-assess schema > questionnaire.schema.json";
}

pub(crate) mod completions {
    pub(crate) const ABOUT: &str = "Completions for a shell: bash, zsh, fish, elvish or powershell";
    pub(crate) const NOTES: &str = "\
Example:
  ospo-assess completions fish > ~/.config/fish/completions/ospo-assess.fish";
    pub(crate) const SHELL: &str = "The shell";
}

pub(crate) mod man {
    pub(crate) const ABOUT: &str = "The manual page of all commands";
    pub(crate) const NOTES: &str = "\
Example:
  ospo-assess man > ~/.local/share/man/man1/ospo-assess.1";
}
