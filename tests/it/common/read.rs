//! Reads a Markdown plan as GitHub does, and says what it found.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// What a reader finds in a plan.
#[derive(Debug, Default)]
pub struct Reading {
    /// The level and the text of each heading.
    pub headings: Vec<(u8, String)>,
    /// The tasks.
    pub tasks: Vec<Task>,
    /// HTML that is none of the markers.
    pub stray_html: Vec<String>,
    /// All links.
    pub links: Vec<String>,
    /// How many images.
    pub images: usize,
    /// How many tables.
    pub tables: usize,
    /// How many code blocks.
    pub code_blocks: usize,
}

/// A task: its text up to its marker, and what the marker says.
#[derive(Debug, Default)]
pub struct Task {
    pub done: bool,
    pub text: String,
    pub id: String,
}

impl Reading {
    pub fn of(markdown: &str) -> Reading {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_GFM;
        let mut reading = Reading::default();
        let (mut in_heading, mut in_task) = (false, false);
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    in_heading = true;
                    reading.headings.push((number(level), String::new()));
                }
                Event::End(TagEnd::Heading(_)) => in_heading = false,
                Event::TaskListMarker(done) => {
                    in_task = true;
                    reading.tasks.push(Task { done, ..Task::default() });
                }
                Event::Html(html) | Event::InlineHtml(html) => in_task = reading.html(html.trim(), in_task),
                Event::Text(text) | Event::Code(text) => {
                    if in_heading {
                        reading.headings.last_mut().unwrap().1.push_str(&text);
                    } else if in_task {
                        reading.tasks.last_mut().unwrap().text.push_str(&text);
                    }
                }
                Event::Start(Tag::Link { dest_url, .. }) => reading.links.push(dest_url.into_string()),
                Event::Start(Tag::Image { .. }) => reading.images += 1,
                Event::Start(Tag::Table(_)) => reading.tables += 1,
                Event::Start(Tag::CodeBlock(_)) => reading.code_blocks += 1,
                _ => {}
            }
        }
        reading
    }

    /// Takes a piece of HTML; returns whether the text after it still belongs to the task.
    fn html(&mut self, html: &str, in_task: bool) -> bool {
        let word =
            |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let inside =
            html.strip_prefix("<!-- ").and_then(|html| html.strip_suffix(" -->")).unwrap_or_default();
        if let Some(id) = inside.strip_prefix("action: ").filter(|id| word(id) && in_task) {
            self.tasks.last_mut().unwrap().id = id.to_owned();
            return false;
        }
        let part = inside.strip_prefix("part: ").is_some_and(word);
        let seals = inside.strip_prefix("sealed: ").is_some_and(|seals| seals.len() % 4 == 0 && word(seals));
        let marks = ["ospo-assess plan, format 1", "organization", "owner", "due", "state", "end"];
        if !(part || seals || marks.contains(&inside) || html == "<!-- -->") {
            self.stray_html.push(html.to_owned());
        }
        in_task
    }
}

fn number(level: HeadingLevel) -> u8 {
    level as u8
}
