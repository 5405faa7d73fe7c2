"""Agreements and what only looks like one, beside the rules that read them."""

from extract.examples import Example

EXAMPLES: tuple[Example, ...] = (
    Example(
        "Между Казахстаном и Китаем подписан меморандум о сотрудничестве в энергетике.",
        ({"name": "меморандум о сотрудничестве", "parties": ["Казахстан", "Китай"], "signed": True},),
    ),
    Example(
        "Казахстан подписал с Узбекистаном соглашение о свободной торговле 14 мая 2024 года.",
        (
            {
                "name": "соглашение о свободной торговле",
                "form": "agreement",
                "parties": ["Казахстан", "Узбекистан"],
                "date": "2024-05-14",
            },
        ),
    ),
    Example(
        "По итогам визита Казахстан и Китай подписали 30 документов на сумму 5 млрд долларов.",
        ({"name": "30 документов", "parties": ["Казахстан", "Китай"], "amount": 5_000_000_000, "currency": "USD"},),
    ),
    Example(
        "Компании подписали меморандум о поставке тракторов. Документ подписали генеральный директор КАМАЗа Сергей "
        "Когогин и президент Allur Андрей Лаврентьев.",
        ({"name": "меморандум о поставке тракторов", "parties": ["КАМАЗ", "Allur"]},),
    ),
    Example(
        "Казахстан и Сербия намерены подписать соглашение о свободной торговле.",
        ({"parties": ["Казахстан", "Сербия"], "signed": False},),
    ),
    Example(
        "Соглашение между Казахстаном и Монголией ратифицировано.",
        ({"parties": ["Казахстан", "Монголия"], "signed": True},),
    ),
    Example(
        "Узбекистан и Таджикистан подписали новые соглашения. Их общая сумма — 1 млрд долларов.",
        ({"parties": ["Узбекистан", "Таджикистан"], "amount": 1_000_000_000},),
    ),
    Example(
        "Kazakhstan and China signed 30 agreements worth $5 billion.",
        ({"name": "30 соглашений", "parties": ["Казахстан", "Китай"], "amount": 5_000_000_000},),
        language="en",
    ),
    Example(
        "A memorandum was signed between Azerbaijan’s SOCAR and the Kazakh Ministry of Mining Industry and Geology "
        "during a forum in Turkey’s capital.",
        ({"parties": ["SOCAR", "Министерство горнодобывающей промышленности и геологии Казахстана"]},),
        language="en",
    ),
    Example(
        "Kazakhstan’s KTZ and Nord Energy Solutions signed a contract.",
        ({"form": "contract", "parties": ["КТЖ", "Nord Energy Solutions"]},),
        language="en",
    ),
    Example(
        "Қазақстан мен Өзбекстан арасында ынтымақтастық туралы меморандумға қол қойылды.",
        ({"name": "меморандум о сотрудничестве", "parties": ["Казахстан", "Узбекистан"], "signed": True},),
        language="kk",
    ),
)
NOT_EXAMPLES: tuple[Example, ...] = (
    Example("Казахстан и Сербия так и не подписали соглашение о свободной торговле."),
    Example("Действует соглашение о свободной торговле между Казахстаном и Сербией."),
    Example("Нападающий подписал контракт с клубом из Казахстана."),
    Example("Касым-Жомарт Токаев подписал указ и утвердил документ о наградах Казахстана."),
    Example("За последнее время заключено несколько договоров, говорят в Казахстане и Китае."),
    Example("Подписан меморандум."),
    Example("Kazakhstan refused to sign the agreement with Serbia.", language="en"),
)
