"""What the trade rules read, and what they leave."""

from typing import Any

from extract.examples import Example

KAZAKH_UZBEK = ["Казахстан", "Узбекистан"]


def trade(parties: list[str], **slots: Any) -> dict[str, Any]:
    """Return a record of the contract's shape with the slots that matter."""
    return {"kind": "trade", "parties": parties, **slots}


EXAMPLES: tuple[Example, ...] = (
    Example(
        "Товарооборот Казахстана и Узбекистана за 2023 год составил 4,4 млрд долларов.",
        (trade(KAZAKH_UZBEK, flow="turnover", amount=4_400_000_000, currency="USD", period="2023", status="actual"),),
    ),
    Example(
        "За январь–октябрь 2023 года торговля Казахстана с Узбекистаном выросла на 12,5% и достигла $3,6 млрд.",
        (trade(KAZAKH_UZBEK, amount=3_600_000_000, growth_pct=12.5, period="2023-01/2023-10"),),
    ),
    Example(
        "В 2022 году товарооборот Беларуси и Грузии сократился на 7%, до 120 млн долларов.",
        (trade(["Беларусь", "Грузия"], amount=120_000_000, growth_pct=-7, period="2022"),),
    ),
    Example(
        "Более 700 млн долларов составил товарооборот Татарстана и Казахстана.",
        (trade(["Татарстан", "Казахстан"], amount=700_000_000, qualifier="over", period=None),),
    ),
    Example(
        "Товарооборот Казахстана с Китаем в 2023 году составил 30 млрд долларов, с Россией – 26 млрд долларов.",
        (
            trade(["Казахстан", "Китай"], amount=30_000_000_000, period="2023"),
            trade(["Казахстан", "Россия"], amount=26_000_000_000, period="2023"),
        ),
    ),
    Example(
        "За 2021 год товарооборот Казахстана и Татарстана был $423 млн, а за четыре месяца 2022 года – $143 млн.",
        (
            trade(["Казахстан", "Татарстан"], amount=423_000_000, period="2021"),
            trade(["Казахстан", "Татарстан"], amount=143_000_000, period="2022-01/2022-04"),
        ),
    ),
    Example(
        "В 2023 году товарооборот Казахстана и Италии достиг $16 млрд. Экспорт – $14 млрд, импорт – $2 млрд.",
        (
            trade(["Казахстан", "Италия"], flow="turnover", amount=16_000_000_000, period="2023"),
            trade(["Казахстан", "Италия"], flow="export", amount=14_000_000_000, period="2023"),
            trade(["Казахстан", "Италия"], flow="import", amount=2_000_000_000, period="2023"),
        ),
    ),
    Example(
        "Товарооборот Азербайджана и Грузии за 2021 год увеличился на 90 млн долларов и составил 700 млн долларов.",
        (trade(["Азербайджан", "Грузия"], amount=700_000_000, growth_pct=None, period="2021"),),
    ),
    Example(
        "Президент Казахстана принял посла Монголии. Двусторонний товарооборот в прошлом году превысил $150 млн.",
        (trade(["Казахстан", "Монголия"], amount=150_000_000, qualifier="over", period="2023"),),
    ),
    Example(
        "Казахстан и Кыргызстан намерены к 2030 году довести товарооборот до 3 млрд долларов.",
        (trade(["Казахстан", "Кыргызстан"], amount=3_000_000_000, period="2030", status="target"),),
    ),
    Example(
        "Товарооборот России и Казахстана по итогам 2024 года может достигнуть 28 млрд долларов.",
        (trade(["Россия", "Казахстан"], amount=28_000_000_000, period="2024", status="forecast"),),
    ),
    Example(
        "Казахстан ждет гостей. В 2022 году экспорт Казахстана в Таджикистан удвоился.",
        (trade(["Казахстан", "Таджикистан"], flow="export", amount=None, growth_pct=100, period="2022"),),
    ),
    Example(
        "Trade between Kazakhstan and Turkey jumped 33% in 2021 to $4.1 billion. Exports were up 39% at $3 billion.",
        (
            trade(["Казахстан", "Турция"], amount=4_100_000_000, growth_pct=33, period="2021"),
            trade(["Казахстан", "Турция"], flow="export", amount=3_000_000_000, growth_pct=39, period="2021"),
        ),
    ),
    Example(
        "Belarus and Kazakhstan met in Gomel. Between 2005 and 2010 our trade grew from $215 million to $870 million.",
        (
            trade(["Беларусь", "Казахстан"], amount=215_000_000, period="2005"),
            trade(["Беларусь", "Казахстан"], amount=870_000_000, period="2010"),
        ),
    ),
    Example(
        "Kazakhstan and China aim to bring bilateral trade to $100 billion.",
        (trade(["Казахстан", "Китай"], amount=100_000_000_000, status="target", period=None),),
    ),
    Example(
        "Қазақстан мен Түркия арасындағы тауар айналымы 2023 жылы 5,5%-ға өсіп, 6 млрд долларға жетті.",
        (trade(["Казахстан", "Турция"], amount=6_000_000_000, growth_pct=5.5, period="2023", status="actual"),),
    ),
    Example(
        "Қазақстан мен Әзербайжан өзара сауданы 1 млрд долларға жеткізуді жоспарлап отыр.",
        (trade(["Казахстан", "Азербайджан"], amount=1_000_000_000, status="target"),),
    ),
)
NOT_EXAMPLES: tuple[str, ...] = (
    "Казахстан входит в тройку крупнейших торговых партнеров Узбекистана.",
    "На Узбекистан приходится 57% торговли Казахстана в регионе.",
    "Внешнеторговый оборот Казахстана в 2023 году составил 140 млрд долларов.",
    "Экспорт казахстанской пшеницы в Узбекистан составил 600 млн долларов.",
    "Казахстан и Китай: с 2005 года в экономику республики вложено 25 млрд долларов инвестиций.",
    "Министр торговли и интеграции Казахстана обсудил с послом Китая контракты на 2 млрд долларов.",
    "Trade between the CIS countries reached $164 billion in 2017.",
    "Uzbekistan’s trade turnover amounted to $81 billion in 2025.",
    "Қазақстан Өзбекстанның басты сауда серіктестерінің бірі, 69 жобаның құны – 3 млрд доллар.",
)
