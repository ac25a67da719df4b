### Russian texts of the window: the messages and arguments of `en.ftl`.

### The window

app-name = Carddesk
close = Закрыть
try-again = Повторить
refresh = Обновить
copy-details = Копировать подробности
technical-details = Технические подробности
asking = Запрос к шлюзу…
yes = Да
no = Нет
not-said = Не указано
unit-bytes = Б
unit-kib = КиБ
unit-mib = МиБ
tone-ok = Готово
tone-note = Примечание
tone-warning = Внимание
tone-error = Ошибка

### Signing in

sign-in-lead = Сохранённые карты покупателя так, как их показывает кошелёк, и удаление карты с доказательством.
sign-in-button = Войти
sign-in-note = Ничего не отправляется, пока вы не откроете покупателя. Пароль хранится только в памяти и забывается при выходе.
sign-in-correct = Исправить данные для входа
sign-in-refused = Шлюз отклонил номер предприятия, логин или пароль. Проверьте все три и введите пароль ещё раз.
sign-in-sandbox = Открыть песочницу
sign-in-sandbox-note = Песочница: вымышленные покупатели и карты на этом компьютере.
sign-in-sandbox-starting = Песочница запускается…
sign-in-sandbox-failed = Запустить не удалось: { $reason }. Попробуйте ещё раз.
sign-in-questions = Что запросить у Assist
help = Справка
beginning-title = Перед первым входом
beginning-lead = Carddesk обращается к веб-сервисам Assist от имени вашего магазина. Данные для входа предприятию выдаёт служба поддержки Assist; запросите у неё:
beginning-server = Имя сервера, который принимает наши запросы к веб-сервисам, и имя тестового сервера.
beginning-merchant = Наш номер предприятия на нём.
beginning-login = Логин и пароль для веб-сервисов.
beginning-rights = Разрешение этому логину получать список сохранённых карт покупателей и удалять их (One Click).
beginning-network = Нужно ли разрешить сетевые адреса, с которых мы обращаемся, и как это сделать.
beginning-then = А дальше
beginning-customers = Номера покупателей — ваши собственные: магазин передаёт такой номер с каждым платежом, при котором сохраняется карта. Где их взять, знает тот, кто ведёт магазин.
beginning-sandbox = Чтобы попробовать всё без этого, закройте справку и откройте песочницу: вымышленные покупатели на этом компьютере, никуда ничего не отправляется.
beginning-copy = Скопировать как письмо
beginning-letter = Здравствуйте! Наша служба поддержки будет просматривать и удалять сохранённые карты покупателей через ваши веб-сервисы. Сообщите нам, пожалуйста:
field-server = Имя сервера
field-server-hint = Выдаёт Assist, например payments.example.com
field-merchant = Номер предприятия
field-merchant-hint = Число
field-login = Логин веб-сервисов
field-password = Пароль
field-customer = Номер покупателя (необязательно)
field-customer-hint = Будет открыт сразу
environment-sandbox = Этот компьютер: ничего настоящего не происходит.
environment-test = Тестовый сервер, судя по имени.
environment-production = Настоящие карты настоящих покупателей.
server-empty = Введите имя сервера, которое выдал Assist.
server-malformed = Это не имя сервера. Введите его в виде payments.example.com.
server-port = Порт — не число от 1 до 65535. Уберите его или введите в виде payments.example.com:443.
server-plain-http = По http:// пароль уйдёт на { $host } открытым текстом. Используйте https://.
server-scheme = { $scheme }:// не поддерживается. Используйте https://.
server-user-info = Уберите логин и пароль из имени сервера.
server-more = Введите только имя сервера, без «{ $extra }».
server-unreachable = По этому адресу сервер недоступен. Проверьте, как он написан.
merchant-empty = Введите номер предприятия.
merchant-not-a-number = Номер предприятия состоит только из цифр.
merchant-out-of-range = Номер предприятия — от 1 до 2147483647.
login-empty = Введите логин.
login-too-long = В логине не больше 20 символов, а здесь { $chars }.
password-empty = Введите пароль.
password-too-long = В пароле не больше 30 символов.
password-prohibited = Символ { $position } шлюз удаляет, поэтому этот пароль не может быть верным.
password-invisible = Символ { $position } невидим: это табуляция, перевод строки или знак, скопированный заодно. В паролях таких нет. Наберите его вручную.
token-empty = Укажите токен карты.
token-length = Токен — это UUID из 36 символов, а здесь { $chars }.
token-shape = Символ { $position } в токене неверен: в UUID дефисы стоят на местах 9, 14, 19 и 24, а на остальных — цифры и буквы от A до F.
prohibited-symbol = «{ $symbol }» (символ { $position }) недопустим: шлюз удалит его и примет значение за другое.
prohibited-invisible = Символ { $position } невидим и недопустим: { $name } ({ $code }). Наберите значение вручную.
invisible-control = управляющий символ
invisible-soft-hyphen = мягкий перенос
invisible-zero-width-space = пробел нулевой ширины
invisible-joiner = соединитель или разделитель нулевой ширины
invisible-word-joiner = соединитель слов
invisible-byte-order-mark = метка порядка байтов
invisible-direction = знак направления письма
invisible-line-separator = разделитель строк
invisible-variation-selector = селектор начертания
invisible-tag = символ-тег
invisible-filler = символ-заполнитель
invisible-format = символ форматирования
invisible-no-character = не символ
customer-is-password = Это пароль, с которым вы вошли, а не номер покупателя. Ничего не отправлено.
customer-empty = Введите номер покупателя.
customer-too-long = В номере покупателя не больше 32 символов, а здесь { $chars }.
customer-blanks = Номер начинается или заканчивается пробелом; он отправлен как есть.
look-up-without-blanks = Открыть { $number } без пробелов
customer-non-ascii = «{ $symbol }» (символ { $position }) — не латинская буква; номер отправлен как есть.

### Lock

lock = Заблокировать (Ctrl+Shift+L)
locked-title = Заблокировано
locked-lead = Предприятие { $merchant }, логин { $login }. Введите пароль, чтобы продолжить.
locked-wrong = Это не тот пароль, с которым вы вошли.
locked-wait = Следующая попытка — через { $seconds } с.
locked-left = { $left ->
    [one] Ещё { $left } неверный пароль — и сеанс завершится.
    [few] Ещё { $left } неверных пароля — и сеанс завершится.
   *[many] Ещё { $left } неверных паролей — и сеанс завершится.
}
unlock = Разблокировать
sign-out = Выйти

### Header and panels

header-merchant = Предприятие { $merchant }
trust-verified = проверено
trust-verified-why = Шлюз принял эти учётные данные.
trust-unverified = ещё не проверено
trust-unverified-why = У шлюза нет входа: учётные данные проверяются первым запросом.
trust-refused = отклонено
trust-refused-why = Шлюз отклонил первый запрос. Проверьте номер предприятия, логин и пароль.
look-up-field = Номер покупателя
settings = Настройки
keys = Клавиши
fold-customers = Показать или скрыть покупателей
header-more = Ещё
panel-divider = Ширина панели
tiles-small = Мелкие карточки
tiles-medium = Средние карточки
tiles-large = Крупные карточки
customers-sandbox = Песочница
customers-visited = Этот сеанс
customers-empty = Здесь появятся открытые покупатели — до выхода.
customer-row = Покупатель { $number }
queue-give = Работать по списку…
queue-lead = Вставьте номера покупателей, по одному в строке, или столбец либо таблицу; или перетащите в окно книги Excel, файлы CSV или текстовые. J и K ведут к следующему и предыдущему покупателю; следующие двое запрашиваются заранее.
queue-take =
    { $count ->
        [one] Работать с { $count } покупателем
        [few] Работать с { $count } покупателями
       *[many] Работать с { $count } покупателями
    }
queue-take-key = Ctrl+Enter начинает работу.
queue-path = Файл покупателей
queue-read = Открыть
queue-end = Закончить список
queue-progress = Просмотрено { $done } из { $all }
queue-search = Поиск
queue-all = Все покупатели
queue-with-findings = Покупатели с замечаниями
queue-not-looked-at = Ещё не просмотренные
command-show-all = Показать всех покупателей
command-show-findings = Показать покупателей с замечаниями
command-show-unseen = Показать ещё не просмотренных покупателей
queue-looked-at = Просмотрен
queue-removed = Карта удалена
queue-nothing-found = Таких покупателей нет.
list-as-of = по состоянию на { $at }
status-pictures = Картинок: { $ready } из { $all }
status-failed = Ошибок: { $count }
status-look-up = получено { $at } ({ $took } мс)
status-listed = список от { $at }
status-batch = проверка списка: { $done } из { $all }
status-batch-paused = проверка приостановлена: { $done } из { $all }
status-unresolved = журнал: не завершено { $count }

### Cards of a customer

empty-title = Чьи карты?
empty-lead = Введите номер покупателя вверху и нажмите Enter.
empty-button = Открыть покупателя
customer-title = Покупатель { $number }
cards-count =
    { $count ->
        [one] { $count } карта
        [few] { $count } карты
       *[many] { $count } карт
    }
no-cards-title = Сохранённых карт нет
no-cards-lead = У шлюза нет карт покупателя { $number }. Так же он отвечает о неизвестном номере.
list-old = Ниже — то, что вернул последний удачный запрос.
list-takes-long = Шлюз долго не отвечает. У него есть 30 секунд.
retry-pictures = Загрузить картинки снова
card-name = { $brand }, последние цифры { $digits }
fate-not-verified = Удаление не проверено
fate-not-verified-note = Неизвестно, удалена ли эта карта. Это решит следующий список карт этого покупателя.
fate-still-there = Всё ещё на месте
fate-still-there-note = Список, полученный после удаления, всё ещё содержит эту карту. Возможно, шлюзу нужно время: проверьте снова.
card-expires = срок до { $expiry }
bank-unknown = Банк не указан
brand-unknown = Система не указана
expiry-unknown = срок не указан
badge-active = Активна
badge-inactive = Неактивна
badge-expired = Истекла
badge-expires-soon =
    { $days ->
        [0] Истекает сегодня
        [one] Истекает через { $days } день
        [few] Истекает через { $days } дня
       *[many] Истекает через { $days } дней
    }
badge-expiry-unreadable = Срок не читается
badge-cvc = Нужен CVC
removing = Удаляется…

### Inspector

close-inspector = Закрыть сведения
open-large = Открыть крупно
tab-details = Сведения
tab-assets = Медиа
tab-findings = Проверка
tab-raw = Исходное

# Findings
findings-none = Ничего, что требует внимания
findings-pending =
    { $count ->
        [one] { $count } файл ещё загружается.
        [few] { $count } файла ещё загружаются.
       *[many] { $count } файлов ещё загружаются.
    }
findings-of-card = Карта
findings-note = Замечания говорят о данных и рисунках карты. Они ничему не мешают.
count-errors =
    { $count ->
        [one] { $count } ошибка
        [few] { $count } ошибки
       *[many] { $count } ошибок
    }
count-warnings =
    { $count ->
        [one] { $count } предупреждение
        [few] { $count } предупреждения
       *[many] { $count } предупреждений
    }
count-notes =
    { $count ->
        [one] { $count } примечание
        [few] { $count } примечания
       *[many] { $count } примечаний
    }
acknowledged = Принято: { $by }, { $at }
acknowledgements-merged = Добавлено отметок о принятии: { $count }
acknowledge-ask = Принять…
acknowledge-withdraw = Отменить принятие
# Так это называет программа чтения с экрана; само замечание стоит рядом.
acknowledge-named = Принять… { $finding } { $file }
acknowledge-withdraw-named = Отменить принятие: { $finding } { $file }
no-finding = На этих картах нет ни ошибок, ни предупреждений, кроме принятых.
no-finding-yet = Ошибок и предупреждений пока нет; файлы ещё загружаются.
not-acknowledged-none = Пока нечего принимать: перейдите к замечанию клавишей N и нажмите A.
not-acknowledged-no-file = Принять можно только замечание о файле, а это — о самой карте.
not-acknowledged-unread = Не принято: файл не прочитан. Сначала запросите его ещё раз.
not-acknowledged-already = Это замечание уже принято; отменить можно по ссылке под ним.
acknowledge-title = Принять это замечание?
acknowledge-lead = Оно считается просмотренным и принятым для этого самого файла. Если файл изменится, о нём будет сказано снова.
acknowledge-file = Файл
acknowledge-cards = У карт
acknowledge-rule = Правило
acknowledge-why = Почему (не обязательно)
acknowledge-note = Хранится вместе с отметкой. Не пишите здесь номера карт.
acknowledge-confirm = Принять
cancel = Отмена
rules = Правила проверки
rules-note = Ошибка: покупатель видит не то или не видит ничего. Предупреждение: всё работает, но стоит взглянуть. Примечание: полезно знать.

# Contact sheet
sheet = Контактный лист
sheet-count = Файлов: { $shown } из { $all }
sheet-filter = Тип, система, банк, хост, правило, покупатель
sheet-empty = Здесь собираются файлы всех покупателей, которых вы открываете. Сначала найдите покупателя.
sheet-nothing-found = Нет файлов, подходящих под эти слова и этот выбор.
sheet-all = Все
sheet-with-findings = С замечаниями
sheet-warnings = Предупреждения и ошибки
sheet-errors = Ошибки
sheet-order = Порядок
order-severity = Важность
order-type = Тип
order-cards = Карты
order-bank = Банк
order-host = Хост
customers-count =
    { $count ->
        [one] { $count } покупатель
        [few] { $count } покупателя
       *[many] { $count } покупателей
    }
sheet-alike =
    { $count ->
        [one] Похож ещё { $count }
        [few] Похожи ещё { $count }
       *[many] Похожи ещё { $count }
    }
sheet-of-batch = Из списка
sheet-of-visited = Открытых покупателей
sheet-all-looks = Только похожие ×
sheet-addresses = Те же байты по нескольким адресам: { $count }

# Список, пока его дают
list-which-column = В каком столбце номера покупателей?
list-which-sheet = На каком листе номера покупателей?
list-which-note = Пока столбец не выбран, запросов не будет. Выбор запомнится для списков с такими же столбцами.
list-column = Столбец { $place }
list-column-named = Столбец { $place } «{ $name }»
list-sample = { $column }, например { $sample }
list-taken = Номера взяты из столбца { $place }.
list-taken-named = Номера взяты из столбца { $place } «{ $name }».
list-of-sheet = Лист «{ $sheet }».
list-is-hidden = { $name } (скрыто)
list-hidden-rows =
    { $count ->
        [one] В книге скрыта { $count } строка: фильтром или вручную.
        [few] В книге скрыты { $count } строки: фильтром или вручную.
       *[many] В книге скрыто { $count } строк: фильтром или вручную.
    }
list-column-is-hidden = Этот столбец в книге скрыт.
list-as-last-time = Как в прошлый раз.
list-unwrapped = Каждая строка стояла в одной ячейке и разделена.
list-other-column = Выбрать другой столбец
list-doubts =
    { $count ->
        [one] { $count } номер может быть не тем, который имелся в виду. Запроса о нём не будет.
        [few] { $count } номера могут быть не теми, которые имелись в виду. Запросов о них не будет.
       *[many] { $count } номеров могут быть не теми, которые имелись в виду. Запросов о них не будет.
    }
list-doubts-asked =
    { $count ->
        [one] { $count } сомнительный номер запрашивается как есть.
        [few] { $count } сомнительных номера запрашиваются как есть.
       *[many] { $count } сомнительных номеров запрашиваются как есть.
    }
list-as-they-stand = Запросить сомнительные номера как есть: { $count }
list-not-asked =
    { $count ->
        [one] { $count } строка без покупателя
        [few] { $count } строки без покупателя
       *[many] { $count } строк без покупателя
    }
list-header = название столбца
list-title = слова рядом с таблицей
list-total = итог
list-nobody = Номеров покупателей в нём нет.
list-lines = Что стало со строками
list-ready = Готов ещё один список. Когда эта проверка закончится, его покажет «Новый список».
list-pdf = «{ $name }» — это PDF, а не список покупателей
list-picture = «{ $name }» — это изображение, а не список покупателей
list-archive = «{ $name }» — это архив, а не список покупателей
list-document = «{ $name }» — это текстовый документ, а не список покупателей
list-markup = «{ $name }» — это разметка (HTML или XML), а не список покупателей
list-json = «{ $name }» — это JSON, а не список покупателей
list-contacts = «{ $name }» — контакты или календарь, а не список покупателей
list-letter = «{ $name }» — письмо, а не список покупателей
list-binary = «{ $name }» — это двоичный файл, а не список покупателей
list-workbook = Не удалось прочитать книгу «{ $name }»
workbook-long-part = часть архива длиннее, чем в нём указано
workbook-no-main-part = не указано, какая часть — книга
workbook-no-content = нет части content.xml
workbook-no-part = нет части { $name }
workbook-no-sheet = одного из листов нет
workbook-no-sheet-of = нет листа «{ $name }»
workbook-two-cells = в строке { $row }, столбце { $column } две ячейки
workbook-damaged = файл повреждён
list-formats = Форматы чисел и скрытые строки книги «{ $name }» прочитать нельзя
list-protected = Книга «{ $name }» защищена паролем
list-too-many-cells = Книга «{ $name }» слишком велика: читается не больше { $most } ячеек
list-no-column = В «{ $name }» больше нет столбца { $column }
list-no-sheet = В «{ $name }» больше нет листа «{ $sheet }»
list-read-again = Запросов не будет. Файл тем временем изменился: откройте его ещё раз.
list-save-as = Запросов не будет. В программе, где создан файл, сохраните таблицу как CSV (в Excel: «Сохранить как», тип «CSV UTF-8») и перетащите сюда этот файл.
list-pasted = вставленный текст
notice-not-taken = Перетащенные файлы не приняты. Войдите или закройте окно диалога и перетащите их ещё раз.

# Verifying a list
batch = Проверить список
batch-lead = Вставьте номера покупателей, по одному в строке, или столбец либо таблицу; или перетащите в окно книги Excel, файлы CSV или текстовые.
batch-numbers = Номера покупателей
batch-all-known = Все покупатели песочницы
batch-refused = Строка { $line }, «{ $value }»: { $why }
batch-start = Проверить покупателей: { $count }
batch-progress = Готово: { $done } из { $all }.
batch-failed-so-far =
    { $count ->
        [one] { $count } прочитать не удалось.
        [few] { $count } прочитать не удалось.
       *[many] { $count } прочитать не удалось.
    }
batch-left =
    { $minutes ->
        [0] Осталось меньше минуты.
        [one] Осталась примерно { $minutes } минута.
        [few] Осталось примерно { $minutes } минуты.
       *[many] Осталось примерно { $minutes } минут.
    }
batch-pause = Приостановить
batch-go-on = Продолжить
batch-stop = Остановить
batch-stopping = Останавливается: начатое будет доведено до конца.
batch-polite = Запрашивается не больше двух списков в секунду. Те, что прочитать не удалось, запрашиваются в конце ещё раз. Ничего не удаляется.
batch-not-begun = Проверить список не удалось
batch-resumed = Из проверки, начатой { $at } UTC: { $count }
batch-missing =
    { $count ->
        [one] { $count } не запрошен
        [few] { $count } не запрошены
       *[many] { $count } не запрошены
    }
batch-save-html = Сохранить отчёт
batch-save-csv = Сохранить как CSV
batch-new = Новый список
batch-unread = Не прочитан
batch-keep = Сохранить для сравнения
batch-sheet = Показать на контактном листе
batch-compare-with = Сравнить с
batch-compare-path = Путь к сохранённой проверке
batch-compare = Сравнить
batch-comparing = Идёт сравнение…
batch-will-compare = Будет сравниваться с { $path }
batch-kept-ones = Сохранённые проверки
batch-kept = { $at } UTC, покупателей: { $count }
compare-failed = Сравнить не удалось
batch-no-files = Не удалось подготовить соединение для файлов: { $why }
batch-broke-off = В программе произошёл сбой; попробуйте снова, а если повторится, отправьте разработчикам то, что выводит `carddesk diagnostics`.
batch-never-begun = Слишком много другой работы; попробуйте снова.
batch-no-threads = Система не дала потоков: { $reason }
batch-place = предприятие { $merchant } на { $server } ({ $environment })
state-in-use = Файл состояния { $path } занят другим запуском; дождитесь его конца или укажите другой файл состояния.
state-no-state-file = Файл { $path } — не файл состояния проверки; укажите имя нового файла.
state-of-other = Файл состояния { $path } — от другой проверки ({ $kept }), а эта — { $wanted }; укажите другой файл состояния.
state-unwritten = Файл состояния не удалось дописать до конца: { $why }
baseline-none = Это не проверка, сохранённая для сравнения; укажите файл, записанный с --save-baseline или кнопкой «Сохранить для сравнения».
baseline-other-form = Его формат — { $form }, а эта версия программы читает формат { $own }; сохраните новый.
baseline-damaged = Он обрезан или изменён в строке { $line }; сохраните новый.
baseline-of-other = Это чужая проверка ({ $kept }), а ваша — { $wanted }; укажите ту, что сохранена для неё.

# Large picture
viewer-next = Следующий файл
viewer-previous = Предыдущий файл
viewer-used-by = Используется:
viewer-more = и ещё { $count }
overlay-outline = Контур карты
overlay-digits = Последние цифры
overlay-alpha = Прозрачность
overlay-edges = Края
legend-outline = Картинка { $size } · пропорция { $ratio } (ID-1: { $ideal }), отклонение { $deviation } · радиус угла ID-1 здесь { $radius }
legend-digits = Наибольший контраст цифр с нижним краем: { $contrast } : 1
legend-measuring = Измеряется…
legend-clear = Прозрачно: { $share }
legend-partly = Частично: { $share }
legend-opaque = Непрозрачно: { $share }
legend-edge = Край как рисунок рядом: { $share }
legend-foreign = Край иной – рамка, подложка или кайма: { $share }
legend-corners = Углов с подложкой: { $count } из 4
viewer-sizes = Размеры в кошельке
viewer-facts = О файле
viewer-compare = Сравнить с…
copy-picture = Копировать картинку
compare-side-by-side = Рядом
compare-slider = Шторка
compare-swap = Поменять местами
compare-stop = Закончить сравнение
compare-divider = Граница между картинками
difference-measuring = Сравнивается…
difference-same-bytes = Байты совпадают
difference-same-pixels = Байты другие, пиксели те же
difference-pixels = Отличаются { $share } пикселей, заметно { $plain }; не более чем на { $most } из 255
difference-scaled = При равном размере отличаются { $share } пикселей, заметно { $plain }; не более чем на { $most } из 255
difference-shape = Другие пропорции: пиксели не сравнить
difference-bytes = Байты другие
choose-title = Сравнить с другим файлом
choose-back = Назад к картинке
choose-path = Файл на этом компьютере, например сохранённый из другой среды или в другой день
choose-path-hint = Путь; или перетащите файл в окно
choose-open = Сравнить с этим файлом
choose-filter = Файл покупателей этого сеанса: тип, покупатель, система, банк, цифры, адрес
choose-file = Сравнить с { $kind }, { $owners }
choose-nothing = Такого файла в этом сеансе нет.
size-icon = Значок в списке
size-list = Список
size-medium = Средний
size-full = Карта целиком
facts-none = О файле пока ничего не известно.
fact-pixels = Пиксели
fact-colour = Цвет
fact-pages = Страницы
fact-bytes = Размер
fact-content-type = Content-Type ответа
fact-elapsed = Загрузка
fact-milliseconds = { $took } мс
fact-redirects = Перенаправления
copy-sha = Копировать SHA-256
fact-bits = { $count ->
    [one] { $count } бит
    [few] { $count } бита
   *[many] { $count } бит
}
fact-alpha = с прозрачностью
fact-interlaced = чересстрочный или прогрессивный
fact-animated = анимация
colour-grey = Оттенки серого
colour-palette = Палитра
save-file = Сохранить файл
field-brand = Система
field-bank = Банк
field-number = Номер
field-expiry = Срок
field-active = Активна
field-cvc = Нужен CVC
field-token = Токен
field-unknown = Неизвестные поля
number-note = От номера карты хранятся только BIN и последние четыре цифры.
copy-last-four = Копировать последние цифры
copy-token = Копировать токен
copy-url = Копировать URL
copy-url-named = Копировать URL: { $file }
copy-raw = Копировать JSON
raw-note = Ответ шлюза; токен и номера карт сокращены
no-assets = Шлюз не прислал медиа для этой карты. У Белкарт и Мир их не бывает.
asset-open-named = Открыть { $kind } крупно: { $file }
asset-alt-text = Описание
asset-payment-type = Тип платежа
asset-declared = Заявлено
asset-measured = Измерено
asset-no-size = без размера
asset-no-variants = Файлов нет.
asset-ready = Загружено
asset-loading = Загрузка…
asset-takes-long = Ещё грузится – это долго
asset-failed = Ошибка
asset-not-a-picture = Это текст, а не картинка
asset-not-declared-type = Не заявленный тип
retry = Повторить

### Large picture

zoom-fit = Вписать
zoom-one = 1:1
zoom-in = Крупнее
zoom-out = Мельче
ground-checker = Шахматный фон
ground-light = Светлый
ground-dark = Тёмный

### Removing a card

remove-ask = Удалить карту…
remove-card-named = Удалить { $brand } ···· { $digits }
remove-title = Удалить { $brand } ···· { $digits }?
remove-warning = Это нельзя отменить. Магазины одной группы могут делить сохранённые карты: удаление может затронуть и их.
remove-type-customer = Шлюз не передал последние цифры этой карты. Для подтверждения введите номер покупателя: { $number }
remove-type-last-four = Для подтверждения введите последние цифры: { $digits }
remove-reason = Причина или номер обращения (необязательно)
remove-reason-is-password = Причина совпадает с паролем, с которым вы вошли, или содержит его; он остался бы на диске. Введите другую причину.
remove-operator-is-password = Ваше имя для журнала совпадает с паролем, с которым вы вошли, или содержит его. Измените имя в настройках.
remove-no-operator = Этим логином пользуются несколько человек: сначала введите своё имя для журнала в настройках.
remove-reason-note = Сохраняется в журнале. Не пишите здесь номера карт.
remove-confirm = Удалить карту
remove-keep = Оставить карту
remove-token-unusable = В токене этой карты есть символы, которые шлюз изменит, поэтому удалить её отсюда нельзя. Обратитесь в поддержку Assist.
removing-title = Удаление { $brand } ···· { $digits }
step-intent = Намерение записано в журнал
step-request = Запрос на удаление отправлен один раз
step-check = Список запрошен заново: он решает
removing-note = Окно можно скрыть: удаление продолжится, и итог будет показан.
removing-hide = Скрыть
check-again = Проверить снова

### Отзыв нескольких карт

revoke-button = Отозвать…
pick-count = Выбрано { $count } из { $all }
pick-all = Все карты
pick-expired = С истёкшим сроком ({ $count })
pick-none = Снять выбор
pick-leave = Отмена
pick-card = Выбрать { $brand } ···· { $digits }
revoke-ask =
    { $count ->
        [0] Отозвать…
        [one] Отозвать { $count } карту…
        [few] Отозвать { $count } карты…
       *[other] Отозвать { $count } карт…
    }
revoke-title =
    { $count ->
        [one] Отозвать { $count } карту покупателя { $number }?
        [few] Отозвать { $count } карты покупателя { $number }?
       *[other] Отозвать { $count } карт покупателя { $number }?
    }
revoke-warning = Это нельзя отменить. Каждая карта удаляется своим запросом, не больше двух сразу, и удаление доказывается списком. Магазины одной группы могут делить сохранённые карты: удаление может затронуть и их.
revoke-unsendable =
    { $count ->
        [one] В токене { $count } карты есть символы, которые шлюз изменит: удалить её отсюда нельзя.
       *[other] В токенах { $count } карт есть символы, которые шлюз изменит: удалить их отсюда нельзя.
    }
revoke-policy = После карты, которая не удалена:
revoke-policy-stop = Остановиться
revoke-policy-go-on = Продолжать
revoke-type-count = Для подтверждения введите число карт: { $count }
revoke-keep = Оставить карты
revoke-confirm =
    { $count ->
        [one] Отозвать { $count } карту
        [few] Отозвать { $count } карты
       *[other] Отозвать { $count } карт
    }
revoking-title = Отзыв карт покупателя { $number }
revoking-progress = Завершено { $done } из { $all }
revoking-stopping = Новые карты не начинаются; начатые дойдут до конца.
revoking-note = Окно можно скрыть: удаление продолжится, и результат будет показан.
revoking-stop = Не начинать новых
card-waiting = ожидает
card-checking = Проверяется…
card-not-begun = Не начата
copy-table = Копировать таблицу
copy-proof = Копировать подтверждение
copy-result = Копировать итог
show-in-journal = Показать в журнале
save-receipt = Сохранить квитанцию
left-banner = Отзыв карт покупателя { $number } прерван: удаление { $rest } из { $asked } карт не доказано
left-banner-meaning = Он начат { $at }. Само ничего не продолжается. Новый список покажет, какие из карт ещё на месте.
left-continue = Продолжить…
left-forget = Забыть
notice-show = Показать
notice-all-removed = Покупатель { $number }: удалены все карты.
notice-batch-ended = Список проверен. Покупателей: { $customers }, ошибок: { $errors }, не прочитано: { $failed }.
notice-batch-failed = Список не удалось проверить. Причина — на его странице.
notice-settled = { $card }, покупатель { $customer }: { $outcome }. Новый список завершил удаление, оставшееся без итога.
notice-revoked = Покупатель { $number }: выбранные карты удалены.
notice-not-revoked = Покупатель { $number }: удаление доказано не для всех карт.
notice-rest-not-proven = Покупатель { $number }: оставшихся карт в списке нет, но список не доказывает, что они удалены. Предложение остаётся: запросите снова.
notice-rest-gone = Покупатель { $number }: из оставшихся карт в списке больше нет ни одной.
err-plan-write = Не удалось записать список того, что будет удалено
key-pick = Выбрать карту
command-pick-all = Выбрать все карты
command-pick-expired = Выбрать карты с истёкшим сроком
command-revoke = Отозвать выбранные карты…

whole-all-removed = Удалены все: { $gone } из { $asked }, и список, полученный в конце, пуст.
whole-done = Готово: удаление { $gone } из { $asked } карт доказано.
whole-partly = Не все: удаление { $gone } из { $asked } карт доказано.
whole-unverified = Не проверено: удаление { $gone } из { $asked } карт доказано; об остальных известно не всё.
receipt-title = Удаление сохранённых карт: квитанция
receipt-left =
    { $count ->
        [0] Список, полученный в конце, пуст.
        [one] В списке, полученном в конце, { $count } карта.
        [few] В списке, полученном в конце, { $count } карты.
       *[other] В списке, полученном в конце, { $count } карт.
    }
receipt-list-failed = Список в конце получить не удалось; об итоге каждой карты судят по её собственному списку.
receipt-no-list = Список после удаления получить не удалось.
receipt-customer = Покупатель
receipt-merchant = Предприятие
receipt-server = Сервер
receipt-begun = Начато
receipt-ended = Закончено
receipt-operator = Оператор
receipt-user = Пользователь компьютера
receipt-reason = Причина или обращение
receipt-card = Карта
receipt-expires = Срок
receipt-outcome = Итог
receipt-proof = Чем подтверждено
receipt-removal = Удаление в журнале
receipt-by-own-list = списком, полученным после её удаления
receipt-by-last-list = списком, полученным в конце
receipt-not-proven = списка нет
receipt-journal = В журнале к этому времени строк: { $line }; SHA-256 последней:
receipt-chain-intact = Все строки такие, какими были записаны.
receipt-chain-accepted = Строка { $line } была изменена, и в журнале записано, кто взял это на себя; дальше все строки такие, какими были записаны.
receipt-journal-copied = Журнал: строк { $line }, SHA-256 последней { $digest }
receipt-chain-broken = Цепочка журнала нарушена или оборвана: смотрите журнал.
receipt-no-journal = Журнал прочитать не удалось.
receipt-note = На этой странице нет номеров карт и токенов.

outcome-removed = Удалена (проверено)
outcome-removed-meaning = В списке, полученном после удаления, карты больше нет. Доказательство — в журнале.
outcome-gone = Уже удалена
outcome-gone-meaning = Карты нет в списке, хотя этот запрос её не удалял: её удалили раньше.
outcome-still = Всё ещё на месте
outcome-still-meaning = Список, полученный после запроса, всё ещё содержит карту. Возможно, шлюзу нужно время: проверьте снова, прежде чем удалять ещё раз.
outcome-refused = Отказано
outcome-refused-meaning = Шлюз отказал, карта по-прежнему сохранена. Его слова и коды — ниже.
outcome-unverified = Не проверено
outcome-unverified-meaning = Неизвестно, удалена ли карта: списка, который это доказывает, после запроса получить не удалось. Само ничего повторно не отправляется. Проверьте снова или завершите позже в журнале.
outcome-not-sent = Ничего не отправлено
outcome-not-sent-meaning = Запрос не покинул этот компьютер; с картой ничего не произошло.
remark-other-token = В ответе шлюза назван другой токен, а не тот, что запрошен. Сообщите поддержке Assist.
remark-request = Запрос: { $what }
remark-check = Проверка: { $what }
remark-journal = Шаг после намерения не удалось записать в журнал.
head-unkept = Контрольная сумма журнала больше нигде не сохранена, и где журнал закончился, доказывает только эта квитанция: { $why }
head-not-logged = Системный журнал её не принял: { $reason }
removal-not-sent = Ничего не отправлено: { $why }
removal-stays-open = Удаление остаётся без итога: { $why }
removal-settled = У удаления уже есть итог.
removal-of-merchant = Удаление отправлено от предприятия { $merchant }.
removal-of-server = Удаление отправлено на { $server }.
removal-journal-broken = Ничего не отправлено: журнал изменён в строке { $line } ({ $why }), дальше он ничего не доказывает. Сохраните файл как есть и сообщите службе безопасности; кто берёт продолжение на себя, запускает `carddesk journal accept --line { $line }` и повторяет команду.
removal-behind-break = журнал изменён в строке { $line }, и то, что в нём стоит дальше, не принимается в расчёт; сообщите службе безопасности или возьмите это на себя: `carddesk journal accept --line { $line }`.
card-other-token = В ответе назван другой токен.
card-check-failed = Проверка не удалась: { $why }
card-broke-off = Работа прервалась.
card-stopped-by-hand = Не начато: остановлено вручную.
card-stopped = Не начато: остановлено после неожиданного ответа.
card-without-journal = Не начато: журнал не записывается.
card-settled-present = Решил список в конце: карта в нём есть.
card-settled-absent = Решил список в конце: карты в нём нет.

### Journal

journal = Журнал
back-to-cards = Назад к картам
journal-export = Экспорт CSV
journal-filter = Покупатель, цифры, причина…
journal-time = Время
journal-customer = Покупатель
journal-card = Карта
journal-outcome = Итог
journal-reason = Причина
journal-operator = Сотрудник
journal-os-user = Пользователь системы
journal-workstation = Компьютер
journal-token = Токен, SHA-256
journal-steps = Показать или скрыть шаги
journal-unresolved = Без итога
journal-resolve = Запросить список и завершить
journal-other-merchant = Чтобы завершить, войдите с тем же предприятием и сервером.
journal-nothing-found = Подходящих удалений нет.
journal-empty-title = Удалений пока нет
journal-empty-lead = Здесь записывается каждое удаление: кто, когда, какую карту и как это проверено.
chain-intact = Запись не нарушена
chain-torn = Строка { $line } оборвалась при записи
chain-broken = Журнал изменён в строке { $line }
chain-broken-meaning = Дальше он ничего не доказывает. Сохраните файл как есть и сообщите службе безопасности.
chain-line-changed = Строку изменили после записи.
chain-predecessor-changed = Строку перед ней изменили, добавили или удалили.
chain-lines-changed = Строки перед ней добавили или удалили.
chain-no-entry = Это не запись этого журнала.
chain-no-digest = У строки нет контрольной суммы, и это не остаток записи, прерванной сбоем.
chain-changed-since = Строки перед ней изменили после того, как их взяли на себя.
chain-accepted = Строка { $line } изменена; это взял на себя { $who }, { $time }
chain-broken-stops = Пока никто не возьмёт это на себя, ничего не удаляется.
chain-clock = В строке { $line } часы компьютера оказались переведены назад на { $by }; таких строк: { $count }
take-on-ask = Продолжить после строки { $line }…
take-on-title = Продолжить после строки { $line }?
take-on-lead = Начиная со строки { $line } журнал ничего не доказывает: его изменили в ней или раньше. Сначала сообщите службе безопасности и сохраните копию файла.
take-on-meaning = Строки останутся как есть. Новая запись от вашего имени назовёт нарушенную строку и то, что сейчас есть в файле. После этого удалять снова можно.
take-on-keep = Не продолжать
take-on-confirm = Продолжить после строки { $line }
accept-nothing = В журнале нет строки, которую нужно взять на себя.
accept-other-line = Ничего не записано: первая нарушенная строка теперь { $line }. Прочитайте журнал заново и сообщите службе безопасности.
entry-intent = Намерение
entry-acknowledged = Шлюз подтвердил
entry-unknown = Нет ясного ответа
entry-absent = Список проверен: карты нет
entry-present = Список проверен: карта есть
entry-check-failed = Список получить не удалось
unresolved-banner =
    { $count ->
        [one] { $count } удаление без итога
        [few] { $count } удаления без итога
       *[many] { $count } удалений без итога
    }
unresolved-banner-meaning = Программа завершилась или список не был получен до того, как стало известно, удалена ли карта. Это решит любой новый список карт этого покупателя.
unresolved-card = { $card }, покупатель { $customer }
unresolved-more = ещё { $count }
unresolved-elsewhere =
    { $count ->
        [one] { $count } удаление без итога на другом сервере или у другого предприятия
        [few] { $count } удаления без итога на другом сервере или у другого предприятия
       *[many] { $count } удалений без итога на другом сервере или у другого предприятия
    }
unresolved-elsewhere-meaning = Поиск здесь ничего не решит. Войдите с тем сервером и предприятием.
unresolved-card-elsewhere = { $card }, покупатель { $customer }, предприятие { $merchant } на { $server }
unresolved-look-up = Найти { $number }
unresolved-put-aside = Отложить до следующего запуска
unresolved-open = Открыть журнал

### Settings

settings-theme = Тема
theme-system = Как в системе
theme-light = Светлая
theme-dark = Тёмная
settings-language = Язык
settings-zoom = Масштаб
settings-renderer = Окно рисует
renderer-auto = Что быстрее
renderer-opengl = Видеокарта
renderer-cpu = Процессор
settings-renderer-note = Начиная со следующего запуска. Если окно остаётся пустым или мерцает, выберите процессор.
settings-lock-after = Блокировать через
settings-minutes = мин
settings-lock-after-note = Если не нажимать клавиши и не двигать указатель. Удаления и проверки при этом продолжаются.
settings-operator = Ваше имя для журнала
settings-operator-required = Этим логином пользуются несколько человек: без имени не удалять
settings-operator-note = Записывается у каждого удаления вместе с именем пользователя компьютера.
settings-heads = Папка для контрольных сумм журнала (необязательно)
settings-heads-note = После каждого итога туда добавляется строка: время, компьютер, номер и сумма последней строки журнала. Лучше всего папка, где никто не может менять и удалять файлы.
settings-keep-art = Хранить оформление карт на этом компьютере
settings-keep-art-note = В следующий раз картинки появятся сразу. Хранятся только адреса и файлы оформления, до 256 МиБ, и ничего о покупателях. При выключении всё удаляется.
settings-note = Сохраняются между запусками. Пароли и логины — никогда.
settings-keep-recent = Хранить номера последних открытых покупателей
settings-keep-recent-note = Не более 20 для каждого предприятия на каждом сервере; читать их можете только вы. Хранятся только номера. При выключении всё удаляется.
settings-forget-recent = Забыть сейчас
queue-earlier = Открыт ранее
key-look-up = Открыть покупателя
key-refresh = Запросить список заново
key-tab = Следующий элемент; стрелки – между картами
key-page = Прокрутить то, что читают: сведения, шаги, диалоги
key-large = Крупная картинка
key-remove = Удалить карту…
command-next = Следующий покупатель
command-previous = Предыдущий покупатель
command-verify-list = Проверить покупателей списка
palette = Все команды
palette-field = Команда или номер покупателя
palette-nothing = Такой команды нет.
palette-customer = Открыть покупателя { $number }
key-copy-digits = Копировать последние цифры
key-copy-token = Копировать токен
key-journal = Журнал
key-sheet = Контактный лист
key-next = В большой картинке: следующий и предыдущий файл
key-divider = В сравнении: сдвинуть границу
command-finding-next = Следующая ошибка или предупреждение по картам
command-finding-previous = Предыдущая ошибка или предупреждение по картам
key-finding = Сведения о карте; на замечании — его картинка или подробности
key-lock = Заблокировать
key-keys = Клавиши
key-close = Закрыть верхний слой
key-quit = Закрыть программу
key-zoom = Крупнее, мельче, как было

### Notices

notice-token-copied = Токен скопирован. Вставляйте его только туда, где он нужен. Через 20 секунд он исчезнет из буфера обмена.
notice-copied = Скопировано.
notice-picture-copied = Картинка скопирована.
notice-exported = Сохранено в { $path }
notice-export-failed = Файл не сохранён: { $reason }
read-not-found = Файла { $path } нет.
read-not-found-meaning = Ничего не прочитано. Проверьте путь или перетащите файл в окно.
read-folder = Путь { $path } ведёт к папке.
read-folder-meaning = Ничего не прочитано. Укажите файл.
read-no-file = Путь { $path } ведёт к устройству или каналу, а не к файлу.
read-denied = Нет прав на чтение { $path }.
read-denied-meaning = Ничего не прочитано. Попросите доступ у владельца файла или скопируйте файл в свою папку.
read-in-use = Файл { $path } открыт в другой программе.
read-in-use-meaning = Ничего не прочитано. Закройте его там и повторите попытку.
read-too-large = Файл { $path } слишком большой.
read-too-large-meaning = Ничего не прочитано: читаются файлы не больше { $most } МиБ.
read-failed = Файл { $path } не удалось прочитать.
read-failed-meaning = Закройте его в других программах, проверьте, подключён ли диск, и попробуйте снова.
acknowledged-broken = В файле { $path } нет принятых замечаний.
acknowledged-broken-advice = исправьте файл или уберите его
acknowledged-unwritable = Не удалось сохранить принятые замечания.
acknowledged-unchanged = Ничего не изменилось.
# Что и с каким файлом не удалось.
stored-failed =
    Не удалось { $attempt ->
        [read] прочитать
        [remove] убрать
       *[write] записать
    } { $kind ->
        [journal] журнал
        [settings] настройки
        [acknowledgements] принятые замечания
        [state] файл состояния
        [rest] список того, что нужно удалить,
       *[file] файл
    } { $path }: { $why }
stored-journal-in-use = Журнал { $path } занят другой программой; попробуйте, когда она закончит.
stored-journal-link = Журнал не ведётся по ссылке: { $path } — ссылка, и куда она ведёт, может решать кто-то другой; укажите саму папку.
stored-journal-exposed = Журнал не ведётся там, куда могут писать другие: они могли бы подменить файл. Отнимите у них это право командой `{ $command }` и повторите попытку. Папка: { $path }.
settings-not-understood = Настройки { $path } не удалось разобрать ({ $reason }).
settings-put-aside = Настройки { $path } не удалось разобрать; файл сохранён как { $aside } ({ $reason }).
folders-no-home = У этого пользователя нет домашней папки; укажите папку в --data-dir.
read-not-found-advice = проверьте путь
read-failed-advice = закройте его в других программах, проверьте, подключён ли диск, и повторите
read-folder-advice = укажите файл в ней
read-no-file-advice = укажите файл
read-denied-advice = попросите доступ у владельца или скопируйте файл в свою папку
read-in-use-advice = закройте его там и повторите попытку
read-too-large-advice = читаются файлы не больше { $most } МиБ
acknowledged-unread = Принятые замечания не прочитаны: { $why }
notice-settings-not-saved = Настройки не сохранились и действуют до закрытия окна. { $reason }
stored-full = На диске нет места; освободите его и попробуйте снова.
stored-read-only = Диск доступен только для чтения; попросите разрешить запись или выберите другую папку.
stored-denied = Вам нельзя туда писать; попросите изменить права на папку или выберите другую.
stored-unreadable = Вам нельзя это читать; попросите изменить права на файл или выберите другую папку.
stored-locked = Файл занят другим окном или другой программой; попробуйте, когда они закончат, или закройте их.
stored-not-a-file = Это имя носит папка, устройство или канал; уберите их или выберите другое имя.
stored-no-folder = Папки нет; создайте её или выберите другую.
stored-bad-name = Диск не принимает такое имя; выберите короче и проще.
stored-too-large = Файл больше любого, который пишет эта программа; уберите его.
notice-removal-running = Идёт удаление. Окно можно закрыть, когда станет известен итог.
notice-removal-left = Удаление ещё идёт. Его исход будет в журнале.
notice-password-in-list = В списке среди номеров покупателей стоит пароль, с которым вы вошли. Ничего не запрошено; уберите его из списка.
notice-too-many-wrong = Сеанс завершён: десять раз подряд введён неверный пароль. Этим ничего не удалено; войдите снова.
notice-taken-on = Журнал продолжается после строки { $line }.
notice-batch-left = Проверка списка остановлена: { $done } из { $all }. В течение суток тот же список продолжится с этого места.
notice-ends-after-removal = Система завершает программу. Сначала будет закончено начатое удаление; ничего нового не начинается.
notice-job-lost = Фоновая работа закончилась без ответа. Обновите и попробуйте снова.

### Errors of a call

err-refused = Шлюз отказал
err-refused-meaning = Это его слова. Если речь о логине или правах, проверьте номер предприятия, логин и пароль; иначе сообщите коды поддержке Assist.
fault-codes = Коды { $codes }
err-name = Имя сервера неизвестно
err-name-meaning = Ничего не отправлено. Проверьте написание имени сервера и подключение к сети.
err-connect = Сервер недоступен
err-connect-meaning = Ничего не отправлено. Проверьте подключение к сети и повторите.
err-tls = Договориться с сервером о шифровании не удалось
err-tls-meaning = Ничего не отправлено. Сертификат сервера не принят; в сети компании попросите установить её корневой сертификат.
err-tls-expired = Срок действия сертификата сервера истёк
err-tls-not-yet = Сертификат сервера ещё не действует
err-tls-name = Сертификат сервера выдан на другое имя
err-tls-issuer = Издателю сертификата сервера этот компьютер не доверяет
err-tls-revoked = Сертификат сервера отозван
err-tls-purpose = Сертификат сервера предназначен не для сервера
err-tls-client = Сервер требует сертификат этого компьютера, а программа не может его предъявить
err-tls-faulty = Сертификат сервера повреждён или составлен неверно
err-tls-common = У сервера и программы нет общей версии TLS или общего шифра
err-tls-none = То, что ответило, не поддерживает TLS
err-tls-clock-meaning = Ничего не отправлено. Проверьте дату на этом компьютере; если она верна, сообщите владельцу сервера.
err-tls-server-meaning = Ничего не отправлено. Сообщите владельцу сервера; в подробностях — что обнаружено.
err-proxy = Прокси { $proxy } не пропустил запрос
err-proxy-name = Имя прокси { $proxy } неизвестно
err-proxy-connect = Прокси { $proxy } недоступен
err-proxy-timed-out = Прокси { $proxy } не установил соединение вовремя
err-proxy-credentials = Прокси { $proxy } требует имя пользователя и пароль (407)
err-proxy-forbidden = Прокси { $proxy } не разрешает соединения с этим сервером ({ $status })
err-proxy-unknown = Прокси { $proxy } не знает имени сервера ({ $status })
err-proxy-unreached = Прокси { $proxy } не смог соединиться с сервером ({ $status })
err-proxy-server-timed-out = Прокси { $proxy } не дождался ответа сервера (504)
err-proxy-no-tunnel = То, что отвечает вместо прокси { $proxy }, не устанавливает соединений для https ({ $status })
err-proxy-no-proxy = То, что отвечает вместо прокси { $proxy }, — не HTTP-прокси
err-proxy-hung-up = Прокси { $proxy } закрыл соединение без ответа
err-proxy-no-tls = Прокси { $proxy } не отвечает по TLS, хотя задан с https://; обычно прокси задают с http://
err-proxy-tls = Сертификату прокси { $proxy } нельзя доверять
err-proxy-setting = Настройку прокси { $variable } не удаётся прочитать
err-proxy-setting-meaning = В обход заданного прокси ничего не отправляется. Исправьте настройку и запустите программу заново.
proxy-blank = В ней пробел, перевод строки или невидимый знак.
proxy-quotes = Она записана в кавычках.
proxy-scheme = В ней прокси вида { $scheme }; поддерживаются http и https.
proxy-no-host = В ней нет имени сервера.
proxy-no-user = В ней есть пароль, но нет имени пользователя: напишите имя перед двоеточием или уберите и то и другое.
proxy-brackets = В ней адрес IPv6 без квадратных скобок: напишите его так: http://[::1]:3128.
proxy-port = Порт в ней — не число от 1 до 65535.
proxy-more = В ней не только сервер: есть путь или что-то ещё.
proxy-several = В ней несколько прокси или отдельный прокси для каждого вида адресов, как записывают Windows и браузеры; поддерживается один, например http://proxy.local:3128.
proxy-direct = В ней сказано, что прокси нет. Чтобы обращаться напрямую, оставьте её пустой или удалите.
proxy-exception = Её запись { $entry } непонятна. Поддерживаются имя, адрес или сеть, с портом или без него.
proxy-exception-address = В ней целый адрес, а нужно имя сервера. Запишите только { $server }.
proxy-exception-secret = В ней целый адрес, а нужно имя сервера. Уберите имя пользователя, пароль и http://.
proxy-unescaped = В имени пользователя или пароле есть один из знаков / \ ? #. Запишите вместо него %2F, %5C, %3F или %23.
proxy-malformed = Это не адрес.
err-proxy-meaning = Ничего не отправлено. Проверьте настройки прокси в системе.
err-setup = Не удалось подготовить соединение
err-roots = Нет сертификатов, по которым проверяются серверы
err-roots-setting = Ничего не отправлено. По настройке { $setting } ничего пригодного не нашлось: исправьте её или удалите, чтобы действовали сертификаты системы, и запустите программу заново.
err-roots-meaning = Ничего не отправлено. Установите сертификаты системы (Debian: ca-certificates) и запустите программу заново.
err-setup-meaning = Ничего не отправлено. Причина — в подробностях.
err-timed-out = Шлюз не ответил вовремя
err-cut-off = Связь оборвалась до ответа
err-connect-refused = Сервер отказал в соединении
err-connect-timed-out = Сервер не установил соединение вовремя
err-bad-packing = Ответ пришёл сжатым, и распаковать его не удалось
err-broke-off = Ответ оборвался, не дойдя до конца
err-not-http = От сервера пришёл не HTTP
err-garbled-meaning = Запрос мог дойти, но ответ на него не читается. Повторите; если не проходит, отправьте подробности тем, кто ведёт сервер или сеть.
err-interrupted-meaning = Запрос мог дойти. Поиск можно просто повторить.
err-status = Сервер ответил кодом HTTP { $status }
err-status-denied-meaning = Это не ответ самого шлюза. Проверьте имя сервера, номер предприятия и логин и узнайте у поддержки Assist, разрешены ли запросы с вашего сетевого адреса.
err-status-missing-meaning = Это не ответ самого шлюза: его веб-сервисов по этому адресу нет. Проверьте имя сервера.
err-status-busy-meaning = Шлюз перегружен или на обслуживании. Подождите несколько минут и повторите; если не проходит, сообщите поддержке Assist.
err-redirected = Сервер ответил кодом HTTP { $status }: это перенаправление на { $host }, программа ему не следует
err-redirected-meaning = Туда ушёл бы и пароль. Проверьте имя сервера; если то имя дал Assist, войдите с ним.
err-status-meaning = Это не ответ самого шлюза. Повторите; если не проходит, передайте подробности поддержке Assist.
err-not-understood = Ответ не понят
err-not-understood-meaning = Это не значит, что карт нет. Проверьте имя сервера; если оно верно, отправьте то, что пришло, поддержке Assist.
misread-empty = тело ответа пусто
misread-no-json = строка { $line }, столбец { $column }: это не JSON
misread-no-list = не список и не объект
misread-other-object = объект, но не отказ и не карта
misread-card = карта { $place }: { $why }
misread-card-no-object = не объект
misread-card-no-token = нет токена
misread-card-assets = `assets` — не список
misread-card-asset-data = `assetData` — не список
misread-no-message = нет сообщения
misread-encoding = ответ закодирован как { $encoding }, о чём не просили
misread-reading-failed = чтение оборвалось
err-no-proof = Список не доказывает, что карты, которой в нём нет, больше не существует
err-no-proof-meaning = Он пришёл в таком виде, что мог оказаться неполным: у покупателя могут быть карты, которых в нём нет; в подробностях — что не так. Запросите снова; если не поможет, отправьте подробности поддержке Assist.
err-too-large = Ответ больше { $mib } МиБ
err-too-large-meaning = Он не прочитан до конца. Проверьте имя сервера.
err-journal-write = Журнал не записывается
err-journal-write-meaning = Ничего не отправлено: без записи удаления нет. Освободите место на диске или проверьте права на папку.
err-journal-read = Журнал не читается
err-journal-locked = Журнал занят другой программой
err-journal-unsafe = Журнал лежит в ненадёжном месте
err-journal-meaning = Карты смотреть можно; для удаления нужен журнал.
err-resolve-meaning = Удаление остаётся без итога; ничего не изменено.
err-not-reached = Соединиться с сервером не удалось: { $why }
err-no-answer = Ответ не пришёл: { $why }
err-no-proof-advice = У покупателя могут быть и другие карты: запросите снова, а если не поможет, сообщите поддержке Assist.
fault-no-words = без объяснений
fault-recommends = рекомендация: { $words }
fault-in-codes = коды { $codes }

### Errors of an asset

load-refused = Адрес этого файла не разрешён
load-refused-meaning = Файлы загружаются только по https с публичных узлов.
load-refused-malformed = Это не URL.
load-refused-scheme = Он начинается не с https://.
load-refused-user = В нём есть имя пользователя.
load-refused-port = В нём указан порт, а не 443.
load-refused-private = Он ведёт на частный или локальный адрес.
load-no-connection = Хранилище медиа недоступно
load-proxy-meaning = Саму карту это не затрагивает. Проверьте настройки прокси на этом компьютере.
load-encoding = Файл пришёл сжатым как { $encoding }, о чём не просили
load-timed-out = Файл не пришёл вовремя
load-cut-off = Загрузка оборвалась
load-network-meaning = Саму карту это не затрагивает. Повторите; если не проходит, сообщите владельцу хранилища.
load-forbidden = Хранилище не отдаёт файл (403)
load-not-found = Файла не существует (404)
load-status = Код HTTP { $status } от хранилища
load-redirected = Отсылка на другой узел, { $host }
load-too-many-redirects = Больше трёх отсылок с адреса на адрес
load-too-large = Файл больше { $mib } МиБ
load-empty = Файл пуст
load-store-meaning = Покупатель тоже не видит здесь картинки. Сообщите владельцу хранилища.
load-not-declared = Заявлен { $declared }, а пришёл { $found }
load-too-many-pixels = { $width }×{ $height } пикселей – больше, чем рисуется
load-undecodable = Файл повреждён и не рисуется
load-panicked = Файл приводит к сбою декодера
load-limits = Файл требует слишком много памяти или времени
load-drawer = Процесс рисования не справился
load-encrypted = Файл защищён паролем
load-unsupported = Файлы такого вида не рисуются
load-file-meaning = Саму карту это не затрагивает. Файл следует заменить.
load-unreadable = Файл не читается
load-unreadable-meaning = Проверьте путь и права на чтение файла.

### Карты с истёкшим сроком у покупателей списка

command-expired = Отозвать карты с истёкшим сроком у покупателей списка…
expired-button = Истёкшие карты…
expired-title = Карты с истёкшим сроком у покупателей списка
expired-finding = Запрошено покупателей: { $done } из { $all }. Ничего не удаляется.
expired-none = Ни у одного из них нет карт с истёкшим сроком.
expired-found = Карт с истёкшим сроком: { $cards }. Покупателей с такими картами: { $customers }. Пока ничего не удалено.
expired-gone = Удаление доказано для { $done } карт с истёкшим сроком из { $all }.
expired-failed =
    { $count ->
        [one] { $count } покупателя прочитать не удалось, он пропущен: { $numbers }
        [few] { $count } покупателей прочитать не удалось, они пропущены: { $numbers }
       *[other] { $count } покупателей прочитать не удалось, они пропущены: { $numbers }
    }
expired-again = Запросить их снова
expired-receipts = Сохранить квитанции
queue-customer = Покупатель

### Командная строка

argument-password-empty = Его нет: строка пуста или отсутствует.
argument-password-unread = Пароль не удалось прочитать: { $reason }
argument-no-password = Не указано, откуда взять пароль: задайте --password-stdin или --password-command либо запустите в терминале, где он будет запрошен.
argument-customer-is-password = Номер покупателя совпадает с паролем или содержит его; ничего не отправлено. Задайте номер покупателя.
argument-operator-is-password = Имя оператора совпадает с паролем или содержит его; ничего не отправлено. Задайте имя: оно попадёт в журнал.
argument-reason-is-password = Причина совпадает с паролем или содержит его; ничего не отправлено. Задайте причину: она попадёт в журнал.
argument-last-four = --last4 — это четыре цифры, последние в номере карты.
argument-no-expected-cards = Ничего не отправлено: с --all и --yes нужен --expect-cards N, число карт, которые имеются в виду; какие они, покажет --dry-run.
argument-other-number = Ничего не отправлено: ожидалось карт: { $expected }, а в списке их { $count }; посмотрите на него с --dry-run.
argument-not-live = Ничего не отправлено: { $server } — это PRODUCTION, там удаляется карта настоящего покупателя; если это и требуется, задайте --live.
argument-no-operator = Ничего не отправлено: по настройкам этим логином пользуются несколько человек; задайте --operator ИМЯ, оно попадёт в журнал.
password-command-quotes = --password-command пуст, или в нём не закрыта кавычка; задайте программу и её аргументы.
password-command-not-started = Программа из --password-command не запустилась или её вывод не прочитан: { $reason }
password-command-failed = Программа из --password-command завершилась с ошибкой: { $reason }
password-command-nothing = Программа из --password-command не вывела пароль: первая строка пуста.
password-command-timed-out = Программа из --password-command за 60 секунд не вывела пароль.
argument-password-encoding = Пароль на стандартном вводе — не в UTF-8 и не в UTF-16 с меткой порядка байтов; сохраните его в UTF-8.
argument-no-such-card = Карт у покупателя: { $cards }; «{ $wanted }» среди них нет.
argument-size = «{ $size }» — не размер; укажите его в виде 1280x800, от 320x240 до 8192x8192.
argument-data-folder =
    Папка данных { $folder } — это { $kind ->
        [file] файл
       *[device] устройство или канал
    }; укажите папку в --data-dir.
argument-data-folder-below =
    Папку данных { $folder } не создать: { $taken } — это { $kind ->
        [file] файл
       *[device] устройство или канал
    }; укажите папку в --data-dir.
argument-own-file = Запросов не было: { $flag } занял бы место файла { $path }, который программа хранит для себя; укажите файл с другим именем.
argument-same-file = { $first } и { $second } называют один и тот же файл { $path }: один занял бы место другого; укажите каждому свой файл.
argument-both-printed = { $first } и { $second } не могут вместе идти на стандартный вывод; укажите одному из них файл.
argument-needs-file = Для { $flag } нужен файл; `-`, стандартный вывод, не годится.
cli-journal-unkept = Ничего не отправлено: журнал вести негде: { $why }
cli-ask-password = Пароль:
cli-token-readable = Значение --token видно другим пользователям этого компьютера в списке процессов; --last4 и --token-stdin указывают карту без этого.
cli-no-such-digits = Ни одна карта покупателя не оканчивается на { $digits }; ничего не отправлено.
cli-several-digits = На { $digits } оканчиваются несколько карт покупателя: { $list }. Ничего не отправлено; укажите нужную через --token-stdin, её токен выводит `carddesk list --json`.
cli-not-confirmed = Ничего не удалено: подтверждения не было; ответьте `yes` или укажите в скриптах --yes.
cli-not-settled = За две минуты загрузилось не всё.
cli-customers-unread = Номера покупателей не прочитаны: { $why }
cli-no-customers = Нет номеров покупателей для проверки; укажите их в --customer или --customers.
cli-not-a-list = Запросов не было: { $why }
cli-doubtful = Запросов не было: { $list }; исправьте файл или укажите --yes-as-is, чтобы запросить эти номера как есть.
cli-all-refused = Проверять некого: { $list }
cli-baseline-unread = Файл для сравнения не прочитан: { $why }
cli-baseline-unfit = С файлом { $path } сравнить нельзя: { $why }
cli-output = Результат не удалось записать: { $reason }
cli-outcome-but = Итог — «{ $outcome }», но { $why }
cli-settled-but = Итоги записаны в журнал, но { $why }
sandbox-no-port = Для песочницы нет свободного порта: { $reason }
sandbox-port-taken = Песочница не может занять порт { $port } ({ $reason }); укажите другой в --port или ни одного, тогда подойдёт любой свободный.
sandbox-not-started = Песочница не запускается: { $reason }
sandbox-unwritten = Список покупателей не удалось вывести: { $reason }
window-no-display = Окно не открыть: не заданы ни DISPLAY, ни WAYLAND_DISPLAY. Запустите carddesk в сеансе рабочего стола или под Xvfb (Debian: xvfb) либо вызовите `carddesk snapshot`, которому дисплей не нужен.
window-none = Окно не открыть ({ $reason }): { $advice }
window-advice-x11 = проверьте, доступен ли дисплей и установлены ли библиотеки X (Debian: libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0)
window-advice-desktop = войдите в сеанс рабочего стола и запустите carddesk там
window-no-opengl = Окно не открыть через OpenGL ({ $reason }): уберите `--renderer opengl`, и окно нарисует процессор, или установите OpenGL (Debian: libgl1 libgl1-mesa-dri).
window-lost = Окно больше не рисуется ({ $reason }): запустите carddesk заново; удаление, которое шло, есть в журнале.
crashed = В программе произошёл сбой ({ $at }). Журнал цел: удаление, которое шло, в нём есть, о нём скажет следующий запуск.
crashed-log = Протокол — { $path }; `carddesk diagnostics` выводит то, что можно отправить разработчикам.
crashed-place-unknown = место неизвестно

# Что говорится по ходу работы
cli-repeated =
    { $count ->
        [one] { $count } номер уже был указан и запрашивается один раз.
        [few] { $count } номера уже были указаны и запрашиваются один раз.
       *[other] { $count } номеров уже были указаны и запрашиваются один раз.
    }
cli-ending-card = Начатое удаление доводится до конца.
cli-ending-cards = Начатые удаления доводятся до конца, новые не начинаются.
cli-ending-resolve = Работа закончится после списка, который сейчас запрашивается.
cli-open-unknown = Есть ли прежние удаления без итога, неизвестно: { $why }
cli-chain-broken = Журнал изменён в строке { $line }: { $why }; дальше он ничего не доказывает: сохраните файл как есть и сообщите службе безопасности.
cli-journal-entries = Записей: { $entries }, строк: { $lines }
cli-journal-times = С { $first } по { $last }
cli-journal-head = SHA-256 последней строки: { $digest }
cli-journal-head-last = Указанная сумма — последняя строка.
cli-journal-head-inner = Указанная сумма — строка { $line }; строк после неё: { $count }
cli-journal-head-missing = Строки с указанной суммой в этом журнале нет: конец журнала отрезали или его написали заново; сохраните файл как есть и сообщите службе безопасности.
cli-journal-accepted = Журнал продолжается после строки { $line }; кто взял это на себя, записано в строке { $by }.
cli-journal-older = Более ранние записи сюда не вошли: { $count }; уточните --since, --until или --customer.
cli-journal-absent = Журнала { $path } нет: отсюда ещё ничего не удаляли, или его убрали.
cli-journal-none = Подходящих удалений нет.
cli-cut-short = Отзыв карт покупателя { $customer }, начатый { $begun }, прерван: не доказано удаление карт — { $rest } из { $asked }.
cli-open-removals =
    { $count ->
        [one] { $count } прежнее удаление у этого покупателя не имеет в журнале итога или не доказано списком; оно могло состояться или ещё идёт: { $names }; завершите его командой `carddesk resolve`.
        [few] { $count } прежних удаления у этого покупателя не имеют в журнале итога или не доказаны списком; они могли состояться или ещё идут: { $names }; завершите их командой `carddesk resolve`.
       *[other] { $count } прежних удалений у этого покупателя не имеют в журнале итога или не доказаны списком; они могли состояться или ещё идут: { $names }; завершите их командой `carddesk resolve`.
    }
cli-begun = { $card } (начато { $begun })
cli-progress-card = карта { $done } из { $all }: { $outcome }
cli-progress-list = запрашивается список в конце
cli-progress-batch = покупателей: { $done } из { $all }, не прочитано: { $failed }
cli-progress-left = осталось около { $time }
cli-seconds = { $time } с
cli-minutes = { $time } мин
cli-hours = { $hours } ч { $minutes } мин
cli-remove-ask = Удалить { $what } у покупателя { $customer }, предприятие { $merchant }, на { $server } ({ $environment })? Отменить это нельзя; удаление может коснуться и других магазинов группы.
cli-remove-type-count = Введите число карт, { $count }:
cli-remove-type-yes = Введите yes:
cli-cards-above =
    { $count ->
        [one] { $count } карту выше
        [few] { $count } карты выше
       *[other] { $count } карт выше
    }

# Что выводится
cli-list =
    { $count ->
        [one] Покупатель { $customer }: { $count } сохранённая карта
        [few] Покупатель { $customer }: { $count } сохранённые карты
       *[other] Покупатель { $customer }: { $count } сохранённых карт
    }
cli-removed = Удалена (проверено): карты в списке больше нет.
cli-gone = Уже удалена: карты в списке нет.
cli-still = Всё ещё на месте: карта есть в списке.
cli-refused = Шлюз отказал.
cli-unverified = Не проверено: списка, который это доказывает, после запроса получить не удалось.
cli-nothing-sent = Ничего не отправлено.
cli-summary-all-removed = Удалены все
cli-summary-done = Удалено
cli-summary-partly = Удалены не все
cli-summary-nothing = Удалять нечего
cli-all-removed = Удалены все: { $gone } из { $asked }, список в конце пуст.
cli-done = Готово: удалено карт — { $gone } из { $asked }.
cli-partly = Не все: удалено карт — { $gone } из { $asked }.
cli-partly-unverified = Не проверено: удаление доказано для { $gone } из { $asked }.
cli-left =
    { $count ->
        [one] В списке в конце { $count } карта.
        [few] В списке в конце { $count } карты.
       *[other] В списке в конце { $count } карт.
    }
cli-nothing-to-remove =
    { $count ->
        [one] Удалять нечего: в списке покупателя { $count } карта.
        [few] Удалять нечего: в списке покупателя { $count } карты.
       *[other] Удалять нечего: в списке покупателя { $count } карт.
    }
cli-dry-run =
    { $count ->
        [one] Была бы удалена { $count } карта; ничего не отправлено.
        [few] Были бы удалены { $count } карты; ничего не отправлено.
       *[other] Было бы удалено { $count } карт; ничего не отправлено.
    }
cli-not-listed = Токена нет в списке покупателя; ничего не отправлено.
cli-not-proven = { $why }; ничего не отправлено
cli-last-list-failed = Список в конце получить не удалось: { $why }
cli-unkept = Это не удалось записать в журнал, и удаление остаётся в нём без итога ({ $why }); сделайте журнал доступным для записи и выполните `carddesk resolve`.
cli-none-open = Для этого сервера и предприятия удалений без итога нет.
cli-resolved = { $begun }  покупатель { $customer }  { $card }: { $outcome }
cli-there-refused = отказано; карта на месте
cli-there-not-sent = ничего не отправлено; карта на месте
cli-stays-open = остаётся без итога
cli-log = Протокол: { $path }
cli-diagnostics = В строках ниже нет ни покупателей, ни карт, ни паролей: их можно отправить разработчикам.

# Файл с номерами покупателей
cli-column = номера из столбца { $place }
cli-column-named = номера из столбца { $place } «{ $name }»
cli-column-of-sheet = { $column } листа «{ $sheet }»
cli-column-hidden = { $column }, скрытого в книге
cli-column-unwrapped = { $column } (каждая строка была в одной ячейке и разделена)
cli-row-aside =
    строка { $line } «{ $value }» ({ $kind ->
        [header] заголовок
        [title] надпись
        [total] итог
        [comment] комментарий
        [separator] разделитель
       *[other] { $kind }
    })
cli-list-empty = файл { $name } пуст: в нём нужны номера покупателей, по одному в строке, или таблица со столбцом номеров
cli-list-nobody = в файле { $name } нет ни одного номера покупателя: { $lines }
cli-rows-aside = не запрашивались: { $rows }
cli-row-why = строка { $line } «{ $value }»: { $why }
cli-rows-refused =
    { $count ->
        [one] { $count } строка отклонена: { $rows }
        [few] { $count } строки отклонены: { $rows }
       *[other] { $count } строк отклонено: { $rows }
    }
cli-rows-doubtful =
    { $count ->
        [one] { $count } номер сомнителен: { $rows }
        [few] { $count } номера сомнительны: { $rows }
       *[other] { $count } номеров сомнительны: { $rows }
    }
cli-as-they-stand = { $list }; они запрашиваются как есть
cli-rows-more = { $rows } (и ещё { $count })
cli-which-sheet = в файле несколько листов, и неясно, на каком из них столбец с номерами покупателей; назовите лист: --sheet ИМЯ|N: { $names }
cli-which-column = неясно, в каком столбце номера покупателей; назовите его: --column ИМЯ|N: { $names }
cli-numbered = { $place } «{ $name }»
cli-sample = { $column } (например, «{ $sample }»)
cli-sample-hidden = { $column } (например, «{ $sample }», скрыт)
cli-column-unnamed = --column не называет столбца; укажите имя или место, считая от 1
cli-sheet-unnamed = --sheet не называет листа; укажите имя или место, считая от 1
cli-no-column = столбца «{ $name }» нет
cli-no-sheet = листа «{ $name }» нет
cli-columns-none = столбцов в файле нет
cli-columns-one = единственный столбец — { $names }
cli-columns-many = столбцы — { $names }
cli-sheets-one = единственный лист — { $names }
cli-sheets-many = листы — { $names }
cli-no-sheets = --sheet называет лист книги, а этот файл — текст; уберите этот флаг
cli-save-as = сохраните лист как CSV (в табличном редакторе: «Сохранить как», тип CSV UTF-8) и укажите этот файл
cli-save-as-xlsx = сохраните её как .xlsx или { $other }
