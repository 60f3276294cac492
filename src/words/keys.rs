//! What the keys say: a word or two for the footer (empty for what only the help shows), and a sentence
//! for the help. And what the places are called where keys are pressed.

/// The label of a key for the footer, and its sentence for the help.
pub(crate) type KeyText = (&'static str, &'static str);

pub(crate) const CHOOSE_OPTION: KeyText = ("choose", "choose the option with that number and go on");
pub(crate) const CHOOSE_LINE: KeyText = ("choose", "choose the line with that number");
pub(crate) const TICK_LINE: KeyText = ("tick", "tick or untick the line with that number");
pub(crate) const UNKNOWN: KeyText = ("we don't know", "answer \"we don't know\" and go on");
pub(crate) const NOT_APPLICABLE: KeyText = ("n/a", "answer \"not applicable\"; asks why");
pub(crate) const VOTE: KeyText = ("vote", "count a vote for the option with that number");
pub(crate) const DECIDE_OTHERWISE: KeyText =
    ("another", "decide upon another option than the one that Enter takes; asks why");
pub(crate) const VOTE_UNKNOWN: KeyText = ("", "count a vote for \"we don't know\"");
pub(crate) const DECIDE_UNKNOWN: KeyText = ("", "decide upon \"we don't know\"; asks why");
pub(crate) const VOTE_NOT_APPLICABLE: KeyText = ("", "count a vote for \"not applicable\"");
pub(crate) const DECIDE_NOT_APPLICABLE: KeyText = ("", "decide upon \"not applicable\"; asks why");
pub(crate) const SHOW_VOTES: KeyText = ("show votes", "show how the votes are spread");
pub(crate) const DECIDE: KeyText = ("decide", "decide upon what the votes come to: the marked line");
pub(crate) const NEXT_QUESTION: KeyText = ("go on", "go on to the next question");
pub(crate) const DO_IT: KeyText = ("do it", "do what is selected: bring back, or go back");
pub(crate) const LATE_HAND: KeyText = ("late hand", "then 1-9, 0 or x: add a vote");
pub(crate) const ADD_VOTE: KeyText = ("", "then 1-9, 0 or x: add a vote");
pub(crate) const ABOUT: KeyText =
    ("", "see what the question means: its help, its options in full, the names that it speaks of");
pub(crate) const LARGE: KeyText = ("", "few words for a large font, or all of them again");
pub(crate) const VOICES: KeyText = ("", "see who voted what, and notes with their names; asks first");
pub(crate) const REOPEN: KeyText = ("", "take the decision back; the votes stay");
pub(crate) const REST: KeyText = ("", "then 1-9, 0 or x: all who have not voted yet vote for it");
pub(crate) const TAKE_VOTE_BACK: KeyText = ("take back", "then 1-9, 0 or x: take a vote back");
pub(crate) const PARK: KeyText = ("park", "put the question off: it comes back at the end");
pub(crate) const VOTE_AGAIN: KeyText = ("vote again", "take votes and decision away, and vote again");
pub(crate) const AGENDA: KeyText = ("agenda", "see what is left, and go to one of it");
pub(crate) const SHORTLIST: KeyText = ("", "pick today's questions: their order, and minutes for a question");
pub(crate) const PICK_SOONER: KeyText = ("sooner", "move the line before the ticked one above it");
pub(crate) const PICK_LATER: KeyText = ("later", "move the line behind the ticked one below it");
pub(crate) const PICK_LONGER: KeyText = ("minutes", "give the line more minutes of its own");
pub(crate) const PICK_SHORTER: KeyText = ("", "give it fewer, or none of its own");
pub(crate) const BREAK: KeyText = ("break", "stop the clock, or start it again");
pub(crate) const END_BREAK: KeyText = ("go on", "end the break: the clock goes on");
pub(crate) const MINUTES: KeyText = ("minutes", "say how many minutes are left");
pub(crate) const DEVICES: KeyText =
    ("", "see how everybody votes from their own device; renew the code, remove a device");
pub(crate) const NEW: KeyText = ("new", "start a new assessment");
pub(crate) const CHOOSE_HIGHLIGHTED: KeyText = ("go on", "choose what is highlighted and go on");
pub(crate) const OPEN_HIGHLIGHTED: KeyText = ("open", "open what is highlighted");
pub(crate) const WITH_TICKED: KeyText = ("go on", "go on with what is ticked");
pub(crate) const CLOSE: KeyText = ("close", "close it");
pub(crate) const GO_TO_IT: KeyText = ("go to it", "go to what is selected; r comes back");
pub(crate) const CHOOSE_TARGET: KeyText =
    ("choose", "make the highlighted level the target; tick or untick the highlighted objective");
pub(crate) const DETAILS: KeyText = ("details", "read all of the selected action");
pub(crate) const OPEN_FILE: KeyText = ("open file", "open an assessment from anywhere");
pub(crate) const COPY: KeyText =
    ("next", "begin the next assessment from this one: answers are kept, to be confirmed");
pub(crate) const COMPARE: KeyText = ("compare", "compare with an earlier assessment");
pub(crate) const RENAME: KeyText = ("rename", "give the organisation another name");
pub(crate) const REMOVE: KeyText = ("remove", "remove the assessment; asks first");
pub(crate) const WRITE: KeyText = ("write", "write the plan to a file");
pub(crate) const WRITE_PLAN: KeyText = ("write plan", "write the plan to a file");
pub(crate) const WRITE_MINUTES: KeyText =
    ("minutes", "write the minutes to a file: votes, decisions and reasons, with names or without");
pub(crate) const STATE: KeyText = ("state", "change the state of the action");
pub(crate) const OWNER: KeyText = ("owner", "say who does the action");
pub(crate) const DUE: KeyText = ("due", "say by when the action is due");
pub(crate) const ALSO: KeyText = ("take in", "take the action in whatever the route, or no longer");
pub(crate) const SOONER: KeyText = ("sooner", "move the action sooner; what it needs comes along");
pub(crate) const LATER: KeyText = ("later", "move the action later");
pub(crate) const SETTINGS: KeyText = ("route", "change route, capacity and start of the plan");
pub(crate) const WHO: KeyText = ("", "see who is needed: the roles of all owners");
pub(crate) const TICK: KeyText = ("tick", "tick or untick");
pub(crate) const NOTE: KeyText = ("note", "write a note");
pub(crate) const RESULTS: KeyText = ("results", "see where you stand and why");
pub(crate) const INTERVIEW: KeyText = ("interview", "go to the questions");
pub(crate) const TARGET: KeyText = ("target", "choose what to aim at");
pub(crate) const PLAN: KeyText = ("plan", "see what to do, by quarter");
pub(crate) const PUT_BACK: KeyText = ("", "put back the assessment that was removed last");
pub(crate) const UNDO: KeyText = ("undo", "take the last change back");
pub(crate) const NEXT_OPEN: KeyText = ("next open", "go to the next question without an answer");
pub(crate) const FIND: KeyText = ("find", "find a question");
pub(crate) const EVIDENCE: KeyText = ("evidence", "write down evidence: addresses or places");
pub(crate) const NAMES: KeyText = ("", "write down the names that the question speaks of");
pub(crate) const REDO: KeyText = ("", "make it again");
pub(crate) const CLEAR: KeyText = ("", "take the answer away");
pub(crate) const CONFIRM: KeyText =
    ("", "confirm all answers of the assessment before that are left; asks first");
pub(crate) const WORTH: KeyText = ("", "show or hide what each option is worth");
pub(crate) const TAKE_LAST_VOTE_BACK: KeyText = ("", "take the vote back that was counted last");
pub(crate) const WORKSHOP: KeyText = ("", "count the votes of a group: the workshop");
pub(crate) const QUESTIONNAIRES: KeyText = ("", "choose which questionnaires are asked");
pub(crate) const UP: KeyText = ("", "move up");
pub(crate) const DOWN: KeyText = ("", "move down");
pub(crate) const NEXT: KeyText = ("", "next question, questionnaire or tab");
pub(crate) const PREVIOUS: KeyText = ("", "the one before");
pub(crate) const PAGE_UP: KeyText = ("", "a page up");
pub(crate) const PAGE_DOWN: KeyText = ("", "a page down");
pub(crate) const FIRST: KeyText = ("", "to the top");
pub(crate) const LAST: KeyText = ("", "to the end");
pub(crate) const ALL_LEVELS: KeyText =
    ("all levels", "show what is in the way of all levels, or of the next one alone");
pub(crate) const MOUSE: KeyText = ("", "mouse on or off; while it is off the terminal copies as usual");
pub(crate) const BACK: KeyText = ("back", "go back");
pub(crate) const QUIT: KeyText = ("quit", "save and leave the program");
pub(crate) const QUIT_EVERYWHERE: KeyText = ("", "save and leave the program");
pub(crate) const HELP: KeyText = ("help", "show this help");
pub(crate) const SUSPEND: KeyText = ("", "go to the shell; `fg` comes back");
pub(crate) const FIELD_DONE: KeyText = ("done", "take what is written");
pub(crate) const FIELD_LEFT: KeyText = ("back, nothing changes", "close it, and leave everything as it was");
pub(crate) const FIELD_EMPTY: KeyText = ("clear", "take everything away that is written");
pub(crate) const NEW_LINE: KeyText = ("new line", "begin a new line");
pub(crate) const EDITOR: KeyText = ("your own editor", "write with your own editor (`$VISUAL` or `$EDITOR`)");

pub(crate) const IN_WELCOME: &str = "Your assessments, while there are none";
pub(crate) const IN_HOME: &str = "Your assessments";
pub(crate) const IN_INTERVIEW: &str = "Interview";
pub(crate) const IN_MILESTONE: &str = "A milestone";
pub(crate) const IN_RESULTS: &str = "Results";
pub(crate) const IN_TARGET: &str = "Target";
pub(crate) const IN_PLAN: &str = "Plan";
pub(crate) const IN_VOTING: &str = "Workshop: counting votes";
pub(crate) const IN_REVEALED: &str = "Workshop: the votes are shown";
pub(crate) const IN_DECIDED: &str = "Workshop: decided";
pub(crate) const IN_OVER: &str = "Workshop: its end";
pub(crate) const IN_BREAK: &str = "Workshop: a break";
pub(crate) const IN_COMPARISON: &str = "Comparison of two assessments";
pub(crate) const IN_READING: &str = "Reading a text";
pub(crate) const IN_CHOOSING: &str = "Choosing from a list";
pub(crate) const IN_TICKING: &str = "Ticking lines of a list";
pub(crate) const IN_PICKING: &str = "Picking today's questions";
pub(crate) const IN_ASKED: &str = "A question that opens by itself";
pub(crate) const IN_FIELD: &str = "Writing a line";
pub(crate) const IN_NOTE: &str = "Writing a note";
