//! Reading questionnaire files from disk, within limits.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The largest questionnaire file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 8 * 1024 * 1024;

/// The marks that divide TOML that a file may have: `,`, `=` and line ends count once; `.`, `[` and `{`,
/// each of which may make a table, four times. They bound the memory before a file is parsed: at this
/// limit the worst file takes below 600 MiB to read and change, without it well over one GiB. An
/// assessment with notes on 5,000 questions has a fifth of them.
pub const MAX_MARKS: usize = 1_000_000;

/// Whether a text would take too much memory to parse.
pub(crate) fn has_too_many_marks(text: &[u8]) -> bool {
    let cost = |byte: &u8| match byte {
        b',' | b'=' | b'\n' => 1,
        b'.' | b'[' | b'{' => 4,
        _ => 0,
    };
    text.iter().map(cost).sum::<usize>() > MAX_MARKS
}

/// What a file holds, told by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// A questionnaire.
    Questionnaire,
    /// The roles.
    Roles,
    /// The resources.
    Resources,
}

impl Content {
    pub(crate) fn of(path: &Path) -> Content {
        match path.file_name().and_then(|name| name.to_str()) {
            Some("roles.toml") => Content::Roles,
            Some("resources.toml") => Content::Resources,
            _ => Content::Questionnaire,
        }
    }
}

/// What is too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooLarge {
    /// The file has more than [`MAX_FILE_BYTES`].
    Bytes,
    /// The file has more than [`MAX_MARKS`].
    Marks,
    /// The questionnaire has more than [`MAX_QUESTIONS`](super::MAX_QUESTIONS).
    Questions,
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// It is larger than is read.
    TooLarge(TooLarge),
    /// There is none.
    NotFound,
    /// It is a folder, a pipe or the like.
    NotRegular,
    /// What the system says.
    System(String),
    /// This line, from 1, is not UTF-8.
    NotText(usize),
}

/// The bytes of a file, however large the file says it is or becomes; `None` where there are more than this.
///
/// # Errors
/// What the system says; [`InvalidInput`](std::io::ErrorKind::InvalidInput) for a folder, a pipe or a device.
pub(crate) fn read_at_most(path: &Path, most: u64) -> std::io::Result<Option<Vec<u8>>> {
    // Before opening: to open a pipe would wait for somebody to write into it.
    let metadata = std::fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    // One more, so that the end is found without more room.
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len().min(most)).unwrap_or(0) + 1);
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}

/// The text of a questionnaire file.
pub(crate) fn read(path: &Path) -> Result<String, ReadError> {
    let unreadable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => ReadError::NotFound,
        std::io::ErrorKind::InvalidInput => ReadError::NotRegular,
        _ => ReadError::System(error.to_string()),
    };
    let bytes = read_at_most(path, MAX_FILE_BYTES).map_err(unreadable)?;
    let bytes = bytes.ok_or(ReadError::TooLarge(TooLarge::Bytes))?;
    if has_too_many_marks(&bytes) {
        return Err(ReadError::TooLarge(TooLarge::Marks));
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
        ReadError::NotText(before.filter(|byte| **byte == b'\n').count() + 1)
    })
}

/// The `*.toml` files of a folder (not of those within it), by name. A folder that does not exist
/// has none.
pub(crate) fn toml_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry?.path();
        // Hidden files are those of editors and systems.
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if !hidden && path.extension().is_some_and(|extension| extension == "toml") && !path.is_dir() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
