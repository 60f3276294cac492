//! A device in a room: a plain client over a socket.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// An answer of a room.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

/// A device.
#[derive(Debug, Clone)]
pub struct Voter {
    /// Host and port.
    pub place: String,
    pub code: String,
    pub cookie: String,
}

/// Sends bytes to a host and port, and reads all that comes back.
pub fn send(place: &str, request: &[u8]) -> Answer {
    let mut stream = TcpStream::connect(place).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    // A request that is refused may not be read to its end.
    let _ = stream.write_all(request);
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    Answer { status, head: head.to_owned(), body: body.to_owned() }
}

/// The host and port, and the code, of an address on a screen.
pub fn address(screen: &str) -> (String, String) {
    let after = screen.split("http://").nth(1).unwrap_or_else(|| panic!("no address: {screen}"));
    let (place, rest) = after.split_once('/').unwrap();
    (place.to_owned(), rest.chars().take_while(char::is_ascii_alphanumeric).collect())
}

impl Voter {
    /// A device that opens the page.
    pub fn enter(place: &str, code: &str) -> Voter {
        let answer = send(place, format!("GET /{code} HTTP/1.1\r\nHost: {place}\r\n\r\n").as_bytes());
        assert_eq!(answer.status, 200, "{answer:?}");
        let cookie = answer.head.split("Set-Cookie: ").nth(1).unwrap().split(';').next().unwrap();
        Voter { place: place.to_owned(), code: code.to_owned(), cookie: cookie.to_owned() }
    }

    pub fn get(&self, path: &str) -> Answer {
        let Voter { place, code, cookie } = self;
        let request = format!("GET /{code}/{path} HTTP/1.1\r\nHost: {place}\r\nCookie: {cookie}\r\n\r\n");
        send(place, request.as_bytes())
    }

    /// What the room shows to it.
    pub fn state(&self) -> Value {
        let answer = self.get("state");
        assert_eq!(answer.status, 200, "{answer:?}");
        serde_json::from_str(&answer.body).unwrap()
    }

    /// Waits until the room shows something.
    pub fn wait_for(&self, what: &str, is_shown: impl Fn(&Value) -> bool) -> Value {
        let end = Instant::now() + PATIENCE;
        loop {
            let state = self.state();
            if is_shown(&state) {
                return state;
            }
            assert!(Instant::now() < end, "{what}: {state}");
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    /// Posts a body as its page does.
    pub fn post(&self, body: &str) -> Answer {
        let Voter { place, code, cookie } = self;
        let head = format!(
            "POST /{code}/vote HTTP/1.1\r\nHost: {place}\r\nOrigin: http://{place}\r\nCookie: {cookie}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        send(place, (head + body).as_bytes())
    }

    /// Votes on the question that is shown.
    pub fn vote(&self, answer: &str, note: Option<&str>) -> Answer {
        let question = self.state()["question"]["id"].clone();
        self.post(&json!({ "question": question, "answer": answer, "note": note }).to_string())
    }
}
