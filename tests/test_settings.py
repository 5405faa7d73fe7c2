"""Settings: defaults, the environment over `.env`, and one line for what cannot be used."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings, variables


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_everything_works_without_being_set() -> None:
    settings = load_settings()
    assert settings.bot_token is None
    assert settings.database == "coopbot.db"
    assert settings.telegram_api == "https://api.telegram.org"
    assert settings.ingest_minutes == 60
    assert settings.admin_ids == settings.allowed_ids == ()
    assert settings.log_level == "INFO"
    assert settings.time_zone == "Asia/Almaty"


@pytest.mark.parametrize(
    ("name", "written", "field", "value"),
    [
        ("COOPBOT_DATABASE", "news/база.db", "database", "news/база.db"),
        ("TELEGRAM_API", "http://127.0.0.1:9000/", "telegram_api", "http://127.0.0.1:9000"),
        ("WEBHOOK_URL", "https://bot.example.kz/telegram/", "webhook_url", "https://bot.example.kz/telegram"),
        ("WEBHOOK_URL", "", "webhook_url", None),
        ("WEBHOOK_PORT", "8443", "webhook_port", 8443),
        ("INGEST_MINUTES", "15", "ingest_minutes", 15),
        ("ADMIN_IDS", "42, 7", "admin_ids", (42, 7)),
        ("ALLOWED_IDS", "42 -1007", "allowed_ids", (42, -1007)),
        ("ALLOWED_IDS", "", "allowed_ids", ()),
        ("LOG_LEVEL", "debug", "log_level", "DEBUG"),
        ("TIME_ZONE", "Europe/Moscow", "time_zone", "Europe/Moscow"),
        ("BOT_TOKEN", "", "bot_token", None),
    ],
)
@pytest.mark.parametrize("place", ["environment", "file"])
def test_reads_the_environment_and_the_file(
    place: str, name: str, written: str, field: str, value: object, monkeypatch: pytest.MonkeyPatch, empty_folder: Path
) -> None:
    if place == "environment":
        monkeypatch.setenv(name, written)
    else:
        (empty_folder / ".env").write_text(f"{name}={written}\n", encoding="utf-8")
    assert getattr(load_settings(), field) == value


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch, empty_folder: Path) -> None:
    (empty_folder / ".env").write_text("LOG_LEVEL=ERROR\nINGEST_MINUTES=5\n", encoding="utf-8")
    monkeypatch.setenv("LOG_LEVEL", "WARNING")
    settings = load_settings()
    assert (settings.log_level, settings.ingest_minutes) == ("WARNING", 5)


def test_the_token_is_kept_and_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123456789:secret-part")
    settings = load_settings()
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == "123456789:secret-part"
    assert "secret-part" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("BOT_TOKEN", "secret-without-number"),
        ("BOT_TOKEN", "123456789:secret part"),
        ("TELEGRAM_API", "api.telegram.org"),
        ("TELEGRAM_API", "ftp://127.0.0.1"),
        ("WEBHOOK_URL", "bot.example.kz"),
        ("WEBHOOK_PORT", "0"),
        ("WEBHOOK_SECRET", "secret with blanks"),
        ("WEBHOOK_SECRET", "secret" * 50),
        ("INGEST_MINUTES", "0"),
        ("INGEST_MINUTES", "hourly"),
        ("ADMIN_IDS", "@somebody"),
        ("ALLOWED_IDS", "1,two"),
        ("LOG_LEVEL", "LOUD"),
        ("TIME_ZONE", "Asia/Nowhere"),
        ("TIME_ZONE", "/etc/passwd"),
        ("TIME_ZONE", "Asia"),
    ],
)
def test_a_wrong_value_gets_one_line_with_the_name_and_the_cure(
    name: str, written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, written)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    line = str(caught.value)
    assert line.startswith(f"{name} ")
    assert str(variables()[name].description) in line
    assert "\n" not in line
    assert "secret" not in line


def test_all_wrong_values_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    monkeypatch.setenv("INGEST_MINUTES", "-1")
    with pytest.raises(SettingsError, match=r"INGEST_MINUTES .*; LOG_LEVEL "):
        load_settings()


def test_a_file_that_is_no_text_gets_one_line(empty_folder: Path) -> None:
    (empty_folder / ".env").write_bytes("TIME_ZONE=Алматы".encode("cp1251"))
    with pytest.raises(SettingsError, match=r"^\.env is not a UTF-8 text: .*$"):
        load_settings()


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings().log_level = "DEBUG"  # type: ignore[misc]
