# Reports of a batch.

report-title = Card art report
report-lead = Wallets and shops draw a saved card from pictures, logos and texts that the bank supplies. This report lists every one of them that was looked at, and what is wrong with it.
report-when = Begun
report-server = Server
report-environment = Environment
report-merchant = Merchant ID
report-customers = Customers
report-unread = Could not be read
report-cards = Cards
report-files = Files
report-errors = Errors
report-warnings = Warnings
report-notes = Notes
report-error = Error
report-warning = Warning
report-note = Note
report-error-meaning = The customer sees something wrong, or nothing at all.
report-warning-meaning = It works, but a person should look.
report-note-meaning = Worth knowing.
report-findings = What was found
report-no-findings = Nothing: all that was looked at is as it should be.
report-what-to-do = What to do:
report-more = and { $count } more; the list of customers below has them all.
report-customer = Customer
report-reason = Reason
report-missing = The batch was stopped before its end. Customers that are missing here:
report-unread-title = Customers that could not be read
report-unread-lead = The gateway was asked twice for each of these. Their cards are not in this report.
report-refused-title = Rows that were refused
report-list-lines =
    { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
report-list-asked = { $count } asked for
report-list-repeated = { $count } repeated
report-list-doubtful = { $count } doubtful
report-list-refused = { $count } refused
report-list-headers =
    { $count ->
        [one] { $count } header
       *[other] { $count } headers
    }
report-list-titles =
    { $count ->
        [one] { $count } title
       *[other] { $count } titles
    }
report-list-totals =
    { $count ->
        [one] { $count } total
       *[other] { $count } totals
    }
report-list-blank = { $count } blank
report-list-customers =
    { $count ->
        [one] { $count } customer
       *[other] { $count } customers
    }
report-list-title = The list
report-list-other = Lines that are no customers
report-row-quote = a quotation mark on line { $line } is not closed, so that it is not known where the cells end
report-doubt-exponent = shown with an exponent: a spreadsheet has dropped its last digits
report-doubt-decimals = with decimals: a spreadsheet has taken it for an amount
report-doubt-grouped = with its thousands set apart: a spreadsheet has taken it for an amount
report-doubt-date = a date or a time: a spreadsheet may have made it of a number
report-doubt-digits = more than 15 digits, and zeros after those: a spreadsheet has dropped the others
report-doubt-zeros = shorter than the numbers around it, which begin with zeros: a spreadsheet may have dropped its own
report-doubt-word = a word among numbers
report-refused-lead = These rows of the list are no customer numbers, and nobody was asked about them.
report-line = Line
report-value = Value
report-row-empty = There is no customer number in this row.
report-no-cards = No saved cards.
report-no-assets = The service gives no pictures for this card.
report-expires = Expires
report-active = active
report-inactive = inactive
report-state-unknown = state not said
report-picture = Picture
report-asset = Type and address
report-declared = Declared
report-measured = Measured
report-found = Found
report-no-file = The service names no file for it.
report-not-read = The file was not read.
report-summary-customers = Customers: { $customers } (could not be read: { $failed }), cards: { $cards }, files: { $files }
report-summary-findings = Errors: { $errors }, warnings: { $warnings }, notes: { $notes }
report-drift-title = What changed since { $since } UTC
report-drift-lead = Files, cards and customers, compared with the batch that was kept then.
report-drift-none = Nothing: files, cards and customers are those of the batch that was kept then.
report-drift-what = What
report-drift-before = Before
report-drift-after = Now
report-drift-changed = Changed
report-drift-appeared = Appeared
report-drift-disappeared = Disappeared
report-drift-unread = could not be read
report-drift-more = and { $count } more cards
report-drift-cards = cards: { $count }
report-summary-drift = Changes since { $since } UTC: { $count }
report-acknowledged = Acknowledged
report-acknowledged-meaning = Somebody has looked at these and accepted them: for these very bytes, by this rule. They do not count above.
report-acknowledged-by = Acknowledged by { $by } on { $at }
report-summary-acknowledged = Acknowledged: { $count }
report-summary-more = and { $count } more; a report (--html, --csv) has them all
