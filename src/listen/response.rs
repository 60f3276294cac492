//! What is sent back. Nothing of it is kept by a browser, shown in another page or sent elsewhere.

use std::io::{self, Write};
use std::net::TcpStream;
use std::time::Instant;

const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";

/// An answer to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HttpResponse {
    status: u16,
    content_type: &'static str,
    headers: Vec<(&'static str, String)>,
    body: String,
}

impl HttpResponse {
    pub(super) fn html(status: u16, body: String, policy: String) -> HttpResponse {
        let headers = vec![("Content-Security-Policy", policy)];
        HttpResponse { status, content_type: HTML, headers, body }
    }

    pub(super) fn json(status: u16, body: String) -> HttpResponse {
        HttpResponse { status, content_type: JSON, headers: Vec::new(), body }
    }

    pub(super) fn refused(status: u16) -> HttpResponse {
        HttpResponse {
            status,
            content_type: TEXT,
            headers: Vec::new(),
            body: format!("{}\n", reason(status)),
        }
    }

    pub(super) fn see_other(path: String) -> HttpResponse {
        HttpResponse { headers: vec![("Location", path)], ..HttpResponse::refused(303) }
    }

    /// The same with a cookie that scripts cannot read, and that is sent to this address alone.
    #[must_use]
    pub(super) fn with_cookie(mut self, name: &str, value: &str) -> HttpResponse {
        let cookie = format!("{name}={value}; Path=/; Max-Age=86400; HttpOnly; SameSite=Strict");
        self.headers.push(("Set-Cookie", cookie));
        self
    }

    #[cfg(test)]
    pub(super) fn status(&self) -> u16 {
        self.status
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        202 => "Accepted",
        303 => "See Other",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        421 => "Misdirected Request",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "",
    }
}

/// Sends an answer, until this moment.
///
/// # Errors
/// It is not taken.
pub(super) fn write(mut stream: &TcpStream, response: &HttpResponse, end: Instant) -> io::Result<()> {
    let HttpResponse { status, content_type, headers, body } = response;
    let mut text = format!(
        "HTTP/1.1 {status} {}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\nConnection: close\r\n\
         Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n\
         X-Frame-Options: DENY\r\nCross-Origin-Resource-Policy: same-origin\r\n",
        reason(*status),
        body.len()
    );
    for (name, value) in headers {
        text += &format!("{name}: {value}\r\n");
    }
    text += "\r\n";
    text += body;
    let mut bytes = text.as_bytes();
    while !bytes.is_empty() {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        stream.set_write_timeout(Some(left))?;
        match stream.write(bytes)? {
            0 => return Err(io::ErrorKind::WriteZero.into()),
            written => bytes = &bytes[written..],
        }
    }
    Ok(())
}
