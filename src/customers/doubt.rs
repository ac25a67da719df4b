//! Why a number may not be the one that was meant: spoiled by a spreadsheet, or no number at all.

/// Why a number may not be the one that was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// `1,23457E+15`: the last digits are lost.
    Exponent,
    /// `1002,00`: a number with decimals.
    Decimals,
    /// `1 004` or `1.004`: thousands set apart.
    Grouped,
    /// `01.02.2026`, `янв.26`, `10:30:00`: made a date or a time.
    Date,
    /// More than 15 digits, and only zeros after those: the others are lost.
    Digits,
    /// Shorter than its neighbours, which begin with zeros.
    Zeros,
    /// Words rather than a number.
    Word,
    /// Its row is hidden in the workbook: filtered out, or by hand.
    Hidden,
    /// Its number format shows something else than the number that the cell holds.
    Format,
    /// `10 02`: a blank among digits.
    Blank,
    /// `ID: 1002`, `№1002`, `- 1002`: something stands before the number.
    Label,
    /// `1002-`, `50%`, `[1002`: a sign of texts and amounts.
    Sign,
    /// Digits of another script, such as full-width ones.
    Script,
    /// `Err:502`: what a formula shows that failed.
    Failed,
    /// Of another form than nearly all others.
    Unlike,
    /// Letters of an alphabet that the file does not tell.
    Encoding,
    /// Alone in its row, where all others have more cells.
    Lone,
    /// A card's number, whole or masked.
    Card,
    /// A card's token, or another identifier of that make.
    Token,
    /// `10021,10022`: several numbers in one cell.
    Several,
    /// The number of a bank account.
    Account,
    /// `1002-1010`: from one number to another.
    Range,
    /// `100 BYN`: a number with its currency or unit.
    Amount,
    /// Nothing but zeros: what stands for no number.
    Nothing,
    /// Addresses of mail, in a column that is not named as one of customers.
    Mail,
    /// An address of a network.
    Address,
    /// Numbers of telephones, in a column that is not named as one of customers.
    Phone,
    /// Tax numbers, in a column that is not named as one of customers.
    TaxNumber,
    /// `ST00012`: the text of a payment's QR code.
    Payment,
    /// `0x1F`, or `FF00AA` among others of that form: a number to base 16.
    Hex,
}
