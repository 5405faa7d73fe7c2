"""The terms of the voice guide are those of the locale files.

Kazakh flows stand behind a pair and are possessed by it: "Қазақстан – Түркия экспорты".
"""

import pytest

from extract.model import LANGUAGES
from handlers.locales import say

TERMS = {
    "flow.turnover": ("товарооборот", "тауар айналымы", "trade turnover"),
    "flow.export": ("экспорт", "экспорты", "exports"),
    "flow.import": ("импорт", "импорты", "imports"),
    "stage.planned": ("планируется", "жоспарланған", "planned"),
    "stage.agreed": ("согласован", "келісілді", "agreed"),
    "stage.under_construction": ("строится", "салынып жатыр", "under construction"),
    "stage.launched": ("запущен", "іске қосылды", "launched"),
    "stage.operating": ("действует", "жұмыс істеп тұр", "operating"),
    "stage.suspended": ("приостановлен", "уақытша тоқтатылды", "suspended"),
    "stage.cancelled": ("отменен", "бас тартылды", "cancelled"),
    "status.actual": ("фактически", "нақты", "actual"),
    "status.target": ("цель", "мақсат", "target"),
    "status.forecast": ("прогноз", "болжам", "forecast"),
    "slot.cost": ("стоимость", "құны", "cost"),
    "slot.capacity": ("мощность", "қуаты", "capacity"),
    "slot.jobs": ("рабочие места", "жұмыс орындары", "jobs"),
    "slot.end": ("срок ввода", "іске қосу мерзімі", "commissioning"),
    "source.no_date": ("без даты", "күні жоқ", "no date"),
    "answer.not_stated": ("не указано", "көрсетілмеген", "not stated"),
    "button.article": ("Статья", "Мақала", "Article"),
    "button.copy": ("Копировать", "Көшіру", "Copy"),
    "button.by_year": ("По годам", "Жылдар бойынша", "By year"),
    "button.list": ("Список", "Тізім", "List"),
    "button.help": ("Помощь", "Көмек", "Help"),
    "command.start": ("начать", "бастау", "start"),
    "command.help": ("как спросить", "қалай сұрау керек", "how to ask"),
    "command.trade": ("товарооборот пары", "екі тараптың саудасы", "trade of a pair"),
    "command.project": ("паспорт проекта", "жоба паспорты", "project passport"),
    "command.person": ("встречи, должности", "кездесулер, лауазымдар", "meetings, positions"),
    "command.brief": ("справка к встрече", "кездесуге анықтама", "meeting brief"),
    "command.changes": ("что изменилось", "не өзгерді", "what changed"),
    "command.language": ("язык", "тіл", "language"),
    "command.forget": ("удалить мои данные", "деректерімді өшіру", "erase my data"),
}


@pytest.mark.parametrize("key", TERMS)
def test_a_term_is_the_one_of_the_guide(key: str) -> None:
    assert tuple(say(language, key) for language in LANGUAGES) == TERMS[key]
