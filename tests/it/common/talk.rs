//! The program line by line: all lines at once, or one at a time as somebody would write them.

use std::io::{Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use super::program::{Folder, Said};

/// Runs the program with these lines as its whole input.
pub fn run(folder: &Folder, arguments: &[&str], input: impl AsRef<[u8]>) -> Said {
    finished(folder.command(arguments), input.as_ref())
}

/// The same with a command of one's own.
pub fn finished(mut command: Command, input: &[u8]) -> Said {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        // A program that has left reads no more: what remains is nobody's loss.
        scope.spawn(move || stdin.write_all(input));
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        Said {
            status: output.status.code().unwrap_or(-1),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    })
}

/// A conversation.
pub struct Talk {
    child: Child,
    input: Option<ChildStdin>,
    output: ChildStdout,
}

impl Talk {
    /// Starts the program, and waits for its first prompt.
    pub fn start(folder: &Folder, arguments: &[&str]) -> (Talk, String) {
        let mut command = folder.command(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (input, output) = (child.stdin.take(), child.stdout.take().unwrap());
        let mut talk = Talk { child, input, output };
        let said = talk.hear();
        (talk, said)
    }

    /// Writes a line, and returns what was said up to the next prompt.
    pub fn say(&mut self, line: &str) -> String {
        self.say_last(line);
        self.hear()
    }

    /// Writes a line after which no prompt is expected.
    pub fn say_last(&mut self, line: &str) {
        let input = self.input.as_mut().unwrap();
        input.write_all(format!("{line}\n").as_bytes()).unwrap();
    }

    /// Ends the input; returns the rest of what was said, and the exit status.
    pub fn end(mut self) -> (String, i32) {
        self.input = None;
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).unwrap();
        (rest, self.child.wait().unwrap().code().unwrap_or(-1))
    }

    /// Reads up to a prompt: a line that ends with a colon and a blank instead of a line end.
    fn hear(&mut self) -> String {
        let mut said = Vec::new();
        let mut byte = [0];
        while !said.ends_with(b": ") || !is_prompt(&said) {
            assert_eq!(self.output.read(&mut byte).unwrap(), 1, "{}", String::from_utf8_lossy(&said));
            said.push(byte[0]);
        }
        String::from_utf8(said).unwrap()
    }
}

/// Whether the last line is a prompt: each of them has its choices in brackets, and ends with one of these.
fn is_prompt(said: &[u8]) -> bool {
    let text = String::from_utf8_lossy(said);
    let line = text.rsplit('\n').next().unwrap_or_default();
    let ends = ["? help", "q quit", "an empty line is no", "a dot alone ends", "back leaves it"];
    line.contains(" (") && ends.iter().any(|end| line.ends_with(&format!("{end}): ")))
}

impl Drop for Talk {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
