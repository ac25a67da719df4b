//! What columns of things other than people are called, in small letters.

/// Towns, shops, posts, states and titles: numbers with nothing but such a column beside them are
/// those of a directory, and not of customers.
#[rustfmt::skip]
pub(super) const THING: &[&str] = &[
    "city", "cities", "town", "towns", "village", "region", "regions", "district", "country",
    "countries", "province", "branch", "branches", "shop", "shops", "store", "stores", "outlet",
    "outlets", "office", "offices", "department", "departments", "division", "position",
    "positions", "post", "job", "profession", "rank", "terminal", "terminals", "device", "devices",
    "status", "statuses", "state", "states", "stage", "stages", "priority", "category",
    "categories", "section", "title", "titles", "headline", "subject", "topic", "topics", "summary",
    "description", "type", "types", "kind", "currency", "currencies", "language", "bank", "banks",
    "role", "roles", "rate", "plan", "tariff", "tag", "tags", "event", "events", "error",
    "errors", "page", "file", "project", "projects", "campaign",
    "город", "города", "городов", "населенный", "пункт", "село", "поселок", "область", "области",
    "район", "районы", "регион", "регионы", "страна", "страны", "филиал", "филиалы", "магазин",
    "магазина", "магазины", "точка", "точки", "офис", "офисы", "отдел", "отделы", "отделение",
    "отделения", "подразделение", "подразделения", "должность", "должности", "профессия", "пост",
    "терминал", "терминалы", "устройство", "касса", "кассы", "статус", "статусы", "статуса",
    "состояние", "состояния", "стадия", "этап", "этапы", "приоритет", "категория", "категории",
    "раздел", "рубрика", "заголовок", "тема", "темы", "описание", "содержание", "тип", "типы", "вид",
    "виды", "валюта", "валюты", "язык", "банк", "банки", "роль", "роли", "тариф", "тарифы", "событие",
    "события", "ошибка", "ошибки", "проект", "проекты", "файл",
    "горад", "гарады", "вобласць", "раён", "краіна", "крама", "крамы", "пасада", "аддзел", "стан",
    "тэма", "апісанне", "катэгорыя", "філіял", "місто", "район", "країна", "посада", "відділ",
    "опис", "категорія", "філія", "қала", "дүкен", "лауазым", "мәртебе",
    "miasto", "sklep", "stanowisko", "kraj", "oddział", "kategoria", "opis", "temat", "tytuł",
    "şehir", "mağaza", "durum", "ülke", "konu", "stadt", "ort", "filiale", "laden", "abteilung",
    "stelle", "betreff", "titel", "land",
];

/// How a person is reached, and who sent something: rows with such a column are of somebody.
#[rustfmt::skip]
pub(super) const REACHED_BY: &[&str] = &[
    "email", "mail", "phone", "telephone", "mobile", "cell", "телефон", "почта", "тел", "пошта",
    "тэлефон", "мобильный", "birthday", "birth", "рождения",
];
