//! Connections: each has a thread, reads one request within its time, gets one answer, and ends. Where there are
//! too many, the one that is open longest gives way: whoever keeps connections open keeps nobody out.

use std::collections::VecDeque;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::room::OpenRoom;
use super::{MOST_CONNECTIONS, REQUEST_TIME, request, response, routes};

/// The stack of a thread that reads and answers one request.
const STACK: usize = 256 * 1024;
/// The bytes, and the time, that are spent on reading what comes after a request that was refused: an answer
/// is lost where something unread is left.
const LEFT_OVER: usize = 256 * 1024;
const LEFT_OVER_TIME: Duration = Duration::from_millis(300);

type Open = Mutex<VecDeque<(u64, Arc<TcpStream>)>>;

/// Takes connections until it is over.
pub(super) fn accept(listener: &TcpListener, room: &Arc<OpenRoom>, over: &AtomicBool) {
    let open: Arc<Open> = Arc::default();
    let mut number = 0;
    while !over.load(Ordering::Relaxed) {
        let Ok((stream, _)) = listener.accept() else {
            // The system has no room for another one.
            end_oldest(&open, 0);
            thread::sleep(Duration::from_millis(20));
            continue;
        };
        number += 1;
        let stream = Arc::new(stream);
        end_oldest(&open, MOST_CONNECTIONS - 1);
        open.lock().unwrap_or_else(PoisonError::into_inner).push_back((number, stream.clone()));
        let (room, of_thread) = (room.clone(), open.clone());
        let started = thread::Builder::new().stack_size(STACK).spawn(move || {
            serve(&stream, &room);
            let _ = stream.shutdown(Shutdown::Both);
            of_thread.lock().unwrap_or_else(PoisonError::into_inner).retain(|(other, _)| *other != number);
        });
        if started.is_err() {
            end_oldest(&open, 0);
        }
    }
}

/// Ends the oldest connections until no more than so many are left; one at least where that is none.
fn end_oldest(open: &Open, most: usize) {
    let mut open = open.lock().unwrap_or_else(PoisonError::into_inner);
    let more = open.len().saturating_sub(most);
    let more = if most == 0 { more.min(1) } else { more };
    for (_, stream) in open.drain(..more) {
        let _ = stream.shutdown(Shutdown::Both);
    }
}

fn serve(stream: &TcpStream, room: &OpenRoom) {
    let (Ok(peer), Ok(local)) = (stream.peer_addr(), stream.local_addr()) else { return };
    let end = Instant::now() + REQUEST_TIME;
    let (answer, was_read) = match request::read(stream, end) {
        Ok(request) => (routes::answer(room, &request, peer.ip(), local.ip()), true),
        Err(Some(refused)) => (refused, false),
        Err(None) => return,
    };
    if response::write(stream, &answer, Instant::now() + REQUEST_TIME).is_ok() && !was_read {
        let _ = stream.shutdown(Shutdown::Write);
        request::pass_over(stream, LEFT_OVER, Instant::now() + LEFT_OVER_TIME);
    }
}
