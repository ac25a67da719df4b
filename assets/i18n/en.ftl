### English texts of the window. `build.rs` makes their typed keys of this file. An argument is a text, but
### for those that choose a plural and for these, wherever they stand:
###   $all (Number) $asked (Number) $cards (Number) $chars (Number) $count (Number) $customers (Number)
###   $days (Number) $done (Number) $errors (Number) $expected (Number) $failed (Number) $gone (Number) $height (Number)
###   $left (Number) $line (Number) $minutes (Number) $most (Number) $place (Number) $position (Number) $ready (Number)
###   $rest (Number) $seconds (Number) $shown (Number) $status (Number) $took (Number) $width (Number)

### The window

app-name = Carddesk
close = Close
try-again = Try again
refresh = Refresh
copy-details = Copy details
technical-details = Technical details
asking = Asking the gateway…
yes = Yes
no = No
not-said = Not said
unit-bytes = B
unit-kib = KiB
unit-mib = MiB
tone-ok = Done
tone-note = Note
tone-warning = Attention
tone-error = Error

### Signing in

sign-in-lead = See a customer’s saved cards the way their wallet shows them, and remove a card with proof.
sign-in-button = Sign in
sign-in-note = Nothing is sent until you look up a customer. The password stays in memory only and is forgotten when you sign out.
sign-in-correct = Correct sign-in
sign-in-refused = The gateway refused merchant ID, login or password. Check all three, and enter the password again.
sign-in-sandbox = Use the sandbox
sign-in-sandbox-note = The sandbox: invented customers and cards on this computer.
sign-in-sandbox-starting = The sandbox is starting…
sign-in-sandbox-failed = Not started: { $reason }. Try again.
sign-in-questions = What to ask Assist for
help = Help
beginning-title = Before the first sign-in
beginning-lead = Carddesk signs in to Assist’s web services for your shop. Assist’s support tells a merchant what is needed; ask for:
beginning-server = The name of the server that takes our web-service requests, and that of the test server.
beginning-merchant = Our merchant ID there.
beginning-login = Login and password for the web services.
beginning-rights = Leave for this login to list customers’ saved cards and to remove them (One Click).
beginning-network = Whether the network addresses that we call from have to be allowed, and how.
beginning-then = And then
beginning-customers = Customer numbers are your own: the shop sends one with each payment that saves a card. Whoever looks after the shop knows where they stand.
beginning-sandbox = To try everything without any of this, close this page and use the sandbox: invented customers on this computer, and nothing is sent anywhere.
beginning-copy = Copy as a letter
beginning-letter = Good day! Our support staff will look up and remove customers’ saved cards by way of your web services. Please tell us:
field-server = Server name
field-server-hint = Given to you by Assist, e.g. payments.example.com
field-merchant = Merchant ID
field-merchant-hint = A number
field-login = Login of the web services
field-password = Password
field-customer = Customer number (optional)
field-customer-hint = Looked up at once
environment-sandbox = This computer: nothing real happens.
environment-test = A test server, by its name.
environment-production = Real cards of real customers.
server-empty = Enter the server name that Assist gave you.
server-malformed = This is not a server name. Enter it like payments.example.com.
server-port = The port is no number from 1 to 65535. Leave it out, or enter it like payments.example.com:443.
server-plain-http = http:// would send the password readable to { $host }. Use https://.
server-scheme = { $scheme }:// is not supported. Use https://.
server-user-info = Leave login and password out of the server name.
server-more = Enter the server name alone, without “{ $extra }”.
server-unreachable = No server could be reached at this address. Check its spelling.
merchant-empty = Enter the merchant ID.
merchant-not-a-number = The merchant ID consists of digits only.
merchant-out-of-range = The merchant ID is from 1 to 2147483647.
login-empty = Enter the login.
login-too-long = A login has up to 20 characters; this one has { $chars }.
password-empty = Enter the password.
password-too-long = A password has up to 30 characters.
password-prohibited = Character { $position } is one that the gateway removes, so this password cannot be right.
password-invisible = Character { $position } is invisible: a tab, a line break or a sign that was copied along. No password holds one. Type it by hand.
token-empty = Give the card’s token.
token-length = A token is a UUID of 36 characters; this one has { $chars }.
token-shape = Character { $position } is wrong for a token: a UUID has hyphens as characters 9, 14, 19 and 24, and otherwise digits and the letters A to F.
prohibited-symbol = “{ $symbol }” (character { $position }) is not allowed: the gateway would remove it and take the value for another.
prohibited-invisible = Character { $position } is invisible and not allowed: { $name } ({ $code }). Type it by hand.
invisible-control = a control character
invisible-soft-hyphen = a soft hyphen
invisible-zero-width-space = a zero-width space
invisible-joiner = a zero-width joiner or non-joiner
invisible-word-joiner = a word joiner
invisible-byte-order-mark = a byte order mark
invisible-direction = a sign for the direction of writing
invisible-line-separator = a line separator
invisible-variation-selector = a variation selector
invisible-tag = a tag character
invisible-filler = a filler
invisible-format = a format character
invisible-no-character = no character
customer-is-password = This is the password you signed in with, not a customer number. Nothing was sent.
customer-empty = Enter a customer number.
customer-too-long = A customer number has up to 32 characters; this one has { $chars }.
customer-blanks = The number begins or ends with a blank; it was sent as it is.
look-up-without-blanks = Look up { $number } without the blanks
customer-non-ascii = “{ $symbol }” (character { $position }) is not a Latin letter; it was sent as it is.

### Lock

lock = Lock (Ctrl+Shift+L)
locked-title = Locked
locked-lead = Merchant { $merchant }, login { $login }. Enter the password to go on.
locked-wrong = This is not the password you signed in with.
locked-wait = The next try is taken in { $seconds } s.
locked-left = { $left ->
    [one] { $left } more wrong password, and you are signed out.
   *[other] { $left } more wrong passwords, and you are signed out.
}
unlock = Unlock
sign-out = Sign out

### Header and panels

header-merchant = Merchant { $merchant }
trust-verified = verified
trust-verified-why = The gateway has accepted these credentials.
trust-unverified = not verified yet
trust-unverified-why = The gateway has no log-in call: credentials are proven by the first look-up.
trust-refused = refused
trust-refused-why = The gateway refused the first look-up. Check merchant ID, login and password.
look-up-field = Customer number
settings = Settings
keys = Keys
fold-customers = Show or hide customers
header-more = More
panel-divider = Width of the panel
tiles-small = Small tiles
tiles-medium = Medium tiles
tiles-large = Large tiles
customers-sandbox = Sandbox customers
customers-visited = This session
customers-empty = Customers that you look up appear here until you sign out.
customer-row = Customer { $number }
queue-give = Work through a list…
queue-lead = Paste customer numbers, one a line, or a column or table of a spreadsheet; or drop workbooks, CSV or text files on the window. J and K lead to the next and the previous customer; the next two are fetched ahead.
queue-take =
    { $count ->
        [one] Work through { $count } customer
       *[other] Work through { $count } customers
    }
queue-take-key = Ctrl+Enter begins.
queue-path = File of customers
queue-read = Open
queue-end = End the list
queue-progress = { $done } of { $all } looked at
queue-search = Search
queue-all = All customers
queue-with-findings = Customers with findings
queue-not-looked-at = Not yet looked at
command-show-all = Show all customers
command-show-findings = Show the customers with findings
command-show-unseen = Show the customers not yet looked at
queue-looked-at = Looked at
queue-removed = A card was removed
queue-nothing-found = No customer is like that.
list-as-of = as of { $at }
status-pictures = { $ready } of { $all } pictures
status-failed = { $count } failed
status-look-up = looked up { $at } ({ $took } ms)
status-listed = list of { $at }
status-batch = verifying a list: { $done } of { $all }
status-batch-paused = verification paused: { $done } of { $all }
status-unresolved = journal: { $count } to resolve

### Cards of a customer

empty-title = Whose cards?
empty-lead = Type the customer’s number above and press Enter.
empty-button = Look up a customer
customer-title = Customer { $number }
cards-count =
    { $count ->
        [one] { $count } card
       *[other] { $count } cards
    }
no-cards-title = No saved cards
no-cards-lead = The gateway has no cards for customer { $number }. It answers the same for a number it does not know.
list-old = What you see below is from the last look-up that worked.
list-takes-long = The gateway takes long to answer. It has 30 seconds.
retry-pictures = Load failed pictures again
card-name = { $brand }, last four digits { $digits }
fate-not-verified = Removal not verified
fate-not-verified-note = Whether this card was removed is not known. The next list of this customer settles it.
fate-still-there = Still there
fate-still-there-note = The list fetched after the removal still holds this card. The gateway may need a moment: check again.
card-expires = expires { $expiry }
bank-unknown = Bank not given
brand-unknown = Brand not given
expiry-unknown = no expiry given
badge-active = Active
badge-inactive = Inactive
badge-expired = Expired
badge-expires-soon =
    { $days ->
        [0] Expires today
        [one] Expires in { $days } day
       *[other] Expires in { $days } days
    }
badge-expiry-unreadable = Expiry unreadable
badge-cvc = CVC needed
removing = Removing…

### Inspector

close-inspector = Close the inspector
open-large = Open the large picture
tab-details = Details
tab-assets = Assets
tab-findings = Findings
tab-raw = Raw

# Findings
findings-none = Nothing that needs a person
findings-pending =
    { $count ->
        [one] { $count } file is still on its way.
       *[other] { $count } files are still on their way.
    }
findings-of-card = The card
findings-note = Findings tell about the card's data and art. They do not stop anything.
count-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
count-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
count-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
acknowledged = Acknowledged by { $by } on { $at }
acknowledgements-merged = Acknowledgements taken in: { $count }
acknowledge-ask = Acknowledge…
acknowledge-withdraw = Take the acknowledgement back
# The name that a screen reader is told, of what stands beside the finding's words.
acknowledge-named = Acknowledge… { $finding } { $file }
acknowledge-withdraw-named = Take the acknowledgement back: { $finding } { $file }
no-finding = No errors and no warnings on these cards, but for those acknowledged.
no-finding-yet = No errors and no warnings so far; files are still on their way.
not-acknowledged-none = Nothing to acknowledge yet: go to a finding with N, then press A.
not-acknowledged-no-file = Only findings about a file can be acknowledged; this one is about the card.
not-acknowledged-unread = Not acknowledged: the file was not read. Fetch it again first.
not-acknowledged-already = This finding is acknowledged already; the link below it takes that back.
acknowledge-title = Acknowledge this finding?
acknowledge-lead = It counts as seen and accepted, for these very bytes. If the file changes, it is told again.
acknowledge-file = File
acknowledge-cards = On
acknowledge-rule = Rule
acknowledge-why = Why (optional)
acknowledge-note = Kept with the acknowledgement. Write no card numbers here.
acknowledge-confirm = Acknowledge
cancel = Cancel
rules = Verification rules
rules-note = Error: the customer sees something wrong, or nothing. Warning: it works, but a person should look. Note: worth knowing.

# Contact sheet
sheet = Contact sheet
sheet-count = { $shown } of { $all } files
sheet-filter = Type, brand, bank, host, rule, customer
sheet-empty = The files of every customer you look up are gathered here. Look up a customer first.
sheet-nothing-found = No file fits these words and this choice.
sheet-all = All
sheet-with-findings = With findings
sheet-warnings = Warnings and errors
sheet-errors = Errors
sheet-order = Sorted by
order-severity = Severity
order-type = Type
order-cards = Cards
order-bank = Bank
order-host = Host
customers-count =
    { $count ->
        [one] { $count } customer
       *[other] { $count } customers
    }
sheet-alike =
    { $count ->
        [one] Looks like { $count } other
       *[other] Looks like { $count } others
    }
sheet-of-batch = Of the list
sheet-of-visited = Of customers looked up
sheet-all-looks = Look-alikes only ×
sheet-addresses = The same bytes at { $count } addresses

# A list as it is being given
list-which-column = Which column holds the customer numbers?
list-which-sheet = Which sheet holds the customer numbers?
list-which-note = Nobody is asked before you choose. The choice is kept for lists with the same columns.
list-column = Column { $place }
list-column-named = Column { $place } “{ $name }”
list-sample = { $column }, such as { $sample }
list-taken = The numbers are from column { $place }.
list-taken-named = The numbers are from column { $place } “{ $name }”.
list-of-sheet = Sheet “{ $sheet }”.
list-is-hidden = { $name } (hidden)
list-hidden-rows =
    { $count ->
        [one] { $count } row is hidden in the workbook: filtered out, or by hand.
       *[other] { $count } rows are hidden in the workbook: filtered out, or by hand.
    }
list-column-is-hidden = This column is hidden in the workbook.
list-as-last-time = As last time.
list-unwrapped = Each row stood in one cell and was split.
list-other-column = Choose another column
list-doubts =
    { $count ->
        [one] { $count } number may not be the one that was meant. Nobody is asked for it.
       *[other] { $count } numbers may not be those that were meant. Nobody is asked for them.
    }
list-doubts-asked =
    { $count ->
        [one] { $count } doubtful number is asked for as it stands.
       *[other] { $count } doubtful numbers are asked for as they stand.
    }
list-as-they-stand =
    { $count ->
        [one] Ask for this { $count } as it stands
       *[other] Ask for these { $count } as they stand
    }
list-not-asked =
    { $count ->
        [one] { $count } line that is no customer
       *[other] { $count } lines that are no customers
    }
list-header = name of the column
list-title = words beside the table
list-total = total
list-nobody = There is no customer number in it.
list-lines = What became of the lines
list-ready = Another list is ready. “New list” shows it when this one has ended.
list-pdf = “{ $name }” is a PDF, and no list of customers
list-picture = “{ $name }” is a picture, and no list of customers
list-archive = “{ $name }” is an archive, and no list of customers
list-document = “{ $name }” is a text document, and no list of customers
list-markup = “{ $name }” is a page or a table of markup (HTML or XML), and no list of customers
list-json = “{ $name }” is JSON, and no list of customers
list-contacts = “{ $name }” holds contacts or a calendar, and is no list of customers
list-letter = “{ $name }” is a letter, and no list of customers
list-binary = “{ $name }” is a binary file, and no list of customers
list-workbook = The workbook “{ $name }” could not be read
workbook-long-part = a part is longer than the archive says
workbook-no-main-part = it does not say which part is the workbook
workbook-no-content = there is no part content.xml
workbook-no-part = there is no part { $name }
workbook-no-sheet = a sheet is missing
workbook-no-sheet-of = sheet “{ $name }” is missing
workbook-two-cells = two cells stand in row { $row }, column { $column }
workbook-damaged = it is damaged
list-formats = The number formats and hidden rows of “{ $name }” cannot be read
list-protected = The workbook “{ $name }” is under a password
list-too-many-cells = The workbook “{ $name }” is too large: up to { $most } cells are read
list-no-column = There is no column { $column } in “{ $name }” any more
list-no-sheet = There is no sheet “{ $sheet }” in “{ $name }” any more
list-read-again = Nobody is asked. The file was changed in the meantime: open it once more.
list-save-as = Nobody is asked. In the program that made the file, save the table as CSV (in a spreadsheet: Save as, type CSV UTF-8), and drop that file here.
list-pasted = what was pasted
notice-not-taken = What was dropped was not taken. Sign in or close the dialog, and drop it again.

# Verifying a list
batch = Verify a list
batch-lead = Paste customer numbers, one a line, or a column or table of a spreadsheet; or drop workbooks, CSV or text files on the window.
batch-numbers = Customer numbers
batch-all-known = All customers of the sandbox
batch-refused = Line { $line }, “{ $value }”: { $why }
batch-start =
    { $count ->
        [one] Verify { $count } customer
       *[other] Verify { $count } customers
    }
batch-progress = { $done } of { $all } customers are done.
batch-failed-so-far =
    { $count ->
        [one] { $count } could not be read.
       *[other] { $count } could not be read.
    }
batch-left =
    { $minutes ->
        [0] Less than a minute is left.
        [one] About { $minutes } minute is left.
       *[other] About { $minutes } minutes are left.
    }
batch-pause = Pause
batch-go-on = Go on
batch-stop = Stop
batch-stopping = Stopping: what is under way ends first.
batch-polite = At most two lists are asked for in a second. Customers that could not be read are tried once more at the end. Nothing is removed.
batch-not-begun = The list could not be verified
batch-resumed = From the run of { $at } UTC: { $count }
batch-missing =
    { $count ->
        [one] { $count } was not asked
       *[other] { $count } were not asked
    }
batch-save-html = Save the report
batch-save-csv = Save as CSV
batch-new = New list
batch-unread = Could not be read
batch-keep = Keep for comparison
batch-sheet = Show on the contact sheet
batch-compare-with = Compare with
batch-compare-path = Path of a kept batch
batch-compare = Compare
batch-comparing = Comparing…
batch-will-compare = Will be compared with { $path }
batch-kept-ones = Kept batches
batch-kept =
    { $count ->
        [one] { $at } UTC, { $count } customer
       *[other] { $at } UTC, { $count } customers
    }
compare-failed = The batch could not be compared
batch-no-files = The connection for files could not be set up: { $why }
batch-broke-off = The program failed over it; try again, and send what `carddesk diagnostics` prints to a maintainer if it stays so.
batch-never-begun = Too much else was under way; try again.
batch-no-threads = The system gave no threads: { $reason }
batch-place = merchant { $merchant } at { $server } ({ $environment })
state-in-use = The state file { $path } is in use by another run; let that end, or give another state file.
state-no-state-file = The file { $path } is no state file of a batch; give the name of a new file.
state-of-other = The state file { $path } is of { $kept }, and this batch is of { $wanted }; give another state file.
state-unwritten = The state file could not be written to its end: { $why }
baseline-none = It is no batch that was kept for comparison; give a file that --save-baseline or “Keep for comparison” has written.
baseline-other-form = It has form { $form }, and this version of the program reads form { $own }; keep a new one.
baseline-damaged = It was cut off or changed at line { $line }; keep a new one.
baseline-of-other = It is of { $kept }, and not of yours: { $wanted }; give one that was kept there.

# Large picture
viewer-next = Next file
viewer-previous = Previous file
viewer-used-by = Used by
viewer-more = and { $count } more
overlay-outline = Card outline
overlay-digits = Last four digits
overlay-alpha = Transparency
overlay-edges = Edges
legend-outline = Picture { $size } · ratio { $ratio } (ID-1: { $ideal }), deviation { $deviation } · corner radius of ID-1 here { $radius }
legend-digits = Best contrast of the digits with the lower edge: { $contrast } : 1
legend-measuring = Measuring…
legend-clear = Fully transparent: { $share }
legend-partly = Partly: { $share }
legend-opaque = Opaque: { $share }
legend-edge = Edge as the art beside it: { $share }
legend-foreign = Edge unlike it – frame, matte or fringe: { $share }
legend-corners = Corners with a matte: { $count } of 4
viewer-sizes = Wallet sizes
viewer-facts = About the file
viewer-compare = Compare with…
copy-picture = Copy the picture
compare-side-by-side = Side by side
compare-slider = Slider
compare-swap = Swap
compare-stop = Stop comparing
compare-divider = Divider between the pictures
difference-measuring = Comparing…
difference-same-bytes = Identical bytes
difference-same-pixels = Other bytes, the same pixels
difference-pixels = { $share } of the pixels differ, { $plain } plainly; at most by { $most } of 255
difference-scaled = Scaled to one size: { $share } of the pixels differ, { $plain } plainly; at most by { $most } of 255
difference-shape = Other proportions: the pixels cannot be compared
difference-bytes = Other bytes
choose-title = Compare with another file
choose-back = Back to the picture
choose-path = A file of this computer, such as one saved from another environment or on another day
choose-path-hint = Path; or drop the file onto the window
choose-open = Compare with this file
choose-filter = A file of the customers seen in this session: type, customer, brand, bank, digits, address
choose-file = Compare with { $kind }, { $owners }
choose-nothing = No such file in this session.
size-icon = List icon
size-list = List
size-medium = Medium
size-full = Full card
facts-none = Nothing is known of the file yet.
fact-pixels = Pixels
fact-colour = Colour
fact-pages = Pages
fact-bytes = Size
fact-content-type = Content-Type of the answer
fact-elapsed = Download
fact-milliseconds = { $took } ms
fact-redirects = Redirects
copy-sha = Copy the SHA-256
fact-bits = { $count ->
    [one] { $count } bit
   *[other] { $count } bits
}
fact-alpha = with alpha
fact-interlaced = interlaced or progressive
fact-animated = animated
colour-grey = Grey
colour-palette = Palette
save-file = Save the file
field-brand = Brand
field-bank = Bank
field-number = Number
field-expiry = Expires
field-active = Active
field-cvc = CVC needed
field-token = Token
field-unknown = Unknown fields
number-note = BIN and last four digits are all that is kept of a card number.
copy-last-four = Copy the last four digits
copy-token = Copy token
copy-url = Copy URL
copy-url-named = Copy URL: { $file }
copy-raw = Copy this JSON
raw-note = What the gateway sent; token and card numbers elided
no-assets = The gateway sent no art for this card. Belkart and Mir cards never have any.
asset-open-named = Open { $kind } large: { $file }
asset-alt-text = Alt text
asset-payment-type = Payment type
asset-declared = Declared
asset-measured = Measured
asset-no-size = no size
asset-no-variants = No files given.
asset-ready = Loaded
asset-loading = Loading…
asset-takes-long = Still loading – this takes long
asset-failed = Failed
asset-not-a-picture = This is text, not a picture
asset-not-declared-type = Not the declared type
retry = Retry

### Large picture

zoom-fit = Fit
zoom-one = 1:1
zoom-in = Zoom in
zoom-out = Zoom out
ground-checker = Checkerboard
ground-light = Light
ground-dark = Dark

### Removing a card

remove-ask = Remove card…
remove-card-named = Remove { $brand } ···· { $digits }
remove-title = Remove { $brand } ···· { $digits }?
remove-warning = This cannot be undone. Shops of one group can share saved cards: the removal may reach them too.
remove-type-customer = The gateway gave no last four digits of this card. Type the customer number, { $number }, to confirm
remove-type-last-four = Type the last four digits, { $digits }, to confirm
remove-reason = Reason or ticket number (optional)
remove-reason-is-password = The reason is the password you signed in with, or holds it; it would be written down. Type another reason.
remove-operator-is-password = Your name for the journal is the password you signed in with, or holds it. Change it in the settings.
remove-no-operator = Several people use this login: enter your name for the journal in the settings first.
remove-reason-note = Kept in the journal. Write no card numbers here.
remove-confirm = Remove card
remove-keep = Keep card
remove-token-unusable = This card’s token holds symbols that the gateway would change, so it cannot be removed from here. Ask Assist’s support.
removing-title = Removing { $brand } ···· { $digits }
step-intent = Intent written to the journal
step-request = Removal asked for, once
step-check = List asked for anew: it decides
removing-note = You may hide this; the removal goes on and its outcome is shown.
removing-hide = Hide
check-again = Check again

### Revoking several cards

revoke-button = Revoke…
pick-count = { $count } of { $all } chosen
pick-all = All cards
pick-expired = Expired ({ $count })
pick-none = None
pick-leave = Cancel
pick-card = Choose { $brand } ···· { $digits }
revoke-ask =
    { $count ->
        [0] Revoke…
        [one] Revoke { $count } card…
       *[other] Revoke { $count } cards…
    }
revoke-title =
    { $count ->
        [one] Revoke { $count } card of customer { $number }?
       *[other] Revoke { $count } cards of customer { $number }?
    }
revoke-warning = This cannot be undone. Each card is removed by a request of its own, two at once at most, and proven by a list. Shops of one group can share saved cards: the removals may reach them too.
revoke-unsendable =
    { $count ->
        [one] The token of { $count } card holds symbols that the gateway would change: it cannot be removed from here.
       *[other] The tokens of { $count } cards hold symbols that the gateway would change: they cannot be removed from here.
    }
revoke-policy = After a card that is not removed:
revoke-policy-stop = Stop
revoke-policy-go-on = Go on
revoke-type-count = Type the number of cards, { $count }, to confirm
revoke-keep = Keep cards
revoke-confirm =
    { $count ->
        [one] Revoke { $count } card
       *[other] Revoke { $count } cards
    }
revoking-title = Revoking cards of customer { $number }
revoking-progress = { $done } of { $all } ended
revoking-stopping = No further card is begun; those under way come to their end.
revoking-note = You may hide this; the removals go on and the result is shown.
revoking-stop = Begin no further card
card-waiting = waiting
card-checking = Checking…
card-not-begun = Not begun
copy-table = Copy table
copy-proof = Copy proof
copy-result = Copy result
show-in-journal = Show in journal
save-receipt = Save receipt
left-banner = A revocation for customer { $number } was cut short: { $rest } of { $asked } cards were not proven to be gone
left-banner-meaning = It was begun { $at }. Nothing goes on by itself. A new list shows which of the cards are still there.
left-continue = Continue…
left-forget = Forget it
notice-show = Show
notice-all-removed = Customer { $number }: all cards are removed.
notice-batch-ended = The list has been verified. Customers: { $customers }, errors: { $errors }, could not be read: { $failed }.
notice-batch-failed = The list could not be verified. Its page says why.
notice-settled = { $card } of customer { $customer }: { $outcome }. This list settles the removal that was open.
notice-revoked = Customer { $number }: the chosen cards are removed.
notice-not-revoked = Customer { $number }: not all cards are proven to be removed.
notice-rest-not-proven = Customer { $number }: none of the rest is on the list, but the list does not prove that it is gone. It is still offered: ask again.
notice-rest-gone = Customer { $number }: none of the rest is on the list any more.
err-plan-write = The list of what is to be removed could not be written
key-pick = Choose the card
command-pick-all = Choose all cards
command-pick-expired = Choose the expired cards
command-revoke = Revoke the chosen cards…

whole-all-removed = All removed: { $gone } of { $asked }, and the list fetched at the end is empty.
whole-done = Done: { $gone } of { $asked } cards are proven to be removed.
whole-partly = Not all: { $gone } of { $asked } cards are proven to be removed.
whole-unverified = Not verified: { $gone } of { $asked } cards are proven to be removed; of the others not all is known.
receipt-title = Saved cards removed: receipt
receipt-left =
    { $count ->
        [0] The list fetched at the end is empty.
        [one] The list fetched at the end holds { $count } card.
       *[other] The list fetched at the end holds { $count } cards.
    }
receipt-list-failed = The list at the end could not be fetched; what is said of each card rests on its own list.
receipt-no-list = No list could be fetched afterwards.
receipt-customer = Customer
receipt-merchant = Merchant
receipt-server = Server
receipt-begun = Begun
receipt-ended = Ended
receipt-operator = Operator
receipt-user = Computer’s user
receipt-reason = Reason or ticket
receipt-card = Card
receipt-expires = Expires
receipt-outcome = Outcome
receipt-proof = Known by
receipt-removal = Removal in the journal
receipt-by-own-list = the list fetched after its removal
receipt-by-last-list = the list fetched at the end
receipt-not-proven = no list
receipt-journal = The journal had { $line } lines then; SHA-256 of the last one:
receipt-chain-intact = Every line is as it was written.
receipt-chain-accepted = Line { $line } had been changed, and somebody has taken that on in the journal; from there on every line is as it was written.
receipt-journal-copied = Journal: { $line } lines, SHA-256 of the last one { $digest }
receipt-chain-broken = The journal’s chain is broken or cut: see the journal.
receipt-no-journal = The journal could not be read.
receipt-note = This page holds no card numbers and no tokens.

outcome-removed = Removed (verified)
outcome-removed-meaning = A list fetched afterwards no longer holds the card. The proof is in the journal.
outcome-gone = Already gone
outcome-gone-meaning = The card is no longer on the list, though this request did not remove it: somebody else did before.
outcome-still = Still there
outcome-still-meaning = The list fetched afterwards still holds the card. The gateway may need a moment: check again before you ask for the removal once more.
outcome-refused = Refused
outcome-refused-meaning = The gateway refused, and the card is still saved. Its words and codes are below.
outcome-unverified = Not verified
outcome-unverified-meaning = Whether the card was removed is not known: no list that proves it could be had afterwards. Nothing is sent again by itself. Check again, or resolve it later in the journal.
outcome-not-sent = Nothing was sent
outcome-not-sent-meaning = The request never left this computer; the card is as it was.
remark-other-token = The gateway’s answer names another token than the one asked for. Tell Assist’s support.
remark-request = The request: { $what }
remark-check = The check: { $what }
remark-journal = A step after the intent could not be written to the journal.
head-unkept = The journal’s head was not kept elsewhere too, so nothing but this receipt proves where the journal ended: { $why }
head-not-logged = The system’s log did not take it: { $reason }
removal-not-sent = Nothing was sent: { $why }
removal-stays-open = The removal stays open: { $why }
removal-settled = The removal has an outcome already.
removal-of-merchant = The removal was sent for merchant { $merchant }.
removal-of-server = The removal was sent to { $server }.
removal-journal-broken = Nothing was sent: the journal was changed at line { $line } ({ $why }), and from there on it proves nothing. Keep the file as it is and tell your security officer; who answers for going on all the same runs `carddesk journal accept --line { $line }`, and then tries again.
removal-behind-break = the journal was changed at line { $line }, and what it says from there on is not acted on; tell your security officer, or take it on with `carddesk journal accept --line { $line }`.
card-other-token = The answer names another token.
card-check-failed = The check failed: { $why }
card-broke-off = It broke off.
card-stopped-by-hand = Not begun: it was stopped by hand.
card-stopped = Not begun: it was stopped after an unexpected answer.
card-without-journal = Not begun: the journal cannot be written.
card-settled-present = The list at the end decided: it holds the card.
card-settled-absent = The list at the end decided: it lacks the card.

### Journal

journal = Journal
back-to-cards = Back to the cards
journal-export = Export CSV
journal-filter = Customer, digits, reason…
journal-time = Time
journal-customer = Customer
journal-card = Card
journal-outcome = Outcome
journal-reason = Reason
journal-operator = Operator
journal-os-user = System user
journal-workstation = Computer
journal-token = Token, SHA-256
journal-steps = Show or hide the steps
journal-unresolved = No outcome
journal-resolve = Ask for the list and resolve
journal-other-merchant = To resolve it, sign in with its merchant and server.
journal-nothing-found = No removal matches.
journal-empty-title = No removals yet
journal-empty-lead = Each removal is recorded here: who, when, which card, and how it was verified.
chain-intact = The record is unbroken
chain-torn = Line { $line } was cut off while it was written
chain-broken = The journal was changed at line { $line }
chain-broken-meaning = From there on it proves nothing. Keep the file as it is and tell your security officer.
chain-line-changed = It was changed after it was written.
chain-predecessor-changed = The line before it was changed, added or removed.
chain-lines-changed = Lines before it were added or removed.
chain-no-entry = It is no entry of this journal.
chain-no-digest = It has no digest, and is not what a crash leaves of an entry.
chain-changed-since = The lines before it were changed since somebody took them on.
chain-accepted = Line { $line } was changed; { $who } has taken that on, { $time }
chain-broken-stops = Nothing is removed until somebody takes it on.
chain-clock = At line { $line } the computer’s clock had gone back by { $by }; such lines: { $count }
take-on-ask = Go on after line { $line }…
take-on-title = Go on after line { $line }?
take-on-lead = From line { $line } on, the journal proves nothing: it was changed there, or before. Tell your security officer first, and keep a copy of the file.
take-on-meaning = The lines stay as they are. A new entry says, under your name, which line is broken and what the file holds now. After that, removals go on.
take-on-keep = Do not go on
take-on-confirm = Go on after line { $line }
accept-nothing = No line of the journal waits to be taken on.
accept-other-line = Nothing was taken on: the first broken line is { $line } now. Read the journal anew, and tell your security officer.
entry-intent = Intent
entry-acknowledged = Acknowledged by the gateway
entry-unknown = No clear answer
entry-absent = List checked: the card is gone
entry-present = List checked: the card is there
entry-check-failed = List could not be fetched
unresolved-banner =
    { $count ->
        [one] { $count } removal has no outcome
       *[other] { $count } removals have no outcome
    }
unresolved-banner-meaning = The program ended, or the list could not be fetched, before it was known whether the card is gone. One list call decides. Any list of that customer does.
unresolved-card = { $card } of customer { $customer }
unresolved-more = { $count } more
unresolved-elsewhere =
    { $count ->
        [one] { $count } removal has no outcome at another server or for another merchant
       *[other] { $count } removals have no outcome at another server or for another merchant
    }
unresolved-elsewhere-meaning = Nothing that is looked up here can settle it. Sign in with that server and merchant.
unresolved-card-elsewhere = { $card } of customer { $customer }, merchant { $merchant } at { $server }
unresolved-look-up = Look up { $number }
unresolved-put-aside = Put aside until the next start
unresolved-open = Open the journal

### Settings

settings-theme = Theme
theme-system = As the system
theme-light = Light
theme-dark = Dark
settings-language = Language
settings-zoom = Zoom
settings-renderer = Window drawn by
renderer-auto = What is faster
renderer-opengl = Graphics card
renderer-cpu = Processor
settings-renderer-note = From the next start on. Choose the processor where the window stays empty or flickers.
settings-lock-after = Lock after
settings-minutes = min
settings-lock-after-note = Without a key or a movement of the pointer. Removals and verifications go on behind the lock.
settings-operator = Your name for the journal
settings-operator-required = Several people use this login: no removal without a name
settings-operator-note = Written beside each removal, with the computer’s user name.
settings-heads = Folder for the journal’s heads (optional)
settings-heads-note = After each outcome a line is added there: time, computer, number and digest of the journal’s last line. Best a folder in which nobody can change or delete files.
settings-keep-art = Keep card art on this computer
settings-keep-art-note = Pictures come at once the next time. Addresses of art and its bytes only, up to 256 MiB; nothing of customers. Switched off, it is forgotten.
settings-note = Kept between runs. Passwords and logins never are.
settings-keep-recent = Keep the numbers of customers opened last
settings-keep-recent-note = At most 20 for each merchant at each server, readable by you alone; numbers and nothing else. Switched off, they are forgotten.
settings-forget-recent = Forget them now
queue-earlier = Opened earlier
key-look-up = Look up a customer
key-refresh = Ask for the list anew
key-tab = Next control; arrows move among tiles
key-page = Scroll what is read: details, steps, dialogs
key-large = Large picture
key-remove = Remove the card…
command-next = Next customer
command-previous = Previous customer
command-verify-list = Verify the customers of the list
palette = All commands
palette-field = Command or customer number
palette-nothing = No command is called that.
palette-customer = Open customer { $number }
key-copy-digits = Copy the last four digits
key-copy-token = Copy the token
key-journal = Journal
key-sheet = Contact sheet
key-next = In the large picture: next and previous file
key-divider = In a comparison: move the divider
command-finding-next = Next error or warning of the cards
command-finding-previous = Previous error or warning of the cards
key-finding = Inspect the card; on a finding, its picture or details
key-lock = Lock
key-keys = Keys
key-close = Close one layer
key-quit = Close the program
key-zoom = Larger, smaller, as it was

### Notices

notice-token-copied = Token copied. Paste it only where it is meant to go. After 20 seconds it leaves the clipboard.
notice-copied = Copied.
notice-picture-copied = Picture copied.
notice-exported = Saved to { $path }
notice-export-failed = Nothing was exported: { $reason }
read-not-found = There is no file { $path }.
read-not-found-meaning = Nothing was read. Check the path, or drop the file on the window.
read-folder = The path { $path } is a folder.
read-folder-meaning = Nothing was read. Give a file.
read-no-file = The path { $path } is a device or a pipe.
read-denied = You have no permission to read { $path }.
read-denied-meaning = Nothing was read. Ask whoever keeps the file, or copy it to a folder of yours.
read-in-use = The file { $path } is open in another program.
read-in-use-meaning = Nothing was read. Close it there, and try again.
read-too-large = The file { $path } is too large.
read-too-large-meaning = Nothing was read: at most { $most } MiB are.
read-failed = The file { $path } could not be read.
read-failed-meaning = Close it in other programs, check that its drive is connected, and try again.
acknowledged-broken = The contents of { $path } hold no acknowledgements.
acknowledged-broken-advice = correct the file, or move it away
acknowledged-unwritable = The acknowledged findings could not be saved.
acknowledged-unchanged = Nothing was changed.
# What was tried with which file, and why it failed. $kind: journal, settings, acknowledgements, state (of a
# batch), rest (of a removal), file; $attempt: read, write, remove.
stored-failed =
    { $kind ->
        [journal] The journal
        [settings] The settings
        [acknowledgements] The acknowledgements
        [state] The state file
        [rest] The list of what is to be removed,
       *[file] The file
    } { $path } cannot be { $attempt ->
        [read] read
        [remove] removed
       *[write] written
    }: { $why }
stored-journal-in-use = The journal { $path } is in use by another program; try again when that has finished.
stored-journal-link = The journal is not written by way of a link: { $path } is one, so somebody else may decide where it leads; name the folder itself.
stored-journal-exposed = The journal is not kept where others may write: they could put another file in its place. Take that right from them with `{ $command }`, and try again. The folder is { $path }.
settings-not-understood = The settings { $path } were not understood ({ $reason }).
settings-put-aside = The settings { $path } were not understood; the file is kept as { $aside } ({ $reason }).
folders-no-home = This user has no home folder; name a folder with --data-dir.
# What to do about a file that a person named, after what is wrong with it.
read-not-found-advice = check the path
read-failed-advice = close it in other programs, check that its drive is connected, and try again
read-folder-advice = give a file in it
read-no-file-advice = give a file
read-denied-advice = ask its owner, or copy it to a folder of yours
read-in-use-advice = close it there, and try again
read-too-large-advice = at most { $most } MiB are read
acknowledged-unread = No acknowledgements were read: { $why }
notice-settings-not-saved = Settings could not be saved and hold until you close the window. { $reason }
stored-full = No room is left; free some space there and try again.
stored-read-only = The disk is read-only; have it made writable, or choose another folder.
stored-denied = You may not write there; have the folder's rights changed, or choose another folder.
stored-unreadable = You may not read it; have its rights changed, or choose another folder.
stored-locked = Another window or program uses it; try again when that has finished, or close it.
stored-not-a-file = A folder, a device or a pipe has this name; move it away, or choose another name.
stored-no-folder = Its folder is not there; make it, or choose another one.
stored-bad-name = The disk takes no such name; choose a shorter, simpler one.
stored-too-large = It is larger than any file that this program writes; move it away.
notice-removal-running = A removal is under way. The window can be closed when its outcome is known.
notice-removal-left = A removal is still under way. Its outcome will stand in the journal.
notice-password-in-list = The list holds the password you signed in with, as a customer number. Nobody was asked; take it out of the list.
notice-too-many-wrong = Signed out: ten wrong passwords in a row were given to unlock the window. Nothing was removed by that; sign in again.
notice-taken-on = The journal goes on after line { $line }.
notice-batch-left = Verification stopped at { $done } of { $all } customers. The same list goes on from there within a day.
notice-ends-after-removal = The system wants the program to end. The removal under way is brought to its end first; nothing further is begun.
notice-job-lost = Something in the background ended without an answer. Refresh, and try again.

### Errors of a call

err-refused = The gateway refused
err-refused-meaning = These are its words. If they speak of login or rights, check merchant ID, login and password; otherwise give the codes to Assist’s support.
fault-codes = Codes { $codes }
err-name = The server’s name is not known
err-name-meaning = Nothing was sent. Check the spelling of the server name, and the network connection.
err-connect = The server cannot be reached
err-connect-meaning = Nothing was sent. Check the network connection, then try again.
err-tls = No encryption was agreed upon with the server
err-tls-meaning = Nothing was sent. The server’s certificate was not accepted; on a company network, ask for its root certificate to be installed.
err-tls-expired = The server’s certificate has expired
err-tls-not-yet = The server’s certificate is not valid yet
err-tls-name = The server’s certificate is for another name
err-tls-issuer = The server’s certificate was issued by nobody whom this computer trusts
err-tls-revoked = The server’s certificate has been revoked
err-tls-purpose = The server’s certificate was not made for a server
err-tls-client = The server asks for a certificate of this computer, which this program cannot give
err-tls-faulty = The server’s certificate is faulty
err-tls-common = The server and this program have no version or cipher of TLS in common
err-tls-none = What answered there does not speak TLS
err-tls-clock-meaning = Nothing was sent. Check this computer’s date; if it is right, tell whoever runs the server.
err-tls-server-meaning = Nothing was sent. Tell whoever runs the server; the details show what was found.
err-proxy = The proxy { $proxy } did not let the request through
err-proxy-name = The name of the proxy { $proxy } is not known
err-proxy-connect = The proxy { $proxy } cannot be reached
err-proxy-timed-out = The proxy { $proxy } made no connection in time
err-proxy-credentials = The proxy { $proxy } asks for a user name and password (407)
err-proxy-forbidden = The proxy { $proxy } does not allow connections to this server ({ $status })
err-proxy-unknown = The proxy { $proxy } does not know the server’s name ({ $status })
err-proxy-unreached = The proxy { $proxy } did not reach the server ({ $status })
err-proxy-server-timed-out = The proxy { $proxy } had no answer from the server in time (504)
err-proxy-no-tunnel = What answers as the proxy { $proxy } makes no connections for https ({ $status })
err-proxy-no-proxy = What answers as the proxy { $proxy } is no HTTP proxy
err-proxy-hung-up = The proxy { $proxy } ended the connection without an answer
err-proxy-no-tls = The proxy { $proxy } does not answer in TLS, as its setting with https:// says; most are set with http://
err-proxy-tls = The certificate of the proxy { $proxy } is not trusted
err-proxy-setting = The proxy setting { $variable } cannot be read
err-proxy-setting-meaning = Nothing is sent past a proxy that is set. Correct the setting, then start the program anew.
proxy-blank = It holds a blank, a line end or an invisible sign.
proxy-quotes = It stands in quotation marks.
proxy-scheme = It names a proxy of the kind { $scheme }; http and https are known.
proxy-no-host = It names no server.
proxy-no-user = It has a password without a user name: write the name before the colon, or leave both out.
proxy-brackets = It names a server by its IPv6 address without brackets: write it as http://[::1]:3128.
proxy-port = Its port is no number from 1 to 65535.
proxy-more = It holds more than a server: a path or the like.
proxy-several = It names more than one proxy, or one for each kind of address, as Windows and browsers write it; one is known, such as http://proxy.local:3128.
proxy-direct = It says that there is no proxy. To ask directly, leave it empty or remove it.
proxy-exception = Its entry { $entry } cannot be understood. A name, an address or a network is known, with a port or without one.
proxy-exception-address = It holds a whole address where a server’s name is meant. Write { $server } alone.
proxy-exception-secret = It holds a whole address where a server’s name is meant. Leave out the user name, the password and http://.
proxy-unescaped = Its user name or password holds one of the signs / \ ? #. Write %2F, %5C, %3F or %23 instead.
proxy-malformed = It is no address.
err-proxy-meaning = Nothing was sent. Check the system’s proxy settings.
err-setup = The connection could not be set up
err-roots = There are no certificates to check servers by
err-roots-setting = Nothing was sent. Nothing usable was found by the setting { $setting }: correct it, or remove it so that the system’s certificates are used, then start the program anew.
err-roots-meaning = Nothing was sent. Install the system’s certificates (Debian: ca-certificates), then start the program anew.
err-setup-meaning = Nothing was sent. The details say why.
err-timed-out = The gateway did not answer in time
err-cut-off = The connection broke off before the answer
err-connect-refused = The server refused the connection
err-connect-timed-out = The server made no connection in time
err-bad-packing = The answer came compressed and cannot be unpacked
err-broke-off = The answer broke off before its end
err-not-http = What came from the server is not HTTP
err-garbled-meaning = The request may have arrived, and its answer cannot be read. Try again; if it stays, send the details to whoever runs the server or the network.
err-interrupted-meaning = The request may have arrived. For a look-up, simply try again.
err-status = The server answered with HTTP status { $status }
err-status-denied-meaning = This is not the gateway’s own answer. Check server name, merchant ID and login, and ask Assist’s support whether calls from your network address are allowed.
err-status-missing-meaning = This is not the gateway’s own answer: its web services are not at this address. Check the server name.
err-status-busy-meaning = The gateway is busy or being worked on. Wait a few minutes and try again; if it stays, tell Assist’s support.
err-redirected = The server answered with HTTP status { $status }: a redirect to { $host }, not followed
err-redirected-meaning = The password would have gone there. Check the server name; if Assist has given you that one, sign in with it.
err-status-meaning = This is not the gateway’s own answer. Try again; if it stays, give the details to Assist’s support.
err-not-understood = The answer was not understood
err-not-understood-meaning = It does not mean that there are no cards. Check the server name; if it is right, send what came to Assist’s support.
misread-empty = the body is empty
misread-no-json = no JSON at line { $line }, column { $column }
misread-no-list = neither a list nor an object
misread-other-object = an object that is neither fault nor card
misread-card = card { $place }: { $why }
misread-card-no-object = not an object
misread-card-no-token = no token
misread-card-assets = `assets` are no list
misread-card-asset-data = `assetData` is no list
misread-no-message = no message
misread-encoding = the answer is encoded as { $encoding }, which was not asked for
misread-reading-failed = reading broke off
err-no-proof = The list does not prove that a card which is not on it is gone
err-no-proof-meaning = It came in a form that may leave cards out, so the customer may have cards that it does not name; the details say in which. Ask again; if it stays so, send the details to Assist’s support.
# $mib (Number)
err-too-large = The answer is larger than { $mib } MiB
err-too-large-meaning = It was not read to its end. Check the server name.
err-journal-write = The journal cannot be written
err-journal-write-meaning = Nothing was sent: no removal without a record. Make room on the disk or check the folder’s rights.
err-journal-read = The journal cannot be read
err-journal-locked = The journal is in use by another program
err-journal-unsafe = The journal does not stand in a safe place
err-journal-meaning = Cards can be looked up; removals need the journal.
err-resolve-meaning = The removal stays open; nothing was changed.
err-not-reached = The server was not reached: { $why }
err-no-answer = The answer did not arrive: { $why }
err-no-proof-advice = The customer may have more cards: ask again, and tell Assist’s support if it stays so.
fault-no-words = no words
fault-recommends = it recommends: { $words }
fault-in-codes = codes { $codes }

### Errors of an asset

load-refused = This file’s address is not allowed
load-refused-meaning = Files are fetched by https from public hosts only.
load-refused-malformed = It is no URL.
load-refused-scheme = It does not begin with https://.
load-refused-user = It holds a user name.
load-refused-port = It names a port other than 443.
load-refused-private = It leads to a private or local address.
load-no-connection = The asset store cannot be reached
load-proxy-meaning = The card itself is not affected. Check the proxy settings of this computer.
load-encoding = The file came compressed as { $encoding }, which was not asked for
load-timed-out = The file did not arrive in time
load-cut-off = The download broke off
load-network-meaning = The card itself is not affected. Retry; if it stays, tell whoever keeps the asset store.
load-forbidden = Refused by the asset store (403)
load-not-found = The file does not exist (404)
load-status = HTTP status { $status } from the asset store
load-redirected = Redirected to another host, { $host }
load-too-many-redirects = More than three redirects in a row
load-too-large = The file is larger than { $mib } MiB
load-empty = The file is empty
load-store-meaning = The customer sees no picture here either. Tell whoever keeps the asset store.
load-not-declared = Declared as { $declared }, but it is { $found }
load-too-many-pixels = { $width }×{ $height } pixels are more than is drawn
load-undecodable = The file is damaged and cannot be drawn
load-panicked = The file makes the decoder fail
load-limits = The file asks for too much memory or time
load-drawer = The drawing process could not do it
load-encrypted = The file is protected by a password
load-unsupported = Files of this kind are not drawn
load-file-meaning = The card itself is not affected. The file should be replaced.
load-unreadable = The file could not be read
load-unreadable-meaning = Check the path, and whether you may read the file.

### Expired cards of the customers in the list

command-expired = Revoke the expired cards of the customers in the list…
expired-button = Expired cards…
expired-title = Expired cards of the customers in the list
expired-finding = { $done } of { $all } customers are looked up. Nothing is removed.
expired-none = None of them has an expired card.
expired-found = Expired cards: { $cards }. Customers who have them: { $customers }. Nothing is removed yet.
expired-gone = { $done } of { $all } expired cards are proven to be removed.
expired-failed =
    { $count ->
        [one] { $count } customer could not be read and is left out: { $numbers }
       *[other] { $count } customers could not be read and are left out: { $numbers }
    }
expired-again = Look these up again
expired-receipts = Save receipts
queue-customer = Customer

### The command line

argument-password-empty = None came: its line is empty or missing.
argument-password-unread = The password could not be read: { $reason }
argument-no-password = Nothing says where the password is: give --password-stdin or --password-command, or run it at a terminal, where it is asked for.
argument-customer-is-password = The customer number is the password, or holds it; nothing was sent. Give the customer’s number.
argument-operator-is-password = The operator’s name is the password, or holds it; nothing was sent. Give a name, which stands in the journal.
argument-reason-is-password = The reason is the password, or holds it; nothing was sent. Give a reason, which stands in the journal.
argument-last-four = --last4 takes four digits, the last ones of the card’s number.
argument-no-expected-cards = Nothing was sent: --all with --yes needs --expect-cards N, the number of cards that you mean; --dry-run tells which there are.
argument-other-number = Nothing was sent: { $expected } cards were expected, and the list has { $count }; look at it with --dry-run.
argument-not-live = Nothing was sent: { $server } is PRODUCTION, where a removed card is a real customer’s; give --live if that is meant.
argument-no-operator = Nothing was sent: the settings say that several people use this login; give --operator NAME, which stands in the journal.
password-command-quotes = --password-command is empty, or a quotation mark in it is not closed; give a program and its arguments.
password-command-not-started = The program of --password-command could not be run or read: { $reason }
password-command-failed = The program of --password-command failed: { $reason }
password-command-nothing = The program of --password-command printed no password; its first line is empty.
password-command-timed-out = The program of --password-command printed no password within 60 seconds.
argument-password-encoding = The password on the standard input is neither UTF-8 nor UTF-16 with a byte order mark; save it as UTF-8.
argument-no-such-card =
    { $cards ->
        [one] The customer has { $cards } card, and it is not `{ $wanted }`.
       *[other] The customer has { $cards } cards, and none of them is `{ $wanted }`.
    }
argument-size = `{ $size }` is no size; give it as 1280x800, from 320x240 to 8192x8192.
# $kind: file, device.
argument-data-folder =
    The data folder { $folder } is { $kind ->
        [file] a file
       *[device] a device or a pipe
    }; give a folder with --data-dir.
argument-data-folder-below =
    The data folder { $folder } cannot be made, since { $taken } is { $kind ->
        [file] a file
       *[device] a device or a pipe
    }; give a folder with --data-dir.
argument-own-file = Nobody was asked: { $flag } would take the place of { $path }, which the program keeps for itself; give a file of another name.
argument-same-file = { $first } and { $second } name the same file { $path }: one would take the other’s place; give each a file of its own.
argument-both-printed = { $first } and { $second } cannot both go to the standard output; give one of them a file.
argument-needs-file = { $flag } needs a file; `-`, the standard output, will not do.
cli-journal-unkept = Nothing was sent: the journal cannot be kept: { $why }
cli-ask-password = Password:
cli-token-readable = Other users of this computer can read --token in the list of processes; --last4 or --token-stdin name a card without that.
cli-no-such-digits = No card of the customer ends in { $digits }; nothing was sent.
cli-several-digits = Several cards of the customer end in { $digits }: { $list }. Nothing was sent; name the one with --token-stdin, its token is printed by `carddesk list --json`.
cli-not-confirmed = Nothing was removed: nobody confirmed; answer `yes`, or give --yes in scripts.
cli-not-settled = Not everything was loaded within two minutes.
cli-customers-unread = No customer numbers were read: { $why }
cli-no-customers = There are no customer numbers to verify; give them with --customer or --customers.
cli-not-a-list = Nobody was asked: { $why }
cli-doubtful = Nobody was asked: { $list }; mend the file, or give --yes-as-is to ask for these numbers as they stand.
cli-all-refused = Nobody is left to verify: { $list }
cli-baseline-unread = No baseline was read: { $why }
cli-baseline-unfit = The baseline { $path } cannot be compared with: { $why }
cli-output = The result could not be written: { $reason }
cli-outcome-but = The outcome is “{ $outcome }”, but { $why }
cli-settled-but = What was settled is in the journal, but { $why }
sandbox-no-port = No free port for the sandbox: { $reason }
sandbox-port-taken = The sandbox cannot have port { $port } ({ $reason }); give another one with --port, or none for any that is free.
sandbox-not-started = The sandbox cannot start: { $reason }
sandbox-unwritten = The list of customers was not written: { $reason }
window-no-display = No window can be opened, because neither DISPLAY nor WAYLAND_DISPLAY is set: start carddesk in a desktop session, or under Xvfb (Debian: xvfb), or use `carddesk snapshot`, which needs no display.
window-none = No window can be opened ({ $reason }): { $advice }
window-advice-x11 = check that the display is reachable, and that the X libraries are installed (Debian: libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0)
window-advice-desktop = sign in to a desktop session, and start carddesk there
window-no-opengl = No window can be opened by OpenGL ({ $reason }): leave `--renderer opengl` out, and the processor draws the window, or install OpenGL (Debian: libgl1 libgl1-mesa-dri).
window-lost = The window could not be drawn any longer ({ $reason }): start carddesk anew; a removal that was under way is in the journal.
crashed = The program has crashed ({ $at }). The journal is safe: a removal that was under way is in it, and is told at the next start.
crashed-log = The log is { $path }; `carddesk diagnostics` prints what may be sent to a maintainer.
crashed-place-unknown = in a place that is not known

# What is said on the way
cli-repeated =
    { $count ->
        [one] { $count } number was given before, and is asked for once.
       *[other] { $count } numbers were given before, and are asked for once.
    }
cli-ending-card = The removal under way is brought to its end.
cli-ending-cards = The cards under way are brought to their end, and no other is begun.
cli-ending-resolve = It ends after the list that is being asked for.
cli-open-unknown = Whether earlier removals are open is not known: { $why }
cli-chain-broken = The journal was changed at line { $line }: { $why }; from there on it proves nothing: keep the file as it is and tell your security officer.
cli-journal-entries = Entries: { $entries }, on { $lines } lines
cli-journal-times = From { $first } to { $last }
cli-journal-head = SHA-256 of the last line: { $digest }
cli-journal-head-last = The head that was given is the last line.
cli-journal-head-inner = The head that was given is line { $line }; lines after it: { $count }
cli-journal-head-missing = The head that was given is no line of this journal: lines were taken off its end, or it was written anew; keep the file as it is and tell your security officer.
cli-journal-accepted = The journal goes on after line { $line }; who took it on stands in line { $by }.
cli-journal-older = Older entries are not among these: { $count }; narrow it down with --since, --until or --customer.
cli-journal-absent = There is no journal at { $path }: nothing has been removed from here yet, or it was taken away.
cli-journal-none = No removal matches.
cli-cut-short = A revocation for customer { $customer }, begun { $begun }, was cut short: { $rest } of { $asked } cards were not proven to be gone.
cli-open-removals =
    { $count ->
        [one] { $count } earlier removal of this customer has no outcome in the journal, or one that no list proves, and may have been done or be under way: { $names }; settle it with `carddesk resolve`.
       *[other] { $count } earlier removals of this customer have no outcome in the journal, or one that no list proves, and may have been done or be under way: { $names }; settle them with `carddesk resolve`.
    }
cli-begun = { $card } (begun { $begun })
cli-progress-card = card { $done } of { $all }: { $outcome }
cli-progress-list = asking for the list at the end
cli-progress-batch = { $done } of { $all } customers, { $failed } could not be read
cli-progress-left = about { $time } left
cli-seconds = { $time } s
cli-minutes = { $time } min
cli-hours = { $hours } h { $minutes } min
cli-remove-ask = Remove { $what } of customer { $customer }, merchant { $merchant }, on { $server } ({ $environment })? This cannot be undone and may reach other shops of the group.
cli-remove-type-count = Type the number of cards, { $count }:
cli-remove-type-yes = Type yes:
cli-cards-above =
    { $count ->
        [one] { $count } card above
       *[other] { $count } cards above
    }

# What is printed
cli-list =
    { $count ->
        [one] Customer { $customer }: { $count } saved card
       *[other] Customer { $customer }: { $count } saved cards
    }
cli-removed = Removed (verified): the list no longer holds the card.
cli-gone = Already gone: the list does not hold the card.
cli-still = Still there: the list holds the card.
cli-refused = Refused by the gateway.
cli-unverified = Not verified: no list that proves it could be fetched afterwards.
cli-nothing-sent = Nothing was sent.
cli-summary-all-removed = All removed
cli-summary-done = Removed
cli-summary-partly = Not all removed
cli-summary-nothing = Nothing to remove
cli-all-removed = All removed: { $gone } of { $asked }, and the list at the end is empty.
cli-done = Done: { $gone } of { $asked } cards are removed.
cli-partly = Not all: { $gone } of { $asked } cards are removed.
cli-partly-unverified = Not verified: { $gone } of { $asked } cards are proven to be removed.
cli-left =
    { $count ->
        [one] { $count } card on the list at the end.
       *[other] { $count } cards on the list at the end.
    }
cli-nothing-to-remove =
    { $count ->
        [one] Nothing to remove: { $count } card on the customer's list.
       *[other] Nothing to remove: { $count } cards on the customer's list.
    }
cli-dry-run =
    { $count ->
        [one] { $count } card would be removed; nothing was sent.
       *[other] { $count } cards would be removed; nothing was sent.
    }
cli-not-listed = The customer's list did not hold the token; nothing was sent.
cli-not-proven = { $why }; nothing was sent
cli-last-list-failed = The list at the end could not be fetched: { $why }
cli-unkept = This could not be written to the journal, where the removal stays open ({ $why }); make the journal writable and run `carddesk resolve`.
cli-none-open = No removal is open for this server and merchant.
cli-resolved = { $begun }  customer { $customer }  { $card }: { $outcome }
cli-there-refused = refused; the card is there
cli-there-not-sent = nothing was sent; the card is there
cli-stays-open = stays open
cli-log = Log: { $path }
cli-diagnostics = The lines below hold no customer, no card and no password, and may be sent to a maintainer.

# A file of customer numbers
cli-column = numbers from column { $place }
cli-column-named = numbers from column { $place } `{ $name }`
cli-column-of-sheet = { $column } of sheet `{ $sheet }`
cli-column-hidden = { $column }, which is hidden in the workbook
cli-column-unwrapped = { $column } (each row stood in one cell and was split)
# $kind: header, title, total, and others.
cli-row-aside =
    line { $line } `{ $value }` ({ $kind ->
        [header] header
        [title] title
        [total] total
        [comment] comment
        [separator] separator
       *[other] { $kind }
    })
cli-list-empty = { $name } is empty: it needs customer numbers, one a line, or a table with a column of them
cli-list-nobody = { $name } holds no customer number: { $lines }
cli-rows-aside = not asked for: { $rows }
cli-row-why = line { $line } `{ $value }`: { $why }
cli-rows-refused =
    { $count ->
        [one] { $count } row was refused: { $rows }
       *[other] { $count } rows were refused: { $rows }
    }
cli-rows-doubtful =
    { $count ->
        [one] { $count } number is doubtful: { $rows }
       *[other] { $count } numbers are doubtful: { $rows }
    }
cli-as-they-stand = { $list }; they are asked for as they stand
cli-rows-more = { $rows } (and { $count } more)
cli-which-sheet = it has several sheets, and either none of them or more than one plainly has a column of customer numbers; name the sheet with --sheet NAME|N: { $names }
cli-which-column = it is not plain which column holds the customer numbers; name it with --column NAME|N: { $names }
cli-numbered = { $place } `{ $name }`
cli-sample = { $column } (such as `{ $sample }`)
cli-sample-hidden = { $column } (such as `{ $sample }`, hidden)
cli-column-unnamed = --column names no column; give a name, or a place from 1
cli-sheet-unnamed = --sheet names no sheet; give a name, or a place from 1
cli-no-column = there is no column `{ $name }`
cli-no-sheet = there is no sheet `{ $name }`
cli-columns-none = it has no columns
cli-columns-one = its only column is { $names }
cli-columns-many = its columns are { $names }
cli-sheets-one = its only sheet is { $names }
cli-sheets-many = its sheets are { $names }
cli-no-sheets = --sheet names a sheet of a workbook, and this file is text; leave it out
cli-save-as = save the sheet as CSV (in a spreadsheet: Save as, type CSV UTF-8), and give that file
cli-save-as-xlsx = save it as .xlsx, or { $other }
