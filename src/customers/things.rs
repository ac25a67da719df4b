//! What columns of things other than people are called, in small letters.

/// Towns, states and titles: numbers with nothing but such a column beside them are those of a
/// directory, and not of customers.
#[rustfmt::skip]
pub(super) const THING: &[&str] = &[
    "city", "cities", "town", "towns", "village", "region", "regions", "district", "country",
    "countries", "province", "post", "rank", "status", "statuses", "state", "states", "stage",
    "stages", "priority", "category", "categories", "section", "title", "titles", "headline",
    "subject", "topic", "topics", "summary", "description", "type", "types", "kind", "currency",
    "currencies", "language", "role", "roles", "rate", "plan", "tariff", "tag", "tags", "event",
    "events", "error", "errors", "page", "file", "project", "projects", "campaign", "город",
    "города", "городов", "населенный", "пункт", "село", "поселок", "область", "области", "район",
    "районы", "регион", "регионы", "страна", "страны", "пост", "статус", "статусы", "статуса",
    "состояние", "состояния", "стадия", "этап", "этапы", "приоритет", "категория", "категории",
    "раздел", "рубрика", "заголовок", "тема", "темы", "описание", "содержание", "тип", "типы",
    "вид", "виды", "валюта", "валюты", "язык", "роль", "роли", "тариф", "тарифы", "событие",
    "события", "ошибка", "ошибки", "проект", "проекты", "файл", "горад", "гарады", "вобласць",
    "раен", "краіна", "стан", "тэма", "апісанне", "катэгорыя", "місто", "країна", "опис",
    "категорія", "қала", "мәртебе", "miasto", "kraj", "kategoria", "opis", "temat", "tytuł",
    "şehir", "durum", "ülke", "konu", "stadt", "ort", "betreff", "titel", "land",
];

/// Shops, posts, devices: directories of them have telephones and addresses of mail as well.
#[rustfmt::skip]
pub(super) const SHOP: &[&str] = &[
    "branch", "branches", "shop", "shops", "store", "stores", "outlet", "outlets", "office",
    "offices", "department", "departments", "division", "position", "positions", "job",
    "profession", "terminal", "terminals", "device", "devices", "bank", "banks", "филиал",
    "филиалы", "магазин", "магазина", "магазины", "точка", "точки", "офис", "офисы", "отдел",
    "отделы", "отделение", "отделения", "подразделение", "подразделения", "должность", "должности",
    "профессия", "терминал", "терминалы", "устройство", "касса", "кассы", "банк", "банки", "крама",
    "крамы", "пасада", "аддзел", "філіял", "посада", "відділ", "філія", "дүкен", "лауазым",
    "sklep", "stanowisko", "oddział", "mağaza", "filiale", "laden", "abteilung", "stelle",
];

/// How a person is reached, or was born: rows with such a column are of somebody.
#[rustfmt::skip]
pub(super) const REACHED_BY: &[&str] = &[
    "email", "mail", "phone", "telephone", "mobile", "cell", "телефон", "почта", "тел", "пошта",
    "тэлефон", "мобильный", "birthday", "birth", "рождения",
];
