"""Meetings and what only looks like one, beside the rules that read them."""

from extract.examples import Example


def _who(*people: tuple[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "role": role} for name, role in people]


_TOKAYEV = ("Касым-Жомарт Токаев", "президент Казахстана")
_MINNIKHANOV = ("Рустам Минниханов", "раис Татарстана")
_MIRZIYOYEV = ("Шавкат Мирзиёев", "президент Узбекистана")

EXAMPLES: tuple[Example, ...] = (
    Example(
        "Раис Татарстана Рустам Минниханов встретился в Астане с президентом Казахстана Касым-Жомартом Токаевым.",
        ({"people": _who(_MINNIKHANOV, _TOKAYEV), "place": "Астана"},),
    ),
    Example(
        "Президент Казахстана Касым-Жомарт Токаев сегодня принял президента Узбекистана Шавката Мирзиёева. "
        "Обсуждены вопросы промышленной кооперации и сельского хозяйства.",
        (
            {
                "people": _who(_TOKAYEV, _MIRZIYOYEV),
                "date": "2024-05-20",
                "topics": ["промышленная кооперация", "сельское хозяйство"],
            },
        ),
    ),
    Example(
        "Раиса Татарстана Рустама Минниханова принял президент Казахстана Касым-Жомарт Токаев.",
        ({"people": _who(_MINNIKHANOV, _TOKAYEV)},),
    ),
    Example(
        "Дороги станут короче, заявил раис Татарстана Рустам Минниханов на встрече с президентом Узбекистана "
        "Шавкатом Мирзиёевым.",
        ({"people": _who(_MINNIKHANOV, _MIRZIYOYEV)},),
    ),
    Example(
        "Президент Узбекистана Шавкат Мирзиёев прилетел в Казань. Раис Татарстана Рустам Минниханов провел с ним "
        "переговоры.",
        ({"people": _who(_MIRZIYOYEV, _MINNIKHANOV), "place": "Казань"},),
    ),
    Example(
        "Президент Казахстана Касым-Жомарт Токаев провел переговоры с президентом Узбекистана Шавкатом Мирзиёевым. "
        "Ранее раис Татарстана Рустам Минниханов встретился с президентом Узбекистана Шавкатом Мирзиёевым.",
        ({"people": _who(_TOKAYEV, _MIRZIYOYEV)}, {"people": _who(_MINNIKHANOV, _MIRZIYOYEV)}),
    ),
    Example(
        "Заседание совета прошло в Казани под руководством раиса Татарстана Рустама Минниханова и президента "
        "Узбекистана Шавката Мирзиёева.",
        ({"people": _who(_MINNIKHANOV, _MIRZIYOYEV), "place": "Казань"},),
    ),
    Example(
        "President of Kazakhstan Kassym-Jomart Tokayev held talks with President of Uzbekistan Shavkat Mirziyoyev "
        "in Samarkand on May 17.",
        ({"people": _who(_TOKAYEV, _MIRZIYOYEV), "place": "Самарканд", "date": "2024-05-17"},),
        language="en",
    ),
    Example(
        "Kazakh Foreign Minister Murat Nurtleu received the Tajik delegation led by Trade Minister of Tajikistan "
        "Bobodzodi Gulomjo.",
        (
            {
                "people": _who(
                    ("Мурат Нуртлеу", "министр иностранных дел Казахстана"),
                    ("Бободзоди Гуломджо", "министр торговли Таджикистана"),
                )
            },
        ),
        language="en",
    ),
    Example(
        "Қазақстан Президенті Қасым-Жомарт Тоқаев Өзбекстан Президенті Шавкат Мирзиёевпен Астанада кездесті.",
        ({"people": _who(_TOKAYEV, _MIRZIYOYEV), "place": "Астана"},),
        language="kk",
    ),
)
NOT_EXAMPLES: tuple[Example, ...] = (
    Example("Раис Татарстана Рустам Минниханов завтра встретится с президентом Казахстана Касым-Жомартом Токаевым."),
    Example("Встреча раиса Татарстана Рустама Минниханова с президентом Казахстана Касым-Жомартом Токаевым отменена."),
    Example("Торговля растет благодаря воле президентов Касым-Жомарта Токаева и Шавката Мирзиёева."),
    Example("Президент Казахстана Касым-Жомарт Токаев встретился с жителями Рудного."),
    Example("Президент Казахстана Касым-Жомарт Токаев выразил соболезнования президенту Турции Реджепу Эрдогану."),
    Example("Шавкат Мирзиёев и Касым-Жомарт Токаев перерезали ленточку на открытии завода."),
    Example("«Барыс» встретился с «Ак Барсом» на льду Казани.", published=None),
    Example("President Kassym-Jomart Tokayev will meet with President Shavkat Mirziyoyev in June.", language="en"),
    Example("Президент Қасым-Жомарт Тоқаев Қостанай тұрғындарымен кездесті.", language="kk"),
)
