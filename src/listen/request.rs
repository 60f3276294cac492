//! A request, read within its limits of time and size.

use std::io::{self, Read};
use std::net::TcpStream;
use std::time::Instant;

use super::response::HttpResponse;
use super::{LONGEST_BODY, LONGEST_HEAD};

/// The headers of a request that are read.
const MOST_HEADERS: usize = 64;

/// A request: what is needed of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct HttpRequest {
    pub(super) method: String,
    /// The path and what stands behind it.
    pub(super) target: String,
    pub(super) host: Option<String>,
    pub(super) origin: Option<String>,
    /// What the browser says of the site that asked for it.
    pub(super) site: Option<String>,
    pub(super) cookies: Vec<String>,
    pub(super) content_type: Option<String>,
    pub(super) body: Vec<u8>,
}

/// Reads a request until this moment.
///
/// # Errors
/// It is refused, with an answer; or it does not come, and there is nobody to answer.
pub(super) fn read(stream: &TcpStream, end: Instant) -> Result<HttpRequest, Option<HttpResponse>> {
    let mut bytes = Vec::new();
    let (mut request, length, body) = loop {
        if let Some(head) = head(&bytes)? {
            break head;
        }
        if bytes.len() >= LONGEST_HEAD {
            return Err(Some(HttpResponse::refused(431)));
        }
        let room = LONGEST_HEAD - bytes.len();
        read_more(stream, end, room, &mut bytes)?;
    };
    if length > LONGEST_BODY {
        return Err(Some(HttpResponse::refused(413)));
    }
    request.body = bytes.split_off(body);
    while request.body.len() < length {
        let room = length - request.body.len();
        read_more(stream, end, room, &mut request.body)?;
    }
    request.body.truncate(length);
    Ok(request)
}

/// Reads what has come, and adds it.
fn read_more(
    stream: &TcpStream,
    end: Instant,
    most: usize,
    bytes: &mut Vec<u8>,
) -> Result<(), Option<HttpResponse>> {
    let mut piece = [0; 4096];
    let most = most.min(piece.len());
    match read_until(stream, end, &mut piece[..most]) {
        Ok(0) => Err(None),
        Ok(read) => {
            bytes.extend_from_slice(&piece[..read]);
            Ok(())
        }
        Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
            Err(Some(HttpResponse::refused(408)))
        }
        Err(_) => Err(None),
    }
}

fn read_until(mut stream: &TcpStream, end: Instant, bytes: &mut [u8]) -> io::Result<usize> {
    let left = end.saturating_duration_since(Instant::now());
    if left.is_zero() {
        return Err(io::ErrorKind::TimedOut.into());
    }
    stream.set_read_timeout(Some(left))?;
    stream.read(bytes)
}

/// Reads at most so many bytes until this moment, and drops them.
pub(super) fn pass_over(stream: &TcpStream, most: usize, end: Instant) {
    let mut piece = [0; 4096];
    let mut left = most;
    while let Ok(read @ 1..) = read_until(stream, end, &mut piece) {
        left = left.saturating_sub(read);
        if left == 0 {
            return;
        }
    }
}

/// The head of a request, the length of its body and where that begins; `None` while something is missing.
fn head(bytes: &[u8]) -> Result<Option<(HttpRequest, usize, usize)>, Option<HttpResponse>> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    let body = match parsed.parse(bytes) {
        Ok(httparse::Status::Complete(body)) => body,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => return Err(Some(HttpResponse::refused(431))),
        Err(_) => return Err(Some(HttpResponse::refused(400))),
    };
    let all = |name: &str| {
        let found = parsed.headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name));
        found.map(|header| String::from_utf8_lossy(header.value).into_owned()).collect::<Vec<_>>()
    };
    // A header that decides something stands there once.
    let one = |name: &str| match all(name).as_slice() {
        [] => Ok(None),
        [value] => Ok(Some(value.clone())),
        _ => Err(Some(HttpResponse::refused(400))),
    };
    if one("transfer-encoding")?.is_some() {
        return Err(Some(HttpResponse::refused(411)));
    }
    let length = match one("content-length")? {
        None => 0,
        Some(length) if length.bytes().all(|byte| byte.is_ascii_digit()) => {
            // A number that is too large to be one is too large a body.
            length.parse().unwrap_or(usize::MAX)
        }
        Some(_) => return Err(Some(HttpResponse::refused(400))),
    };
    let request = HttpRequest {
        method: parsed.method.unwrap_or_default().to_owned(),
        target: parsed.path.unwrap_or_default().to_owned(),
        host: one("host")?,
        origin: one("origin")?,
        site: one("sec-fetch-site")?,
        cookies: all("cookie"),
        content_type: one("content-type")?,
        body: Vec::new(),
    };
    Ok(Some((request, length, body)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_decides_stands_there_once() {
        let refused = |text: &str| head(text.as_bytes()).unwrap_err().unwrap().status();
        assert_eq!(refused("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400);
        assert_eq!(refused("POST / HTTP/1.1\r\nContent-Length: 1\r\ncontent-length: 2\r\n\r\n"), 400);
        assert_eq!(refused("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"), 400);
        assert_eq!(refused("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"), 411);
        assert_eq!(refused("\u{0}\u{1}\u{2}\r\n\r\n"), 400);
        assert!(head(b"GET / HTTP/1.1\r\nHost: a").unwrap().is_none());
        let (_, length, _) =
            head(b"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n").unwrap().unwrap();
        assert_eq!(length, usize::MAX);
    }
}
