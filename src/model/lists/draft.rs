//! A list of customers as it is being given, before anybody is asked.

use std::path::PathBuf;

use crate::customers::{
    Choice, CustomerList, Doubtful, NotAList, Question, Reading, TakenColumn, columns_of_text,
    read_lines, read_text,
};
use crate::domain::CustomerNumber;
use crate::settings::{KnownColumns, ReadError};

/// Where a list is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListPlace {
    /// To be worked through.
    Queue,
    /// To be verified.
    Batch,
}

/// A list as it is being given: typed, pasted, read from files, or handed over from elsewhere.
#[derive(Debug, Clone, Default)]
pub struct ListDraft {
    /// As typed or pasted; else the numbers, one a line.
    pub text: String,
    /// Path of a file to read, as typed.
    pub path: String,
    /// What it was read from: the text, or files.
    pub parts: Vec<ListPart>,
    /// What all parts say together. Kept, since a long list takes longer than a frame has.
    pub list: CustomerList,
    /// Whether it has changed since a batch was begun with it.
    pub is_new: bool,
    /// Whether the text is numbers, one a line, whatever signs are in them.
    is_verbatim: bool,
}

/// A file, or the text, and what it says.
#[derive(Debug, Clone)]
pub struct ListPart {
    /// `None` for the text.
    pub path: Option<PathBuf>,
    /// What a person said of it, now or earlier.
    pub choice: Choice,
    /// Whether that was earlier, of another file of this shape.
    pub as_last_time: bool,
    /// What came of reading it.
    pub given: Given,
    /// The list before a person said yes to its doubtful numbers; `None` where nobody has.
    pub before_yes: Option<Box<CustomerList>>,
}

/// What a file or a text says.
#[derive(Debug, Clone)]
pub enum Given {
    /// Numbers, and the fate of every line.
    List(CustomerList),
    /// A column or a sheet has to be chosen.
    Ask(Question),
    /// It was read, and holds no customer numbers.
    NotAList(NotAList),
    /// The file could not be opened, or is no table or text.
    Unread(ReadError),
}

impl ListPart {
    /// What was given, with nothing said of it.
    pub fn new(path: Option<PathBuf>, given: Given) -> Self {
        let choice = Choice::default();
        Self { path, choice, as_last_time: false, given, before_yes: None }
    }

    /// Its list, where it has one.
    pub fn list(&self) -> Option<&CustomerList> {
        match &self.given {
            Given::List(list) => Some(list),
            Given::Ask(_) | Given::NotAList(_) | Given::Unread(_) => None,
        }
    }

    /// Its numbers that a spreadsheet seems to have changed, whatever a person said of them.
    pub fn doubtful(&self) -> &[Doubtful] {
        let list = self.before_yes.as_deref().or_else(|| self.list());
        list.map_or(&[], |list| list.doubtful.as_slice())
    }

    fn take_as_they_stand(&mut self, yes: bool) {
        let Given::List(list) = &mut self.given else { return };
        match self.before_yes.take() {
            None if yes && !list.doubtful.is_empty() => {
                self.before_yes = Some(Box::new(list.clone()));
                list.take_as_they_are();
            }
            Some(before) if !yes => *list = *before,
            unchanged => self.before_yes = unchanged,
        }
    }

    /// Its file's name.
    pub fn name(&self) -> Option<String> {
        let path = self.path.as_ref()?;
        let name = path.file_name().unwrap_or(path.as_os_str());
        Some(name.to_string_lossy().into_owned())
    }

    /// Reads something: as a person chose for files of its shape, where nothing else is said.
    pub fn read(
        path: Option<PathBuf>,
        mut choice: Choice,
        known: &KnownColumns,
        read: impl Fn(&Choice) -> Result<Reading, NotAList>,
    ) -> Self {
        let mut as_last_time = false;
        loop {
            let given = read(&choice);
            let more = given.as_ref().ok().and_then(|given| known_choice(given, &choice, known));
            // A choice that fits no longer is of no use.
            let more = more.filter(|more| *more != choice && read(more).is_ok());
            let Some(more) = more else {
                let given = match given {
                    Ok(Reading::List(list)) => Given::List(list),
                    Ok(Reading::Ask(question)) => Given::Ask(question),
                    Err(error) => Given::NotAList(error),
                };
                return Self { path, choice, as_last_time, given, before_yes: None };
            };
            (choice, as_last_time) = (more, true);
        }
    }
}

/// The shape that a sheet is remembered by.
pub(crate) fn shape_of_sheets(sheets: &[String]) -> String {
    format!("sheets\n{}", sheets.join("\n"))
}

/// What was chosen for files of this shape, where it says more than the choice.
fn known_choice(given: &Reading, choice: &Choice, known: &KnownColumns) -> Option<Choice> {
    match given {
        Reading::Ask(question) => match question.sheet {
            None if question.sheets.len() > 1 => {
                let sheet = known.get(&shape_of_sheets(&question.sheets))?;
                let is_there = question.sheets.iter().any(|name| name == sheet);
                is_there.then(|| Choice { sheet: Some(sheet.to_owned()), ..choice.clone() })
            }
            sheet => {
                let sheet = sheet.and_then(|place| question.sheets.get(place)).cloned();
                let column = Some(known.get(&question.shape)?.to_owned());
                choice.column.is_none().then_some(Choice { sheet, column })
            }
        },
        Reading::List(list) => {
            if let Some(sheet) = known_sheet(list.column.as_ref(), known) {
                return Some(Choice { sheet: Some(sheet), ..choice.clone() });
            }
            // Without a header, tables that have as many columns may have nothing else in common.
            let taken = list.column.as_ref().filter(|taken| taken.name.is_some())?;
            let column = Some(known.get(&taken.shape)?.to_owned());
            let sheet = choice.sheet.clone().or_else(|| taken.sheet.clone());
            choice.column.is_none().then_some(Choice { sheet, column })
        }
    }
}

/// The sheet that was chosen for workbooks of these sheets, where another is plainly meant.
fn known_sheet(taken: Option<&TakenColumn>, known: &KnownColumns) -> Option<String> {
    let taken = taken.filter(|taken| taken.sheets.len() > 1)?;
    let sheet = known.get(&shape_of_sheets(&taken.sheets))?;
    let is_other = taken.sheet.as_deref() != Some(sheet);
    (is_other && taken.sheets.iter().any(|name| name == sheet)).then(|| sheet.to_owned())
}

impl ListDraft {
    /// What was typed or pasted. Numbers that were handed over stay numbers while they are edited.
    pub(crate) fn take_text(&mut self, text: String, known: &KnownColumns) {
        let is_verbatim = self.is_verbatim && is_edited(&self.text, &text);
        let part = match is_verbatim {
            true => ListPart::new(None, Given::List(read_lines(&text))),
            false => ListPart::read(None, Choice::default(), known, |c| read_text(&text, c)),
        };
        self.parts = vec![part];
        self.join();
        self.text = text;
        self.is_verbatim = is_verbatim;
    }

    /// Numbers from elsewhere in the program: whatever signs are in them, they are numbers.
    pub(crate) fn take_numbers(&mut self, numbers: Vec<CustomerNumber>) {
        let given = Given::List(CustomerList::from(numbers));
        self.parts = vec![ListPart::new(None, given)];
        self.join();
        self.show_numbers();
    }

    /// What files say, in the place of all else; or files that were read anew.
    pub(crate) fn take_parts(&mut self, parts: Vec<ListPart>, anew: bool) {
        if anew {
            for part in parts {
                let same = self.parts.iter_mut().find(|known| known.path == part.path);
                if let Some(known) = same {
                    *known = part;
                }
            }
        } else {
            self.parts = parts;
        }
        self.join();
        self.show_numbers();
    }

    /// The text is read with what a person said of it.
    pub(crate) fn choose(&mut self, choice: Choice) {
        let read = |choice: &Choice| read_text(&self.text, choice);
        self.parts = vec![ListPart::read(None, choice, &KnownColumns::default(), read)];
        self.join();
    }

    /// The text's column is to be chosen, though one was taken.
    pub(crate) fn ask(&mut self) {
        if let [part] = self.parts.as_mut_slice() {
            part.given = Given::Ask(columns_of_text(&self.text));
            self.join();
        }
    }

    pub(crate) fn take_as_they_stand(&mut self, yes: bool) {
        self.parts.iter_mut().for_each(|part| part.take_as_they_stand(yes));
        self.join();
        if self.parts.iter().any(|part| part.path.is_some()) {
            self.show_numbers();
        }
    }

    /// Whether doubtful numbers are asked for as they stand.
    pub fn as_they_stand(&self) -> bool {
        self.parts.iter().any(|part| part.before_yes.is_some())
    }

    fn show_numbers(&mut self) {
        let numbers: Vec<&str> = self.list.numbers.iter().map(CustomerNumber::as_str).collect();
        self.text = numbers.join("\n");
        self.is_verbatim = true;
    }

    fn join(&mut self) {
        let lists = self.parts.iter().filter_map(|part| Some((part.name(), part.list()?.clone())));
        let lists: Vec<_> = lists.collect();
        let is_one = lists.len() < 2;
        let lists = lists.into_iter().map(|(name, list)| match name {
            Some(name) if !is_one => list.named(&name),
            _ => list,
        });
        let joined = lists.reduce(|mut all, list| {
            all.add(&list);
            all
        });
        self.list = joined.unwrap_or_default();
        self.is_new = true;
    }
}

/// Whether a text came from another by an edit, and not by putting something else in its place.
fn is_edited(before: &str, after: &str) -> bool {
    let same = |(one, other): &(char, char)| one == other;
    let begin = before.chars().zip(after.chars()).take_while(same).count();
    let (rest, new) = (before.chars().count() - begin, after.chars().count() - begin);
    let ends = before.chars().rev().zip(after.chars().rev()).take(rest.min(new));
    let end = ends.take_while(same).count();
    let is_shortened = new == end;
    !after.is_empty() && (is_shortened || 2 * (begin + end) >= begin + rest)
}
