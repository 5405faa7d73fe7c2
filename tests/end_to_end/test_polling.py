"""A first conversation: greeting, a question, a button, and a question that the bot has nothing for."""

from tests.end_to_end.telegram import Chat


def test_a_person_asks_reads_the_evidence_and_asks_for_what_is_not_there(chat: Chat) -> None:
    chat.says("/start")
    chat.reads("Coopbot")

    chat.says("проекты в Костанае")
    answer = chat.reads("Костанай")
    headline = answer.text.splitlines()[0]
    assert headline == "<b>Костанай: 2 проекта</b>"
    assert "12,4\u00a0млрд" in answer.text
    assert "https://news.example/kostanay-two-plants" in answer.text

    label, _ = answer.buttons[0]
    chat.presses(answer, label)
    evidence = chat.reads("<blockquote expandable>")
    assert "стеновых панелей" in evidence.text or "сельскохозяйственных прицепов" in evidence.text

    chat.says("погода в Астане")
    chat.reads("Погоды в базе нет")
