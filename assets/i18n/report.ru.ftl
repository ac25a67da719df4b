# Отчёты о проверке по списку.

report-title = Отчёт об оформлении карт
report-lead = Кошельки и магазины рисуют сохранённую карту по картинкам, логотипам и текстам, которые даёт банк. В отчёте перечислено всё, что было проверено, и что с ним не так.
report-when = Начата
report-server = Сервер
report-environment = Среда
report-merchant = Номер предприятия
report-customers = Покупатели
report-unread = Не прочитаны
report-cards = Карты
report-files = Файлы
report-errors = Ошибки
report-warnings = Предупреждения
report-notes = Замечания
report-error = Ошибка
report-warning = Предупреждение
report-note = Замечание
report-error-meaning = Покупатель видит не то, что нужно, или не видит ничего.
report-warning-meaning = Работает, но человеку стоит посмотреть.
report-note-meaning = Полезно знать.
report-findings = Что найдено
report-no-findings = Ничего: всё проверенное в порядке.
report-what-to-do = Что делать:
report-more = и ещё { $count }; полностью — в списке покупателей ниже.
report-customer = Покупатель
report-reason = Причина
report-missing = Проверка остановлена до конца. Сколько покупателей здесь нет:
report-unread-title = Покупатели, которых не удалось прочитать
report-unread-lead = О каждом из них шлюз спросили дважды. Их карт в отчёте нет.
report-refused-title = Отклонённые строки
report-list-lines =
    { $count ->
        [one] { $count } строка
        [few] { $count } строки
       *[other] { $count } строк
    }
report-list-asked = запрошено: { $count }
report-list-repeated = повторов: { $count }
report-list-doubtful = сомнительных: { $count }
report-list-refused = отклонено: { $count }
report-list-headers = заголовков: { $count }
report-list-titles = надписей: { $count }
report-list-totals = итогов: { $count }
report-list-blank = пустых: { $count }
report-list-customers =
    { $count ->
        [one] { $count } покупатель
        [few] { $count } покупателя
       *[other] { $count } покупателей
    }
report-list-title = Список
report-list-other = Строки без покупателей
report-row-quote = кавычка в строке { $line } не закрыта, и неизвестно, где кончаются ячейки
report-doubt-exponent = записан с порядком: таблица отбросила последние цифры
report-doubt-decimals = с дробной частью: таблица приняла его за сумму
report-doubt-grouped = с разделёнными тысячами: таблица приняла его за сумму
report-doubt-date = дата или время: возможно, таблица сделала её из номера
report-doubt-digits = больше 15 цифр, дальше одни нули: остальные цифры таблица отбросила
report-doubt-zeros = короче соседних, которые начинаются с нулей: возможно, таблица отбросила его нули
report-doubt-word = слово среди номеров
report-refused-lead = В этих строках списка нет номера покупателя, и о них никого не спрашивали.
report-line = Строка
report-value = Значение
report-row-empty = В этой строке нет номера покупателя.
report-no-cards = Сохранённых карт нет.
report-no-assets = Служба не даёт картинок для этой карты.
report-expires = Действует до
report-active = активна
report-inactive = неактивна
report-state-unknown = состояние не указано
report-picture = Картинка
report-asset = Тип и адрес
report-declared = Заявлено
report-measured = Измерено
report-found = Найдено
report-no-file = Служба не называет для него файла.
report-not-read = Файл не прочитан.
report-summary-customers = Покупателей: { $customers } (не прочитано: { $failed }), карт: { $cards }, файлов: { $files }
report-summary-findings = Ошибок: { $errors }, предупреждений: { $warnings }, замечаний: { $notes }
report-drift-title = Что изменилось с { $since } UTC
report-drift-lead = Файлы, карты и покупатели в сравнении с сохранённой тогда проверкой.
report-drift-none = Ничего: файлы, карты и покупатели те же, что в сохранённой тогда проверке.
report-drift-what = Что
report-drift-before = Было
report-drift-after = Стало
report-drift-changed = Изменилось
report-drift-appeared = Появилось
report-drift-disappeared = Исчезло
report-drift-unread = не прочитан
report-drift-more = и ещё карт: { $count }
report-drift-cards = карт: { $count }
report-summary-drift = Изменений с { $since } UTC: { $count }
report-acknowledged = Приняты
report-acknowledged-meaning = Кто-то их посмотрел и принял: для этих самых байтов, по этому правилу. Выше они не сосчитаны.
report-acknowledged-by = Принято: { $by }, { $at }
report-summary-acknowledged = Принято: { $count }
report-summary-more = и ещё { $count }; в отчёте (--html, --csv) есть все
