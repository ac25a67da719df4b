//! Secrets that are handed to the program: by its standard input, by another program, at a terminal.
//! Never by an argument or the environment, which others can read.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read as _};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::domain::{Password, Token};
use crate::i18n::{Text, Texts};

use super::access::Access;
use super::error::{ArgumentError, CliError, CommandTrouble};

/// Bytes that a line with a secret may take.
const MOST_BYTES: usize = 1024;
/// How long another program may take to tell a password: a person may have to be asked.
const PATIENCE: Duration = Duration::from_secs(60);

/// The password, by the way that the flags name; a person is asked where they name none.
///
/// # Errors
/// See [`CliError`].
pub(super) fn read_password(flags: &Access, texts: &Texts) -> Result<Password, CliError> {
    let text = match &flags.password_command {
        Some(command) => of_command(command)?,
        None if flags.password_stdin => text_of(&first_line()?)?,
        None if io::stdin().is_terminal() => asked(texts)?,
        None => return Err(ArgumentError::NoPassword.into()),
    };
    let line = text.split('\n').next().unwrap_or_default();
    let plain = line.trim_end_matches('\r');
    if plain.is_empty() && flags.password_command.is_some() {
        return Err(ArgumentError::PasswordCommand(CommandTrouble::Nothing).into());
    }
    Password::parse(SecretString::from(plain))
        .map_err(|error| ArgumentError::Password(error).into())
}

/// The token in the next line of the standard input, behind the password where that came there too.
///
/// # Errors
/// [`ArgumentError::Token`], [`ArgumentError::PasswordUnread`].
pub(super) fn read_token() -> Result<Token, ArgumentError> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(MOST_BYTES));
    let mut input = input().map_err(ArgumentError::PasswordUnread)?;
    take_line(&mut input, &mut bytes, 1).map_err(ArgumentError::PasswordUnread)?;
    // A token is ASCII: of a text in UTF-16 that is every other byte.
    bytes.retain(|byte| !matches!(byte, 0 | b'\r' | b'\n'));
    let line = std::str::from_utf8(&bytes).map_err(|_| ArgumentError::PasswordEncoding)?;
    Token::parse(line.trim()).map_err(ArgumentError::Token)
}

/// Typed at the terminal, without an echo.
fn asked(texts: &Texts) -> Result<Zeroizing<String>, ArgumentError> {
    let question = format!("{} ", texts.get(Text::CliAskPassword));
    rpassword::prompt_password(question).map(Zeroizing::new).map_err(ArgumentError::PasswordUnread)
}

/// The standard input without a buffer: what std's holds is never overwritten.
#[cfg(unix)]
fn input() -> io::Result<File> {
    use std::os::fd::AsFd as _;
    Ok(io::stdin().as_fd().try_clone_to_owned()?.into())
}

/// The standard input without a buffer: what std's holds is never overwritten.
#[cfg(windows)]
fn input() -> io::Result<File> {
    use std::os::windows::io::AsHandle as _;
    Ok(io::stdin().as_handle().try_clone_to_owned()?.into())
}

/// The first line of the standard input, with its end; nothing behind it is taken.
fn first_line() -> Result<Zeroizing<Vec<u8>>, ArgumentError> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(MOST_BYTES + 2));
    let mut read = || {
        let mut input = input()?;
        take_line(&mut input, &mut bytes, 2)?;
        if bytes.contains(&b'\n') {
            return Ok(());
        }
        let width = if utf_16(&bytes).is_some() { 2 } else { 1 };
        take_line(&mut input, &mut bytes, width)
    };
    read().map_err(ArgumentError::PasswordUnread)?;
    Ok(bytes)
}

/// Reads units of so many bytes up to the end of a line; of the first two bytes no more.
fn take_line(input: &mut File, bytes: &mut Vec<u8>, width: usize) -> io::Result<()> {
    let begins = bytes.is_empty() && width == 2;
    while bytes.len() < MOST_BYTES {
        let mut unit = Zeroizing::new([0_u8; 2]);
        for byte in unit.iter_mut().take(width) {
            let mut one = [0_u8];
            if input.read(&mut one)? == 0 {
                return Ok(());
            }
            *byte = one[0];
            bytes.push(one[0]);
            if begins && one[0] == b'\n' {
                return Ok(());
            }
        }
        let is_end = match width {
            1 => unit[0] == b'\n',
            _ => matches!(*unit, [b'\n', 0] | [0, b'\n']),
        };
        if begins || is_end {
            return Ok(());
        }
    }
    Ok(())
}

/// How two bytes become a number, where a text begins with the mark of UTF-16: PowerShell writes
/// files so.
fn utf_16(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    match bytes {
        [0xff, 0xfe, ..] => Some(u16::from_le_bytes),
        [0xfe, 0xff, ..] => Some(u16::from_be_bytes),
        _ => None,
    }
}

/// UTF-8, or UTF-16 with its mark; without the mark.
fn text_of(bytes: &[u8]) -> Result<Zeroizing<String>, ArgumentError> {
    let wrong = || ArgumentError::PasswordEncoding;
    let mut text = Zeroizing::new(String::with_capacity(2 * MOST_BYTES));
    match utf_16(bytes) {
        Some(number) => {
            let (pairs, _) = bytes.as_chunks::<2>();
            let units = pairs.iter().skip(1).map(|pair| number(*pair));
            for c in char::decode_utf16(units) {
                text.push(c.map_err(|_| wrong())?);
            }
        }
        None => {
            let utf_8 = std::str::from_utf8(bytes).map_err(|_| wrong())?;
            text.push_str(utf_8.strip_prefix('\u{feff}').unwrap_or(utf_8));
        }
    }
    Ok(text)
}

/// What another program prints. It is run itself, without a shell; what it complains of is shown.
fn of_command(command: &str) -> Result<Zeroizing<String>, ArgumentError> {
    let trouble = |why| ArgumentError::PasswordCommand(why);
    let words = words(command).ok_or(trouble(CommandTrouble::Quotes))?;
    let Some((program, arguments)) = words.split_first() else {
        return Err(trouble(CommandTrouble::Quotes));
    };
    let mut run = Command::new(program);
    run.args(arguments).stdout(Stdio::piped());
    if !io::stdin().is_terminal() {
        run.stdin(Stdio::null());
    }
    let not_started = |error: io::Error| trouble(CommandTrouble::NotStarted(error));
    let mut child = run.spawn().map_err(not_started)?;
    let (sender, receiver) = mpsc::sync_channel(1);
    let read = move || {
        let mut bytes = Zeroizing::new(Vec::with_capacity(MOST_BYTES + 1));
        let output = child.stdout.take().map(|output| output.take(MOST_BYTES as u64));
        let read = output.map_or(Ok(0), |mut output| output.read_to_end(&mut bytes));
        let ended = read.and_then(|_| child.wait());
        // Whoever asked may have gone.
        let _told = sender.send(ended.map(|status| (status, bytes)));
    };
    let started = std::thread::Builder::new().name("password command".to_owned()).spawn(read);
    started.map_err(not_started)?;
    match receiver.recv_timeout(PATIENCE) {
        Err(_) => Err(trouble(CommandTrouble::TimedOut)),
        Ok(Err(error)) => Err(not_started(error)),
        Ok(Ok((status, _))) if !status.success() => {
            Err(trouble(CommandTrouble::Failed(status.to_string())))
        }
        Ok(Ok((_, bytes))) => text_of(&bytes),
    }
}

/// The words of a command: blanks stand between them, quotation marks hold one together, and nothing else
/// has a meaning. `None` where a quotation mark is not closed.
fn words(command: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut open) = (Vec::new(), None::<String>, None);
    for c in command.chars() {
        match (c, open) {
            (c, Some(mark)) if c == mark => open = None,
            ('"' | '\'', None) => {
                open = Some(c);
                word.get_or_insert_default();
            }
            (c, None) if c.is_whitespace() => words.extend(word.take()),
            (c, _) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    open.is_none().then_some(words)
}
