//! What a request gets: the page at `/CODE`, what is shown at `/CODE/state`, and a vote at `/CODE/vote`.
//!
//! The code stands in the path of every request. A request for another host is none for this room (a name that
//! was made to point here), one from another site's page neither.

use std::net::IpAddr;

use serde::Serialize;

use super::model::{Cast, Mine, Shown};
use super::random::{CODE, COOKIE, is_word, word};
use super::request::HttpRequest;
use super::response::HttpResponse;
use super::room::{Admission, CodeIs, OpenRoom};
use super::{LONGEST_NAME, LONGEST_NOTE, page};
use crate::text::{clean, clean_lines};
use crate::words::room_page as words;

/// The name of the cookie by which a device is known.
const DEVICE: &str = "room-device";

/// What is shown, and the device's own vote.
#[derive(Serialize)]
struct StateOfRoom<'a> {
    #[serde(flatten)]
    shown: &'a Shown,
    mine: Option<&'a Mine>,
}

/// The answer to a request that came from one address to another.
pub(super) fn answer(room: &OpenRoom, request: &HttpRequest, from: IpAddr, to: IpAddr) -> HttpResponse {
    let Some(host) = request.host.as_deref().filter(|host| is_host(room, host, to)) else {
        return HttpResponse::refused(421);
    };
    let own = format!("http://{host}");
    if request.origin.as_ref().is_some_and(|origin| !origin.eq_ignore_ascii_case(&own)) {
        return HttpResponse::refused(403);
    }
    let (path, query) = request.target.split_once('?').unwrap_or((&request.target, ""));
    let Some(path) = path.strip_prefix('/') else { return HttpResponse::refused(400) };
    let (code, place) = path.split_once('/').map_or((path, None), |(code, place)| (code, Some(place)));
    let typed = query.strip_prefix("code=").filter(|_| path.is_empty());
    let code = typed.unwrap_or(code).replace('-', "").to_ascii_uppercase();
    if path.is_empty() && typed.is_none() {
        return only("GET", request, || page::door(403, words::NO_CODE));
    }
    if typed.is_none() && !is_word(&code, CODE) {
        return HttpResponse::refused(404);
    }
    let is_page = place.is_none_or(str::is_empty);
    match room.code(&code, from) {
        CodeIs::Right => {}
        CodeIs::TooMany if is_page => return page::door(429, words::TOO_MANY),
        CodeIs::Renewed if is_page => return page::door(410, words::RENEWED),
        CodeIs::Wrong if is_page => return page::door(403, words::WRONG_CODE),
        CodeIs::TooMany => return HttpResponse::refused(429),
        CodeIs::Renewed => return HttpResponse::refused(410),
        CodeIs::Wrong => return HttpResponse::refused(403),
    }
    match place.unwrap_or_default() {
        "" if typed.is_some() => only("GET", request, || HttpResponse::see_other(format!("/{code}"))),
        "" => only("GET", request, || entered(request)),
        "state" => only("GET", request, || with_device(room, request, |device| state(room, device))),
        "vote" => only("POST", request, || with_device(room, request, |device| vote(room, request, device))),
        _ => HttpResponse::refused(404),
    }
}

/// Whether a request names this room as its host: the address at which it came in, a name of this computer for
/// itself, or the name that was given to the room.
fn is_host(room: &OpenRoom, host: &str, to: IpAddr) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
        _ => (host, Some(80)),
    };
    let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    let is_own = match address {
        Ok(address) => address.to_canonical() == to.to_canonical(),
        Err(_) => {
            let is_named = room.name.as_ref().is_some_and(|own| own.eq_ignore_ascii_case(name));
            is_named || (name.eq_ignore_ascii_case("localhost") && to.to_canonical().is_loopback())
        }
    };
    is_own && port == Some(room.port)
}

fn only(method: &str, request: &HttpRequest, answer: impl FnOnce() -> HttpResponse) -> HttpResponse {
    if request.method == method { answer() } else { HttpResponse::refused(405) }
}

/// The page; a device that has no cookie gets one.
fn entered(request: &HttpRequest) -> HttpResponse {
    match (device(request), word(COOKIE)) {
        (None, Some(cookie)) => page::vote().with_cookie(DEVICE, &cookie),
        _ => page::vote(),
    }
}

/// The cookie of a device.
fn device(request: &HttpRequest) -> Option<String> {
    let pairs = request.cookies.iter().flat_map(|cookies| cookies.split(';'));
    let mut own = pairs.filter_map(|pair| pair.trim().split_once('=')).filter(|(name, _)| *name == DEVICE);
    own.next().map(|(_, value)| value.to_owned()).filter(|value| is_word(value, COOKIE))
}

fn with_device(
    room: &OpenRoom,
    request: &HttpRequest,
    answer: impl FnOnce(String) -> HttpResponse,
) -> HttpResponse {
    if request.site.as_ref().is_some_and(|site| site != "same-origin") {
        return HttpResponse::refused(403);
    }
    let Some(device) = device(request) else { return HttpResponse::refused(403) };
    match room.admit(&device) {
        Admission::Admitted => answer(device),
        Admission::Removed => HttpResponse::refused(403),
        Admission::TooMany => HttpResponse::refused(429),
        Admission::Full => HttpResponse::refused(503),
    }
}

fn state(room: &OpenRoom, device: String) -> HttpResponse {
    let shown = room.shown();
    let state = StateOfRoom { shown: &shown, mine: shown.votes.get(&device) };
    serde_json::to_string(&state)
        .map_or_else(|_| HttpResponse::refused(503), |json| HttpResponse::json(200, json))
}

fn vote(room: &OpenRoom, request: &HttpRequest, device: String) -> HttpResponse {
    // A page of another site could send a form, but neither this type nor without its origin.
    let is_json = request.content_type.as_deref().is_some_and(|kind| kind.starts_with("application/json"));
    if !is_json || request.origin.is_none() {
        return HttpResponse::refused(415);
    }
    let Ok(cast) = serde_json::from_slice::<Cast>(&request.body) else { return HttpResponse::refused(400) };
    let short = |text: &str, most: usize| text.trim().chars().take(most).collect::<String>();
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    let note = cast.note.and_then(|note| some(short(&clean_lines(&note), LONGEST_NOTE)));
    let name = cast.name.and_then(|name| some(short(&clean(&name), LONGEST_NAME)));
    match room.cast(Cast { device, note, name, ..cast }) {
        true => HttpResponse::json(202, "{}".to_owned()),
        false => HttpResponse::refused(409),
    }
}
