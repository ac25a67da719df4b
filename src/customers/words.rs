//! Words that tables are made of, in small letters: those of headers, totals and amounts, in the
//! languages of the field and of its neighbours, and as CRM programs name their fields.

#[rustfmt::skip]
pub(super) const CUSTOMER: &[&str] = &[
    "customer", "customers", "client", "clients", "cust", "buyer", "payer", "subscriber",
    "user", "member", "покупатель", "покупателя", "клиент", "клиента", "контрагент",
    "контрагента", "плательщик", "плательщика", "абонент", "абонента", "пользователь",
    "пользователя", "заказчик", "заказчика", "пакупнік", "пакупніка", "кліент", "кліента",
    "кліенту", "плацельшчык", "плацельшчыка", "карыстальнік", "карыстальніка", "account",
    "acct", "consumer", "debtor", "contact", "patient", "потребитель", "потребителя", "дебитор",
    "дебитора", "контакт", "контакта", "участник", "участника", "пациент", "пациента", "клієнт",
    "клієнта", "покупець", "покупця", "платник", "платника", "споживач", "споживача",
    "замовник", "замовника", "користувач", "користувача", "клиенттің", "алушы", "алушының",
    "төлеуші", "төлеушінің", "klient", "klienta", "klientem", "nabywca", "nabywcy",
    "kontrahent", "kontrahenta", "płatnik", "płatnika", "abonent", "abonenta", "odbiorca",
    "odbiorcy", "müşteri", "müşterinin", "musteri", "alıcı", "üye", "abone", "kullanıcı",
    "müştəri", "müştərinin", "mijoz", "kunde", "kunden", "kundin", "debitor", "debitoren",
    "cliente", "clientes", "clienta", "zákazník", "zákazníka", "zakaznik", "kliendi", "kliento",
    "klientas", "pircēja", "pirkėjo", "pokupatel", "pokupatelya", "kontragent", "kontragenta",
    "platelshchik", "zakazchik", "кардар", "кардардын", "клиентов", "покупателей", "абонентов",
    "тұтынушы", "тұтынушының", "керектөөчү", "керектөөчүнүн", "сатыпалуучу",
    "mijozning", "xaridor", "xaridorning", "isteʼmolchi", "мижоз", "мижознинг", "харидор",
    "харидорнинг", "мизоҷ", "мизоҷон", "müşderi", "müşderiniň", "alıcının", "abonentin",
    "მომხმარებელი", "მომხმარებლის", "კლიენტი", "კლიენტის", "მყიდველი", "მყიდველის", "აბონენტი",
    "აბონენტის", "հաճախորդ", "հաճախորդի", "գնորդ", "գնորդի", "բաժանորդ", "բաժանորդի",
    "pirkėjas", "vartotojo", "vartotojas", "abonento", "abonentas", "užsakovo", "klients",
    "pircējs", "abonents", "patērētāja", "pasūtītāja", "ostja", "tellija",
    "kasutaja", "абонентський", "споживачу", "clientul", "clientului", "cumpărător",
    "cumpărătorului", "харилцагч", "харилцагчийн", "клиентски", "asiakas", "asiakkaan", "kund",
    "klant", "ügyfél", "vevő",
];

#[rustfmt::skip]
pub(super) const NUMBER: &[&str] = &[
    "number", "no", "num", "nr", "nbr", "id", "ids", "code", "key", "uid", "guid", "identifier",
    "номер", "номера", "код", "коды", "ид", "айди", "идентификатор", "нумар", "ідэнтыфікатар",
    "№", "ref", "номери", "номеру", "нөмірі", "нөмір", "коду", "коди", "ідентифікатор",
    "идентификаторы", "айді", "numer", "numeru", "identyfikator", "numara", "numarası",
    "numarasi", "kodu", "nömrəsi", "raqami", "nummer", "kennung", "numéro", "numero", "número",
    "código", "codigo", "kód", "kod", "číslo", "cislo", "kood", "kodas", "numeris", "numurs",
    "nomer", "kody", "uuid", "n", "номері", "кодунун", "рақами", "рақам", "raqam",
    "nömrə", "belgisi", "nomeri", "kodi", "ნომერი", "კოდი", "იდენტიფიკატორი", "համար", "համարը", "կոդ",
    "կոդը", "kods", "kodē", "numursi", "numărul", "numarul", "număr", "numar", "cod", "codul",
    "дугаар", "tunnus",
];

/// Both in one word.
#[rustfmt::skip]
pub(super) const CUSTOMER_NUMBER: &[&str] = &[
    "customernumber", "customerno", "customernum", "customerid", "customercode", "custno",
    "custid", "clientnumber", "clientno", "clientid", "clientcode", "buyerid", "payerid",
    "userid", "memberid", "subscriberid", "номерклиента", "кодклиента", "idклиента",
    "номерпокупателя", "кодпокупателя", "idпокупателя", "customerref", "customerkey",
    "customeraccount", "custaccount", "custnum", "custnumber", "custcode", "custnbr",
    "clientnum", "clientnbr", "clientref", "clientguid", "cltid", "cltcode", "cid", "accountid",
    "accountno", "accountnumber", "accountnum", "accountcode", "acctno", "acctid", "acctnum",
    "acctnbr", "contactid", "memberno", "membernumber", "subscriberno", "partnerid",
    "businesspartner", "bupartner", "kunnr", "kunag", "kunwe", "kundennummer", "kundennr",
    "kundenr", "kdnr", "kdnummer", "debitorennummer", "debitornr", "idklienta", "kodklienta",
    "nomerklienta", "klientid", "numerklienta", "nrklienta", "klientnr", "musteriid",
    "müşterino", "musterino", "müştəriid", "idкліента", "idклієнта", "кодклієнта", "кодкліента",
    "номерклієнта", "нумаркліента", "нумарпакупніка", "кодконтрагента", "idконтрагента",
    "номерконтрагента", "кодплательщика", "номерабонента", "кодабонента", "clienteid",
    "idcliente", "codcliente", "numcliente", "codeclient", "idclient", "numclient", "nclient",
    "zákaznickéčíslo", "kundnummer", "kundnr", "asiakasnumero", "asiakastunnus", "klantnummer", "klantnr",
    "kliendinumber", "kliendikood", "ügyfélszám", "vevőkód", "клиентскиномер", "mijozid",
    "mijozraqami", "тұтынушыid", "клиенттіңкоды",
];

/// What a column of names is called.
#[rustfmt::skip]
pub(super) const NAME: &[&str] = &[
    "name", "names", "fullname", "firstname", "lastname", "surname", "title", "фио", "имя",
    "фамилия", "отчество", "наименование", "название", "піб", "імя", "прозвішча", "назва",
    "найменне", "представление", "company", "firm", "organisation", "organization", "фирма",
    "организация", "компания", "прізвище", "імʼя", "найменування", "організація", "компанія",
    "аты", "тегі", "жөні", "атауы", "nazwa", "imię", "imie", "nazwisko", "firma", "adı", "adi",
    "soyad", "soyadı", "isim", "ünvan", "unvan", "vorname", "nachname", "nom", "prénom",
    "prenom", "nombre", "apellido", "apellidos", "nome", "cognome", "jméno", "příjmení", "ad-
    soyad", "familiya", "ism",
];

/// What other numbers are called: a column with such a word holds no customers' numbers.
#[rustfmt::skip]
pub(super) const OTHER: &[&str] = &[
    "phone", "telephone", "tel", "mobile", "fax", "телефон", "телефона", "тел", "тэлефон",
    "мобильный", "email", "mail", "e", "почта", "эл", "пошта", "date", "time", "дата", "время",
    "дзень", "день", "год", "year", "month", "месяц", "amount", "sum", "total", "price",
    "balance", "сумма", "сума", "цена", "остаток", "баланс", "оборот", "currency", "валюта",
    "card", "cards", "pan", "bin", "last4", "last", "token", "expiry", "expires", "карта",
    "карты", "карт", "картка", "карткі", "картак", "токен", "бин", "срок", "status", "state",
    "active", "статус", "состояние", "стан", "address", "city", "street", "zip", "адрес",
    "город", "улица", "индекс", "адрас", "comment", "note", "notes", "remark", "комментарий",
    "примечание", "заметка", "каментар", "contract", "agreement", "договор", "договора",
    "дамова", "order", "orders", "invoice", "заказ", "заказа", "заказов", "счет", "счета",
    "чек", "чека", "заявка", "заявки", "платеж", "платежа", "инн", "кпп", "унп", "огрн", "окпо",
    "паспорт", "паспорта", "снилс", "passport", "tax", "vat", "bank", "банк", "банка", "тип",
    "type", "kind", "вид", "группа", "group", "manager", "менеджер", "ответственный", "row",
    "line", "строка", "строки", "пп", "п", "merchant", "shop", "магазин", "магазина", "count",
    "qty", "quantity", "количество", "кол", "число", "version", "версия", "birth", "birthday",
    "рождения", "пол", "sex", "gender", "возраст", "age", "url", "link", "reason", "причина",
    "ticket", "тикет", "обращение", "обращения", "iban", "swift", "bic", "cvv", "rrn", "auth",
    "терминал", "терминала", "terminal", "рахунок", "рахунку", "договір", "договору", "залишок",
    "замовлення", "картки", "адреса", "місто", "єдрпоу", "іпн", "коментар", "рахунак",
    "рахунка", "горад", "вуліца", "күні", "сомасы", "сома", "мекенжайы", "картасы", "иин",
    "жсн", "шот", "data", "kwota", "suma", "saldo", "adres", "miasto", "karta", "karty",
    "ulica", "umowa", "umowy", "faktura", "zamówienie", "zamówienia", "nip", "pesel", "regon",
    "uwagi", "tarih", "tarihi", "tutar", "tutarı", "adresi", "şehir", "kart", "kartı", "bakiye",
    "vkn", "tckn", "sıra", "sipariş", "fatura", "datum", "betrag", "ort", "strasse", "straße",
    "plz", "karte", "rechnung", "vertrag", "bestellung", "montant", "fecha", "importe",
    "tarjeta", "teléfono", "telefono", "dirección", "ciudad", "adresse", "ville", "carte",
    "téléphone", "операция", "операции", "транзакция", "transaction", "operation", "сообщение",
    "message", "subject", "тема", "дней", "days", "лет", "скидка", "discount", "бонусы",
    "баллы", "points", "score", "рейтинг", "rating", "процент", "percent", "created", "updated",
    "modified", "создан", "изменен", "обновлен", "deleted", "password", "пароль", "роль",
    "role", "заказы", "накладная", "накладные", "накладной", "артикул", "артикулы", "товар", "товары",
    "товара", "документ", "документы", "документа", "транзакции", "платежи", "чеки", "сделка", "сделки",
    "invoices", "receipt", "document", "documents", "product", "products", "item", "sku", "barcode",
    "штрихкод", "deal", "lead", "tickets",
];

/// What stands beside and says nothing.
#[rustfmt::skip]
pub(super) const FILLER: &[&str] = &[
    "the", "of", "a", "our", "наш", "в", "по", "у", "для", "from", "system", "crm", "1c", "1с",
    "erp", "базе", "системе", "saved", "external", "внешний", "internal", "внутренний", "de",
    "del", "du", "la", "le", "el", "no.", "in", "im", "нашей", "нашего", "unique", "main",
    "основной", "record", "object", "sap", "bitrix", "битрикс", "амо", "amo",
];

/// What a row of totals begins with.
#[rustfmt::skip]
pub(super) const TOTAL: &[&str] = &[
    "итого", "всего", "итог", "total", "totals", "subtotal", "grand", "sum", "разам", "усяго",
    "усього", "summe", "count", "rows", "records", "количество", "строк", "записей", "выбрано",
    "разом", "всього", "загалом", "барлығы", "жиыны", "жалпы", "razem", "łącznie", "lacznie",
    "ogółem", "ogolem", "toplam", "toplamı", "gesamt", "gesamtsumme", "summa", "celkem", "viso",
    "kokku", "jami", "найдено", "найдена", "знайдено", "знойдзена", "found", "показано",
    "showing", "displaying", "selected", "exported", "выгружено", "обработано", "записи",
    "рядків", "кількість", "колькасць", "liczba", "satır",
];

/// What the label of a group's totals ends with.
#[rustfmt::skip]
pub(super) const TOTAL_AT_END: &[&str] = &[
    "итог", "итого", "всего", "total", "totals", "subtotal", "разам", "усяго", "разом",
    "всього", "загалом", "razem", "łącznie", "ogółem", "toplam", "toplamı", "барлығы", "gesamt",
    "summe",
];

/// What is counted below a table, behind how many there are: `2 rows`, `3 записи`.
#[rustfmt::skip]
pub(super) const COUNTED: &[&str] = &[
    "row", "rows", "record", "records", "line", "lines", "entry", "entries", "item", "items",
    "result", "results", "customer", "customers", "client", "clients", "строка", "строки",
    "строк", "запись", "записи", "записей", "клиент", "клиента", "клиентов", "покупатель",
    "покупателя", "покупателей", "позиция", "позиции", "позиций", "элемент", "элемента",
    "элементов", "рядок", "рядки", "рядків", "запис", "записів", "клієнт", "клієнти",
    "клієнтів", "радок", "радкі", "радкоў", "запісы", "запісаў", "wiersz", "wiersze", "wierszy",
    "rekord", "rekordy", "rekordów", "klient", "klienci", "klientów", "satır", "kayıt",
    "müşteri", "zeilen", "zeile", "datensätze", "жазба", "жол", "тұтынушы",
];

/// Currencies, by their codes and as they are written behind amounts.
#[rustfmt::skip]
pub(super) const CURRENCY: &[&str] = &[
    "usd", "eur", "rub", "rur", "byn", "byr", "kzt", "uah", "gbp", "cny", "pln", "try", "gel",
    "amd", "azn", "kgs", "uzs", "tjs", "mdl", "chf", "jpy", "czk", "sek", "nok", "dkk", "tmt",
    "mnt", "aed", "inr", "cad", "aud", "р", "руб", "рублей", "рубля", "рубль", "коп", "тг",
    "тенге", "грн", "гривен", "сум", "сом", "лари", "драм", "zł", "zl", "lei", "долл", "евро",
];

/// Units that stand behind amounts.
#[rustfmt::skip]
pub(super) const UNIT: &[&str] = &[
    "шт", "штук", "кг", "г", "гр", "л", "м", "м2", "м3", "км", "см", "мм", "мес", "дн", "дней",
    "дня", "день", "ч", "мин", "сек", "раз", "чел", "экз", "уп", "pcs", "pc", "kg", "g", "gr",
    "km", "cm", "mm", "ml", "sec", "min", "hrs", "hours", "days", "h", "km2", "kb", "mb", "gb",
    "szt", "adet", "stk",
];

/// What the columns of goods, orders and documents are called: rows with such a column are theirs.
#[rustfmt::skip]
pub(super) const DEAL: &[&str] = &[
    "order", "orders", "invoice", "invoices", "receipt", "receipts", "bill", "bills", "document",
    "documents", "doc", "docs", "voucher", "goods", "product", "products", "item", "items", "sku",
    "article", "articul", "barcode", "ean", "upc", "price", "prices", "unit", "units", "qty",
    "quantity", "quantities", "transaction", "transactions", "txn", "operation", "operations",
    "payment", "payments", "refund", "refunds", "deal", "deals", "opportunity",
    "ticket", "tickets", "task", "tasks", "shipment", "shipments", "delivery", "waybill", "stock",
    "warehouse", "supplier", "vendor", "quote", "po", "debit", "credit", "requester", "assignee",
    "reporter", "issue", "issues", "инициатор", "исполнитель", "инцидент", "инциденты",
    "заказ", "заказа", "заказы", "заказов", "заказу", "счет", "счета", "фактура", "фактуры", "чек",
    "чека", "чеки", "чеков", "товар", "товара", "товары", "товаров", "артикул", "артикула",
    "артикулы", "номенклатура", "номенклатуры", "позиция", "позиции", "продукт", "продукта",
    "продукция", "услуга", "услуги", "услуг", "цена", "цены", "стоимость", "количество", "кол",
    "колво", "шт", "документ", "документа", "документы", "документов", "док", "накладная",
    "накладной", "накладные", "ттн", "акт", "акта", "акты", "платеж", "платежа", "платежи",
    "платежей", "операция", "операции", "операций", "транзакция", "транзакции", "транзакций",
    "сделка", "сделки", "сделок", "обращение", "обращения", "заявка", "заявки",
    "заявок", "тикет", "тикеты", "задача", "задачи", "поставка", "поставки", "поставщик",
    "поставщика", "отгрузка", "отгрузки", "склад", "склада", "штрихкод", "возврат", "возврата",
    "дебет", "кредит", "проводка", "корреспонденция", "rrn",
    "тавар", "тавару", "тавары", "цана", "кошт", "колькасць", "дакумент", "дакумента", "накладна",
    "накладної", "товару", "ціна", "вартість", "кількість", "замовлення", "платіж", "платежу",
    "тауар", "тауардың", "бағасы", "баға", "саны", "құжат", "тапсырыс", "төлем",
    "towar", "towaru", "produkt", "produktu", "cena", "ilość", "ilosc", "dokument", "dokumentu",
    "faktura", "faktury", "zamówienie", "zamówienia", "paragon", "transakcja", "transakcji",
    "ürün", "urun", "fiyat", "adet", "miktar", "belge", "sipariş", "siparis", "fatura", "stok",
    "rechnung", "rechnungsnummer", "bestellung", "bestellnummer", "auftrag", "auftragsnummer",
    "beleg", "belegnummer", "belegnr", "belegart", "artikel", "artikelnummer", "menge", "preis",
    "matnr", "vbeln", "belnr", "prekė", "kaina", "kiekis", "prece", "daudzums",
];

/// What sums are called.
#[rustfmt::skip]
pub(super) const SUM: &[&str] = &[
    "amount", "amounts", "amt", "sum", "sums", "total", "subtotal", "cost", "value", "paid", "net",
    "gross", "turnover", "budget", "сумма", "суммы", "сума", "итого", "всего", "оплачено",
    "оборот", "бюджет", "выручка", "сомасы", "сома", "kwota", "suma", "wartość", "tutar", "tutarı",
    "betrag", "summe", "umsatz", "montant", "importe", "monto", "summa", "məbləğ", "dmbtr",
    "wrbtr", "netwr",
];

/// What days and times are called.
#[rustfmt::skip]
pub(super) const MOMENT: &[&str] = &[
    "date", "time", "datetime", "timestamp", "day", "period", "month", "дата", "даты", "время",
    "день", "период", "месяц", "дзень", "перыяд", "час", "період", "місяць", "күні", "мерзімі",
    "data", "godzina", "miesiąc", "tarih", "tarihi", "saat", "datum", "zeit", "uhrzeit", "monat",
    "fecha", "hora", "kuupäev", "datums", "budat", "bldat", "sana",
];

/// What says that a day, a sum or an order is one of a person's: their birth, their last visit.
#[rustfmt::skip]
pub(super) const OF_PERSON: &[&str] = &[
    "birth", "birthday", "born", "dob", "registered", "registration", "signup", "joined", "join",
    "create", "created", "creation", "added", "update", "updated", "modified", "modify", "changed",
    "last", "first", "visit", "login", "activity", "contacted", "expiry", "expires", "expiration",
    "valid", "until", "start", "end", "count", "average", "avg", "lifetime", "ever", "method",
    "рождения", "регистрации", "создания", "создан", "создано", "добавления", "добавлен",
    "изменения", "изменен", "обновления", "обновлен", "последний", "последняя", "последнего",
    "последней", "первый", "первая", "первого", "первой", "визита", "визит", "входа", "вход",
    "посещения", "активности", "окончания", "начала", "действия", "срок", "число", "средний",
    "способ", "нараджэння", "рэгістрацыі", "апошні", "народження", "реєстрації", "останній",
    "останнього", "туған", "тіркелген", "urodzenia", "rejestracji", "utworzenia", "ostatni",
    "ostatnia", "ostatniego", "doğum", "kayıt", "son", "geburt", "geburtsdatum", "geburtstag",
    "letzte", "letzter", "letztes", "angelegt", "erdat",
];

/// How many there are of something.
#[rustfmt::skip]
pub(super) const HOW_MANY: &[&str] = &[
    "number", "no", "num", "total", "qty", "quantity", "количество", "кол", "колво", "всего",
    "кількість", "колькасць", "liczba", "anzahl",
];

/// What a customer has several of.
#[rustfmt::skip]
pub(super) const SEVERAL: &[&str] = &[
    "orders", "payments", "transactions", "purchases", "deals", "invoices", "tickets", "refunds",
    "заказов", "покупок", "платежей", "сделок", "операций", "транзакций", "счетов", "чеков",
    "обращений", "заявок", "замовлень", "заказаў", "zamówień", "bestellungen", "cards", "карт",
];

/// What the title of anything is called, and no name of somebody.
#[rustfmt::skip]
pub(super) const TITLE: &[&str] = &["title", "название", "назва", "subject", "тема", "заголовок"];
