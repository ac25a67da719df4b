# English texts of the verifier’s rules: what was found, when (for the catalogue), what to do.
# Identifiers and values: src/verify/rule.rs. Beside a text $host stands its key, $host-key, to choose
# by: blanks are hyphens, and an empty text is “none” (src/verify/words.rs).

### Names

severity-error = Error
severity-warning = Warning
severity-note = Note
rule-group-card = The card’s own data
rule-group-set = The set of assets
rule-group-download = The download
rule-group-file = The file
rule-source-assist = Assist, One Click documentation
rule-source-iso-7812 = ISO/IEC 7812, card numbers
rule-source-id1 = ISO/IEC 7810, ID-1 card
rule-source-mdes = Mastercard, digital card art (MDES)
rule-source-visa = Visa, digital brand guidelines
rule-source-wcag = WCAG 2.2, contrast
rule-source-format = Specification of the file format
rule-source-http = HTTP, RFC 9110
rule-source-practice = Carddesk, from practice

# A part of a file, in a list of them.
rule-part =
    { $part-key ->
        [OpenAction] action on opening (OpenAction)
        [Launch] start of another program (Launch)
        [embedded-file] embedded file
        [script] script
        [event-handler] event handler
        [frame] frame
        [form] form
        [remote-load] load from elsewhere
        [javascript-link] JavaScript link
        [font] font
        [image] picture
        [annotation] annotation
        [other] something else
       *[unnamed] { $part }
    }

### Advice that several rules give

-tell-the-store = Tell whoever keeps the asset store.
-tell-assist = Tell Assist’s support.
-ask-for-the-asset = Ask the issuer for it; without one, wallets have to make do.
-ask-for-a-whole-file = Ask the issuer for the file anew.
-nothing-to-do = Nothing has to be done as long as the picture looks right.

### The card's own data

rule-expiry-unreadable =
    { $expire-key ->
        [none] The gateway gives no expiry for this card.
       *[other] The expiry “{ $expire }” is not a month and a year in the form 05.2027.
    }
    .when = The expiry is not in the form MM.YYYY, or its month is not from 01 to 12.
    .do = { -tell-assist }
rule-card-expired = The card’s last month was { $expire }, yet the gateway says that it is active.
    .when = The month has passed, in UTC, and the gateway says that the card is active.
    .do = Ask the customer to save the new card and to remove this one.
rule-card-expires-soon =
    { $days ->
        [0] The card expires today.
        [one] The card expires in { $days } day.
       *[other] The card expires in { $days } days.
    }
    .when = The last day of the card’s month is at most 60 days away.
    .do = Remind the customer to save the new card in time.
rule-bin-malformed =
    { $bin-key ->
        [none] The gateway gives no BIN for this card.
       *[other] The BIN “{ $bin }” is not six digits.
    }
    .when = The BIN is not six digits, even with lost leading zeros put back.
    .do = { -tell-assist }
rule-last4-malformed =
    { $last4-key ->
        [none] The gateway gives no last four digits for this card.
       *[other] The last four digits came as “{ $last4 }”.
    }
    .when = The last four digits are not four digits, even with lost leading zeros put back.
    .do = { -tell-assist }
rule-token-malformed =
    { $characters ->
        [0] The card came without a token.
        [one] The token has { $characters } character; a UUID has 36.
        [36] The token has 36 characters but is not a UUID.
       *[other] The token has { $characters } characters; a UUID has 36.
    }
    .when = The token is not a UUID of 36 characters.
    .do = { -tell-assist }
rule-token-duplicated = { $cards } cards of this list have the same token.
    .when = One token stands for two cards or more of a list.
    .do = Remove none of them, and tell Assist’s support: the token may remove the wrong card.
rule-brand-bin-mismatch =
    { $bin_brand-key ->
        [none] The gateway says { $brand }, but BIN { $bin } is in no range of a known brand.
       *[other] The gateway says { $brand }, but BIN { $bin } is in a range of { $bin_brand }.
    }
    .when = The BIN is in a range of another brand, or outside all known ranges though its brand’s are known.
    .do = Ask Assist’s support which of the two is right.
rule-brand-payment-type-mismatch = The card is { $brand }, but this asset is meant for { $payment_type }.
    .when = The asset’s payment type is not the card’s brand.
    .do = Ask Assist’s support whether the asset is another card’s.
rule-unknown-field = The gateway sent the field “{ $field }”, which is not known here.
    .when = The gateway sent a field of a card that Assist does not document.
    .do = Nothing has to be done; a newer Carddesk may know the field.

### The set of assets

rule-no-assets =
    { $brand-key ->
        [none] The gateway sent no art for this card.
       *[other] The gateway sent no art for this { $brand } card.
    }
    .when = The card has no assets: a warning for Visa and Mastercard; Belkart and Mir cards never have any.
    .do = For Visa and Mastercard, ask Assist’s support why there is no art.
rule-no-card-background = The card has assets, but no background to show as its face.
    .when = There are assets, but neither a combined nor a plain background.
    .do = Ask the issuer for a card background.
rule-background-needs-logo = The plain background needs a logo on it, and there is no brand or issuer logo that can be drawn.
    .when = The background is a plain one, and no brand or issuer logo can be drawn on it.
    .do = Ask the issuer for the logos, or for a combined background.
rule-missing-brand-logo = The card has no brand logo.
    .when = No brand logo is among the assets: a warning for Mastercard.
    .do = { -ask-for-the-asset }
rule-missing-issuer-logo = The card has no issuer logo.
    .when = No issuer logo is among the assets: a warning for Mastercard.
    .do = { -ask-for-the-asset }
rule-missing-icon = The card has no icon.
    .when = No icon is among the assets: a warning for Mastercard.
    .do = { -ask-for-the-asset }
rule-asset-type-unknown =
    { $type-key ->
        [none] The gateway gives no type for this asset.
       *[other] The asset type “{ $type }” is not one that Assist documents.
    }
    .when = The asset’s type is not in Assist’s list; the asset is shown all the same.
    .do = { -tell-assist }
rule-media-type-unknown =
    { $media_type-key ->
        [none] No media type is declared for this file.
       *[other] The declared media type “{ $media_type }” is not one that Assist documents.
    }
    .when = The declared media type is not in Assist’s list; the file is shown all the same.
    .do = { -tell-assist }
rule-asset-duplicated =
    { $width ->
        [0]
            { $media_type-key ->
                [none] The card has an earlier file of the same type, { $type }.
               *[other] The card has an earlier file of the same type and format: { $type }, { $media_type }.
            }
       *[other]
            { $media_type-key ->
                [none] The card has an earlier file of the same type and size: { $type }, { $width }×{ $height } pixels.
               *[other] The card has an earlier file of the same type, format and size: { $type }, { $media_type }, { $width }×{ $height } pixels.
            }
    }
    .when = Two files of a card have the same type, format and size: a note where they are the same, byte for byte.
    .do = Ask the issuer which of the files is meant.
rule-alt-text-missing = The asset has no alt text for people who cannot see it.
    .when = The asset’s alt text is missing or blank.
    .do = Ask the issuer for a short description of the picture.
rule-test-asset-on-production =
    { $environment ->
        [PRODUCTION] The environment is { $environment }, but the file lies on { $host }, a test store by its name.
       *[other] The environment is { $environment }, but the file lies on { $host }, a production store by its name.
    }
    .when = On PRODUCTION the file’s host is a test store by its name; on TEST it is a production store: a note.
    .do = Ask Assist’s support to set the address of the right store.
rule-art-differs-for-product = Another customer’s card with BIN { $bin } of { $bank } has other art.
    .when = Cards of two customers have the same BIN and bank but no background in common; seen in batches only.
    .do = Ask the issuer whether both are right: a bank may issue several designs.
rule-art-shared-across-banks = A card of { $bank } and a card of { $other_bank } have the very same file.
    .when = Cards of two banks have the same file, byte for byte, which is no icon, brand logo or terms; seen in batches only.
    .do = Find out whose art it is, and ask the other bank for its own.

### The download

rule-url-refused =
    { $reason-key ->
        [not-a-URL] The file’s address is not a URL.
        [not-https] The file’s address is not an https address.
        [user-info] The file’s address holds a user name or a password.
        [odd-port] The file’s address names a port other than 443.
        [private-address] The file’s address leads to this computer or into a private network.
       *[other] The file’s address is not allowed: { $reason }.
    }
    .when = The address is not https on port 443 of a public host, or holds a user name or a password.
    .do = Ask Assist’s support for the right address of the file.
rule-download-failed =
    { $reason-key ->
        [no-connection] The asset store cannot be reached.
        [TLS] There is no trusted connection to the asset store (TLS).
        [proxy] There is no connection by way of the proxy.
        [encoding] The file came compressed in a way that is not known.
        [time-out] The file did not arrive in time.
        [cut-off] The download broke off before its end.
        [too-many-redirects] The asset store points from one address to the next, more than three times.
       *[other] The download failed: { $reason }.
    }
    .when = There is no connection, or none that is trusted, or the file breaks off, takes over 15 s, or is more than three redirects away.
    .do = Load the file again; if it fails again, tell whoever keeps the asset store.
rule-http-status =
    { $status ->
        [403] The asset store refuses the file (HTTP status { $status }).
        [404] The file is not in the asset store (HTTP status { $status }).
       *[other] The asset store answered with HTTP status { $status } instead of the file.
    }
    .when = The asset store answers with an HTTP status other than 200.
    .do = { -tell-the-store }
rule-redirected =
    { $host-key ->
        [none] The asset store redirects to another address of the same host, where the file was fetched.
       *[other] The asset store redirects to another host, { $host }, where the file was not fetched.
    }
    .when = The asset store redirects; within one host it is followed, to another host it is not.
    .do = Ask Assist’s support to set the address where the file really is.
rule-too-large =
    { $limit ->
        [262144] The file is larger than 256 KiB and was not read to its end.
        [5242880] The file is larger than 5 MiB and was not read to its end.
        [10485760] The file is larger than 10 MiB and was not read to its end.
       *[other] The file is larger than { $limit } bytes and was not read to its end.
    }
    .when = A picture is larger than 5 MiB, a PDF than 10 MiB, or a text than 256 KiB.
    .do = Ask the issuer for a smaller file.
rule-empty-file = The file is empty: it has 0 bytes.
    .when = The file has 0 bytes.
    .do = { -tell-the-store }
rule-content-type-mismatch = The asset store sends the file as { $content_type }, but it is declared as { $media_type }.
    .when = The Content-Type of the answer is not the declared media type.
    .do = { -tell-the-store }
rule-slow-download = The download took { $seconds } s.
    .when = The download took over 3 s.
    .do = Load the file again; if it stays slow, tell whoever keeps the asset store.

### The file

rule-not-the-declared-type = The file is declared as { $media_type }, but its first bytes are those of { $found }.
    .when = The first bytes are those of another type than the declared one, such as an error page in place of a picture.
    .do = { -tell-the-store }
rule-undecodable =
    { $reason-key ->
        [a-format-that-is-not-drawn] The file is of a format that is not drawn here.
        [the-decoder-broke-off] The file cannot be drawn: it makes the decoder fail.
        [takes-too-much-memory] The file cannot be drawn: it takes too much memory.
        [takes-too-much-time] The file cannot be drawn: it takes too much time.
        [the-drawing-process-broke-off] The file cannot be drawn: it makes the drawing process fail.
        [the-renderer-failed-inside] The file cannot be drawn: it makes the renderer fail.
        [it-has-no-pixels] The file cannot be drawn: it has no pixels.
        [it-has-no-size] The file cannot be drawn: it has no size.
        [it-has-no-page] The file cannot be drawn: it has no page.
        [its-first-page-has-no-size] The file cannot be drawn: its first page has no size.
        [it-is-no-readable-PDF] The file cannot be drawn: it is no readable PDF.
        [its-encryption-is-not-understood] The file cannot be drawn: its encryption is not understood.
        [it-is-not-UTF-8] The file cannot be drawn: it is not UTF-8.
       *[other] The file cannot be drawn; the decoder says “{ $reason }”.
    }
    .when = The decoder refuses the file, or drawing it takes more memory or time than allowed.
    .do = { -ask-for-a-whole-file }
# A file whose end is missing has no bytes after it.
rule-damaged =
    { $bad_checksums ->
        [0]
            { $end_missing ->
                [yes] The file is damaged, though it can be drawn (its end is missing).
               *[no]
                    { $trailing_bytes ->
                        [one] The file is damaged, though it can be drawn ({ $trailing_bytes } byte follows its end).
                       *[other] The file is damaged, though it can be drawn ({ $trailing_bytes } bytes follow its end).
                    }
            }
       *[other]
            { $end_missing ->
                [yes] The file is damaged, though it can be drawn (parts with a wrong checksum: { $bad_checksums }; its end is missing).
               *[no]
                    { $trailing_bytes ->
                        [0] The file is damaged, though it can be drawn (parts with a wrong checksum: { $bad_checksums }).
                       *[other] The file is damaged, though it can be drawn (parts with a wrong checksum: { $bad_checksums }; bytes after its end: { $trailing_bytes }).
                    }
            }
    }
    .when = The file can be drawn, but a checksum is wrong, its end is missing, or bytes follow its end.
    .do = { -ask-for-a-whole-file }
rule-too-many-pixels = The picture has { $width }×{ $height } pixels, more than is drawn here.
    .when = A side is longer than 4096 pixels, or there are over 16 million pixels.
    .do = Ask the issuer for a smaller picture.
rule-size-differs-from-declared =
    { $declared_width ->
        [0] The picture has { $width }×{ $height } pixels, but its height is given as { $declared_height }.
       *[other]
            { $declared_height ->
                [0] The picture has { $width }×{ $height } pixels, but its width is given as { $declared_width }.
               *[other] The picture has { $width }×{ $height } pixels, but its size is given as { $declared_width }×{ $declared_height }.
            }
    }
    .when = The picture’s size in pixels is not the declared one, or not the one in the file’s name.
    .do = { -tell-assist }
rule-aspect-ratio = Width to height is { $ratio } instead of { $wanted }, which is { $percent }% off.
    .when = A background is off the ratio of an ID-1 card (85.60 to 53.98 mm, 1.59), or an icon off 1: a warning over 1%, an error over 3%.
    .do = Ask the issuer for art in the ratio of a card; for icons, for a square one.
rule-portrait = The background is taller than wide: { $width }×{ $height }.
    .when = A background is taller than wide.
    .do = Ask the issuer for the art in landscape.
rule-below-recommended-size = The picture is { $width } pixels wide, less than the { $wanted } recommended.
    .when = A background is under 1536 pixels wide, a logo under 1372 or an icon under 100, with no larger file beside it; vector files have no such size.
    .do = Ask the issuer for a larger picture.
rule-corners-not-square =
    { $corners ->
        [one] { $corners } corner of the background is not filled with art, and wallets would round it once more.
       *[other] { $corners } corners of the background are not filled with art, and wallets would round them once more.
    }
    .when = A background’s corner is transparent, or three corners or more have another colour than the edges beside them.
    .do = Ask the issuer for art with square corners.
rule-transparent-background = { $percent }% of the background, its corners left out, is transparent.
    .when = Over 0.05% of a background’s pixels, its corners left out, are not opaque.
    .do = Ask the issuer for art without transparency.
rule-blank = The picture shows nothing: all of its pixels have one colour or are transparent.
    .when = All pixels of a picture have one colour, or all are transparent.
    .do = Ask the issuer for the right picture.
rule-invisible-on-light = The picture is hardly seen on white: its contrast is { $contrast }:1.
    .when = A logo or an icon has a contrast under 1.5:1 with white.
    .do = Show it on a dark ground, or ask the issuer for one that is seen on white.
rule-invisible-on-dark = The picture is hardly seen on near-black: its contrast is { $contrast }:1.
    .when = A logo or an icon has a contrast under 1.5:1 with near-black (#12151B).
    .do = Show it on a light ground, or ask the issuer for one that is seen on a dark one.
rule-low-last4-contrast = The last four digits are hard to read on the lower edge of the art: { $contrast }:1 at best, in white or in black.
    .when = On the lower edge of a background, white and black digits both have a contrast under 3:1.
    .do = Show the last four digits beside the art, not on it.
rule-interlaced = The picture is stored interlaced, in several passes.
    .when = The picture is stored interlaced.
    .do = { -nothing-to-do }
rule-grayscale = The picture is stored in shades of grey.
    .when = The file’s colour type is greyscale.
    .do = If the art should be in colour, ask the issuer for it.
rule-palette = The picture is stored with a palette of 256 colours at most.
    .when = The file’s colour type is a palette.
    .do = Look for stripes in its gradients; if there are any, ask the issuer for full colour.
rule-cmyk = The picture is stored in the colours of print, CMYK.
    .when = The file’s colour type is CMYK.
    .do = Ask the issuer for RGB: programs show CMYK in different colours.
rule-sixteen-bit = The picture is stored with 16 bits a channel, more than a screen shows.
    .when = The file has 16 bits a channel.
    .do = { -nothing-to-do }
rule-pdf-encrypted = The PDF is encrypted, or protected by a password.
    .when = The PDF is encrypted, whether or not it asks for a password.
    .do = Ask the issuer for a PDF without protection.
rule-pdf-active-content = The PDF holds active content, which is not run here: { $parts }.
    .when = The PDF holds JavaScript, an action on opening, the start of another program, or an embedded file.
    .do = Do not open the file elsewhere; ask the issuer for a PDF without active content.
rule-pdf-pages = Pages in the PDF: { $pages } instead of one.
    .when = The PDF does not have exactly one page.
    .do = Ask the issuer for a PDF of one page.
rule-pdf-raster-only = The PDF holds no vector art, only pictures made of pixels.
    .when = The PDF’s page is made of pixel pictures alone.
    .do = Ask the issuer for the art as vector PDF.
rule-pdf-renders-incompletely = The PDF could not be drawn as it was made; missing or replaced: { $parts }.
    .when = A part of the PDF cannot be drawn, or is drawn in another way: a font that is not in the file, say.
    .do = Open the file in a PDF viewer and compare.
rule-text-not-utf8 = The text is encoded in { $encoding } instead of UTF-8.
    .when = The text is not UTF-8; the finding names the encoding that fits.
    .do = Ask the issuer for the text in UTF-8.
rule-terms-empty = The terms hold no text, or nothing but an address.
    .when = The terms and conditions hold no text, or only a URL.
    .do = Ask the issuer for the text of the terms.
rule-html-active-content = The file holds active content, which is not run here: { $parts }.
    .when = HTML or SVG holds scripts, event handlers, frames, forms, or loads from elsewhere.
    .do = Ask the issuer for the file without active content.
