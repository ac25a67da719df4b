//! What the names of columns mean, and the labels of totals.

use super::number::all_digits;
use super::words::{
    COUNTED, CUSTOMER, CUSTOMER_NUMBER, FILLER, NAME, NUMBER, OTHER, TOTAL, TOTAL_AT_END,
};

/// What programs write where there is no value, in small letters: never the name of a column.
const NO_VALUE: [&str; 22] = [
    "n/a",
    "n\\a",
    "n.a.",
    "n.a",
    "#n/a",
    "\\n",
    "na",
    "null",
    "(null)",
    "<null>",
    "[null]",
    "nil",
    "none",
    "nan",
    "undefined",
    "н/д",
    "н\\д",
    "н.д.",
    "#н/д",
    "нет",
    "нет данных",
    "нет номера",
];

/// What the name of a column says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnMeaning {
    /// Customers' numbers: `Customer No.`, `Код клиента`.
    CustomerNumber,
    /// Customers, by number or name: `Клиент`.
    Customer,
    /// A number of something: `ID`, `№`.
    Number,
    /// A name of somebody.
    Name,
    /// Something else that is known.
    Other,
    Unknown,
}

impl ColumnMeaning {
    /// Whether it names customers, by number or name.
    pub(super) fn is_of_customers(self) -> bool {
        matches!(self, Self::CustomerNumber | Self::Customer)
    }

    /// Whether the numbers in it may be customers'.
    pub(super) fn may_be_theirs(self) -> bool {
        self.is_of_customers() || self == Self::Number
    }
}

/// Whether a cell says that there is no value.
pub(super) fn is_no_value(cell: &str) -> bool {
    NO_VALUE.contains(&cell.trim().to_lowercase().as_str())
}

/// What a column's name says.
pub(super) fn meaning(name: &str) -> ColumnMeaning {
    if is_no_value(name) {
        return ColumnMeaning::Unknown;
    }
    let words = words(name);
    let compact: String = words.concat();
    let any = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
    let all_of = |lists: &[&[&str]]| {
        !words.is_empty()
            && words.iter().all(|word| lists.iter().any(|list| list.contains(&word.as_str())))
    };
    if is_negated(&words) {
        return ColumnMeaning::Other;
    }
    if CUSTOMER_NUMBER.contains(&compact.as_str()) {
        return ColumnMeaning::CustomerNumber;
    }
    if is_personal_account(&words) {
        return ColumnMeaning::CustomerNumber;
    }
    if any(NAME) {
        return ColumnMeaning::Name;
    }
    if counts(&words) {
        return ColumnMeaning::Other;
    }
    match (any(CUSTOMER) || any(CUSTOMER_NUMBER), any(NUMBER) || any(CUSTOMER_NUMBER), any(OTHER)) {
        (true, true, false) => ColumnMeaning::CustomerNumber,
        (true, false, false) if all_of(&[CUSTOMER, FILLER]) => ColumnMeaning::Customer,
        (false, true, false) if all_of(&[NUMBER, FILLER]) => ColumnMeaning::Number,
        (_, _, true) => ColumnMeaning::Other,
        _ => ColumnMeaning::Unknown,
    }
}

/// `№`, `No.`, `#`: what a column is called that counts its rows.
pub(super) fn numbers_rows(name: &str) -> bool {
    const OF_ROWS: [&str; 11] =
        ["№", "no", "n", "nr", "num", "номер", "нумар", "number", "п", "пп", "row"];
    words(name).iter().all(|word| OF_ROWS.contains(&word.as_str()))
}

/// `Не клиент`, `ID (not a customer)`: whether a name says that these are no customers.
pub(super) fn is_negated(words: &[String]) -> bool {
    const NOT: [&str; 16] = [
        "не",
        "нет",
        "ня",
        "not",
        "non",
        "без",
        "бяз",
        "without",
        "except",
        "кроме",
        "акрамя",
        "крім",
        "nicht",
        "kein",
        "nie",
        "нету",
    ];
    const BEGIN: [&str; 8] =
        ["клиент", "кліент", "клієнт", "покупат", "абонент", "контрагент", "customer", "client"];
    let is_customer = |word: &String| {
        CUSTOMER.contains(&word.as_str()) || BEGIN.iter().any(|begin| word.starts_with(begin))
    };
    let not = words.iter().position(|word| NOT.contains(&word.as_str()));
    not.is_some_and(|not| words[not..].iter().take(4).any(is_customer))
}

/// `Лицевой счёт`, `Л/С`: the number under which a customer is known, and no invoice.
fn is_personal_account(words: &[String]) -> bool {
    const PERSONAL: [&str; 7] =
        ["лицев", "лиц", "асабов", "особов", "дербес", "personal", "litsevo"];
    const ACCOUNT: [&str; 9] =
        ["счет", "счета", "сч", "рахунок", "рахунку", "рахунак", "рахунка", "шот", "account"];
    let begins = |word: &String| PERSONAL.iter().any(|personal| word.starts_with(personal));
    let is_account = |word: &String| ACCOUNT.contains(&word.as_str());
    let is_short = words.len() < 3 && words.iter().take(2).map(String::as_str).eq(["л", "с"]);
    is_short || words.windows(2).any(|two| begins(&two[0]) && is_account(&two[1]))
}

/// `Number of customers`: how many there are.
fn counts(words: &[String]) -> bool {
    words.windows(2).any(|two| NUMBER.contains(&two[0].as_str()) && two[1] == "of")
        && words.iter().skip(2).any(|word| word.ends_with('s'))
}

/// Words in small letters; where a small letter is followed by a capital one begins another.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in name.chars() {
        let begins = before.is_lowercase() && c.is_uppercase();
        if (begins || c == '№' || before == '№') && words.last().is_some_and(|w| !w.is_empty())
        {
            words.push(String::new());
        }
        match words.last_mut() {
            Some(word) if c.is_alphanumeric() || c == '№' => word.extend(c.to_lowercase()),
            Some(word) if !word.is_empty() => words.push(String::new()),
            _ => {}
        }
        before = c;
    }
    // A capital letter with a dot above is two signs as a small one.
    let plain = |word: String| word.replace('ё', "е").replace('\u{307}', "");
    words.into_iter().filter(|word| !word.is_empty()).map(plain).collect()
}

/// Whether a word is known as the name of a column.
pub(super) fn is_known(word: &str) -> bool {
    meaning(word) != ColumnMeaning::Unknown
}

/// A name without signs and in small letters: how a name is found again.
pub(super) fn folded(name: &str) -> String {
    words(name).concat()
}

/// Whether a cell is the label of a row of totals: `Итого: 2`, `Всего записей`, `Анна Итог`,
/// `Grand Total`.
pub(super) fn is_total(cell: &str) -> bool {
    let words = words(cell);
    let is = |word: Option<&String>, all: &[&str]| word.is_some_and(|w| all.contains(&w.as_str()));
    let counts = words.first().is_some_and(|word| all_digits(word));
    let is_count =
        counts && is(words.get(1), COUNTED) && (words.len() == 2 || is(words.get(1), TOTAL));
    is(words.first(), TOTAL) || is(words.last(), TOTAL_AT_END) || is_count
}

/// The same of a cell behind the number, where a remark may stand as well.
pub(super) fn is_short_total(cell: &str) -> bool {
    is_total(cell) && words(cell).len() < 3
}
