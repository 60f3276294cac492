//! A plan as one HTML page that stands alone: no script, nothing from elsewhere, good on paper too.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use super::write::plan_markdown;
use crate::assessment::Assessment;
use crate::plan::Plan;
use crate::questionnaire::Catalogue;
use crate::report::{figure_in_words, printable};
use crate::score::score;
use crate::words;

const STYLE: &str = include_str!("plan.css");

/// The Markdown plan as an HTML page; whatever HTML stood in it is dropped.
pub fn plan_html<'a>(catalogue: &'a Catalogue, assessment: &'a Assessment, plan: &'a Plan<'a>) -> String {
    let markdown = plan_markdown(catalogue, assessment, plan);
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let scores = score(catalogue, assessment);
    let mut figures = scores.iter().filter_map(|score| figure_in_words(catalogue, assessment, score));
    let events = Parser::new_ext(&markdown, options)
        .filter(|event| !matches!(event, Event::Html(_) | Event::InlineHtml(_)))
        .map(|event| match event {
            // Preformatted is nothing but the figures, in the order of the results.
            Event::Start(Tag::CodeBlock(_)) => {
                let label = text(&figures.next().unwrap_or_default()).replace('"', "&quot;");
                Event::Html(format!("<pre role=\"img\" aria-label=\"{label}\"><code>").into())
            }
            Event::End(TagEnd::CodeBlock) => Event::Html("</code></pre>\n".into()),
            other => other,
        });
    let mut body = String::new();
    html::push_html(&mut body, events);
    page(&words::plan::title(&assessment.organization), &body)
}

/// Markdown of this program as an HTML page of the same looks; whatever HTML stood in it is dropped.
pub fn page_html(title: &str, markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    let mut body = String::new();
    html::push_html(
        &mut body,
        events.filter(|event| !matches!(event, Event::Html(_) | Event::InlineHtml(_))),
    );
    page(title, &body)
}

fn page(title: &str, body: &str) -> String {
    let title = text(title);
    format!(include_str!("plan.html"), language = words::LANGUAGE, title = title, style = STYLE, body = body)
}

/// The text with what HTML would read escaped.
fn text(text: &str) -> String {
    printable(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
