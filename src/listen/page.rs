//! The pages: the one on which a device votes, and the one that asks for the code. Each says in its head that
//! nothing but its own script and its own address has a place in it.

use super::random::{COOKIE, word};
use super::response::HttpResponse;
use crate::words::room_page as words;

/// The page on which a device votes.
pub(super) fn vote() -> HttpResponse {
    // In a script nothing may end it.
    let texts = serde_json::to_string(&words::TEXTS).unwrap_or_default().replace('<', "\\u003c");
    let parts = [("texts", texts.as_str()), ("noscript", words::NO_SCRIPT)];
    filled(200, include_str!("page.html"), &parts)
}

/// The page that asks for the code, and says why.
pub(super) fn door(status: u16, told: &str) -> HttpResponse {
    let parts = [("told", told), ("code", words::CODE), ("enter", words::ENTER)];
    filled(status, include_str!("door.html"), &parts)
}

fn filled(status: u16, page: &str, parts: &[(&str, &str)]) -> HttpResponse {
    // Without randomness no script would run: better than any.
    let nonce = word(COOKIE).unwrap_or_default();
    let everywhere = [("title", words::TITLE), ("nonce", nonce.as_str())];
    let page = parts
        .iter()
        .chain(&everywhere)
        .fold(page.to_owned(), |page, (name, text)| page.replace(&format!("{{{{{name}}}}}"), text));
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src data:; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    HttpResponse::html(status, page, policy)
}
