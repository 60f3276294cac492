//! The address of a room, and the socket that listens there.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream, ToSocketAddrs, UdpSocket};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::connections;
use super::model::{Heard, RoomKeys, Shown};
use super::random::{CODE, is_word, word};
use super::room::OpenRoom;

/// This computer alone.
pub const DEFAULT_ADDRESS: &str = "127.0.0.1";
/// The ports that are tried where none is named.
const PORTS: std::ops::Range<u16> = 7400..7410;

/// An address to listen at, as somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    host: String,
    port: Option<u16>,
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.port {
            Some(port) if self.host.contains(':') => write!(f, "[{}]:{port}", self.host),
            Some(port) => write!(f, "{}:{port}", self.host),
            None => f.write_str(&self.host),
        }
    }
}

/// A text that is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadAddress;

impl FromStr for Address {
    type Err = BadAddress;

    /// An address of the internet protocol or the name of a computer, with `:PORT` or without.
    fn from_str(text: &str) -> Result<Address, BadAddress> {
        if let Ok(ip) = text.parse::<IpAddr>() {
            return Ok(Address { host: ip.to_string(), port: None });
        }
        if let Ok(at) = text.parse::<SocketAddr>() {
            return Ok(Address { host: at.ip().to_string(), port: Some(at.port()) });
        }
        let (host, port) = match text.split_once(':') {
            Some((host, port)) => (host, Some(port.parse().map_err(|_| BadAddress)?)),
            None => (text, None),
        };
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
        if host.is_empty() || !host.chars().all(is_name) {
            return Err(BadAddress);
        }
        Ok(Address { host: host.to_ascii_lowercase(), port })
    }
}

/// A socket that listens, and takes nothing yet.
#[derive(Debug)]
pub struct Door {
    listener: TcpListener,
    keys: RoomKeys,
    /// Where devices find it: host and port.
    place: String,
    is_local: bool,
    /// The name that was given for it, if it was a name.
    name: Option<String>,
}

impl Door {
    /// Listens at an address; at the first free one of a few ports where none is named. Devices of a room that was
    /// killed come back where its port is free, and asked for.
    ///
    /// # Errors
    /// The address is none of this computer, or the port is taken; or the system gives no randomness.
    pub fn open(address: &Address, before: Option<RoomKeys>) -> io::Result<Door> {
        let before = before.filter(|before| is_word(&before.code, CODE));
        let again = before.as_ref().and_then(|before| bind(&address.host, before.port).ok());
        let listener = match address.port {
            Some(port) if port != 0 => bind(&address.host, port)?,
            _ if again.is_some() => again.ok_or(io::ErrorKind::AddrInUse)?,
            Some(port) => bind(&address.host, port)?,
            None => PORTS.into_iter().find_map(|port| bind(&address.host, port).ok()).map_or_else(
                // What hinders is told of the first.
                || bind(&address.host, PORTS.start),
                Ok,
            )?,
        };
        let at = listener.local_addr()?;
        let name = address.host.parse::<IpAddr>().is_err().then(|| address.host.clone());
        let host = match &name {
            Some(name) => name.clone(),
            None => host(if at.ip().is_unspecified() { outward(at.ip()) } else { at.ip() }),
        };
        let new = || word(CODE).ok_or_else(|| io::Error::from(io::ErrorKind::Unsupported));
        let keys = match before {
            Some(before) => RoomKeys { port: at.port(), ..before },
            None => RoomKeys { code: new()?, port: at.port(), removed: Vec::new() },
        };
        let place = format!("{host}:{}", at.port());
        Ok(Door { listener, keys, place, is_local: at.ip().is_loopback(), name })
    }

    /// Where devices find it: host and port.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// The code that is needed.
    pub fn code(&self) -> &str {
        &self.keys.code
    }

    /// Whether only this computer reaches it.
    pub fn is_local(&self) -> bool {
        self.is_local
    }

    /// Lets devices in, until what is returned is dropped; `hear` is told what they do, in a thread.
    ///
    /// # Errors
    /// The system starts no thread.
    pub fn serve(self, hear: impl Fn(Heard) + Send + 'static) -> io::Result<Serving> {
        let at = self.listener.local_addr()?;
        let room = Arc::new(OpenRoom::new(self.keys, self.name));
        let over = Arc::new(AtomicBool::new(false));
        let (of_room, ends) = (room.clone(), over.clone());
        thread::Builder::new().spawn(move || of_room.tell_what_is_heard(hear, &ends))?;
        let (of_room, ends) = (room.clone(), over.clone());
        thread::Builder::new().spawn(move || connections::accept(&self.listener, &of_room, &ends))?;
        Ok(Serving { room, over, at })
    }
}

/// A room that is open; it closes when this is dropped.
#[derive(Debug)]
pub struct Serving {
    room: Arc<OpenRoom>,
    over: Arc<AtomicBool>,
    at: SocketAddr,
}

impl Serving {
    /// Shows this to all devices from now on.
    pub fn show(&self, shown: Shown) {
        self.room.show(shown);
    }

    /// Takes another code, and forgets the devices: whoever has it comes in again. `None` where the
    /// system gives no randomness: the code stays.
    pub fn renew(&self) -> Option<String> {
        let code = word(CODE)?;
        self.room.renew(code.clone());
        Some(code)
    }

    /// What brings its devices back.
    pub fn keys(&self) -> RoomKeys {
        self.room.keys()
    }

    /// Lets a device in no longer.
    pub fn remove(&self, device: &str) {
        self.room.remove(device);
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // The thread that waits for the next connection gets one.
        let ip = match self.at.ip() {
            ip if !ip.is_unspecified() => ip,
            IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        };
        drop(TcpStream::connect_timeout(&SocketAddr::new(ip, self.at.port()), super::GATHERING));
    }
}

fn bind(host: &str, port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((host, port).to_socket_addrs()?.collect::<Vec<_>>().as_slice())
}

/// An address as it stands in a URL.
fn host(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    }
}

/// The address of this computer in its network: the one from which it would send to elsewhere. Nothing is
/// sent for that.
fn outward(any: IpAddr) -> IpAddr {
    // Addresses that belong to documentation.
    let (from, to): (IpAddr, IpAddr) = match any {
        IpAddr::V4(_) => (Ipv4Addr::UNSPECIFIED.into(), Ipv4Addr::new(192, 0, 2, 1).into()),
        IpAddr::V6(_) => {
            (Ipv6Addr::UNSPECIFIED.into(), Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1).into())
        }
    };
    let way = UdpSocket::bind((from, 0)).and_then(|socket| {
        socket.connect((to, 9))?;
        socket.local_addr()
    });
    way.map_or(any, |at| at.ip())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let parsed = |text: &str| text.parse::<Address>().map(|address| (address.host, address.port));
        let is = |host: &str, port| Ok((host.to_owned(), port));
        assert_eq!(parsed("127.0.0.1"), is("127.0.0.1", None));
        assert_eq!(parsed("192.168.1.5:8000"), is("192.168.1.5", Some(8000)));
        assert_eq!(parsed("::1"), is("::1", None));
        assert_eq!(parsed("[::1]:80"), is("::1", Some(80)));
        assert_eq!(parsed("Laptop.local:7400"), is("laptop.local", Some(7400)));
        for bad in ["", ":", "a b", "laptop:port", "laptop:70000", "http://laptop", "laptop/x"] {
            assert_eq!(parsed(bad), Err(BadAddress), "{bad}");
        }
    }
}
