"""Settings: the only reader of the environment and of `.env` in the working folder.

`.env.example` and the table in the README say the same as the fields below; tests hold them to it.
"""

import re
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)
SECRET = re.compile(r"[\w-]{1,256}", re.ASCII)
TELEGRAM = "https://api.telegram.org"
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
Ids = Annotated[tuple[int, ...], NoDecode]
Names = Annotated[tuple[str, ...], NoDecode]


class SettingsError(Exception):
    """A setting cannot be used. The text is one line that names the variable and the cure."""


class Settings(BaseSettings):
    """What can be set from outside; every field works without being set."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8-sig", env_ignore_empty=True, extra="ignore", frozen=True
    )

    bot_token: SecretStr | None = Field(
        None, description="Token from @BotFather, like 123456789:AAF...; only `coopbot run` needs one"
    )
    database: str = Field(
        "coopbot.db", validation_alias="COOPBOT_DATABASE", description="Path of the SQLite file; made when missing"
    )
    telegram_api: str = Field(TELEGRAM, description="Address of the Bot API server, for one of your own or a test")
    webhook_url: str | None = Field(
        None,
        description="Public address that Telegram calls, like https://bot.example.kz/telegram; empty: polling",
    )
    webhook_host: str = Field(
        "127.0.0.1", description="Address to listen at for the webhook; 0.0.0.0 for all, behind a proxy that ends TLS"
    )
    webhook_port: int = Field(8080, ge=1, le=65_535, description="Port to listen at for the webhook, 1 to 65535")
    webhook_secret: SecretStr | None = Field(
        None, description="Secret of the webhook, 1 to 256 of A-Z a-z 0-9 _ -; empty: a new one at each start"
    )
    ingest_minutes: int = Field(
        60, ge=1, le=10_080, description="Minutes between two rounds over the sources, 1 to 10080"
    )
    fetch_allow: Names = Field(
        (),
        description="Hosts and networks that may be fetched though they are private, like wiki.intranet, 10.1.0.0/16",
    )
    fetch_proxy: str | None = Field(
        None, description="HTTP proxy for fetching, like http://proxy:3128; it has to refuse private addresses itself"
    )
    sends_a_second: int = Field(
        30,
        ge=1,
        le=1000,
        description="Most messages of news a second in all, 1 to 1000; Telegram allows 30",
    )
    sends_to_group_a_minute: int = Field(
        20, ge=1, le=1000, description="Most messages of news a minute to one group, 1 to 1000; Telegram allows 20"
    )
    admin_ids: Ids = Field((), description="Telegram ids of administrators, separated by commas")
    allowed_ids: Ids = Field(
        (), description="Telegram ids that may use the bot, separated by commas; empty: open to everyone"
    )
    log_level: LogLevel = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    time_zone: str = Field("Asia/Almaty", description="Time zone of schedules and of shown times, like Asia/Almaty")

    @field_validator("bot_token")
    @classmethod
    def check_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token and not TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("no token of a bot")
        return token

    @field_validator("webhook_secret")
    @classmethod
    def check_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and not SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("no secret that Telegram takes")
        return secret

    @field_validator("telegram_api", "webhook_url")
    @classmethod
    def check_address(cls, address: str | None) -> str | None:
        if address is None:
            return None
        if not re.fullmatch(r"https?://[^\s/]+(?:/\S*)?", address):
            raise ValueError("no http or https address")
        return address.rstrip("/")

    @field_validator("fetch_proxy")
    @classmethod
    def check_proxy(cls, address: str | None) -> str | None:
        if address and not re.fullmatch(r"http://[^\s/]+/?", address):
            raise ValueError("no http address")
        return address

    @field_validator("admin_ids", "allowed_ids", "fetch_allow", mode="before")
    @classmethod
    def split_ids(cls, written: object) -> object:
        return written.replace(",", " ").split() if isinstance(written, str) else written

    @field_validator("log_level", mode="before")
    @classmethod
    def capitalise(cls, written: object) -> object:
        return written.upper() if isinstance(written, str) else written

    @field_validator("time_zone")
    @classmethod
    def check_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (OSError, KeyError) as error:  # a folder, a forbidden path or no such zone
            raise ValueError("no known time zone") from error
        return name


def load_settings() -> Settings:
    """Read the environment and `.env`; the environment wins. Raises SettingsError."""
    try:
        return Settings()
    except ValidationError as error:
        names = dict.fromkeys(str(problem["loc"][0]).upper() for problem in error.errors())
        raise SettingsError("; ".join(complaint(name) for name in names)) from error
    except UnicodeDecodeError as error:
        raise SettingsError(".env is not a UTF-8 text: save it as UTF-8") from error
    except OSError as error:
        raise SettingsError(f".env cannot be read ({error.strerror}): give read permission or remove it") from error


def complaint(name: str) -> str:
    """The line for a variable with a wrong value; the value itself may be a secret and is not shown."""
    return f"{name} cannot be used; expected: {variables()[name].description}"


def variables() -> dict[str, FieldInfo]:
    """Each variable of the environment with its field, in the order of the class."""
    return {str(field.validation_alias or name).upper(): field for name, field in Settings.model_fields.items()}


def default_text(field: FieldInfo) -> str:
    """The default as one writes it in `.env`; empty where there is none."""
    return str(field.default) if field.default else ""


def example() -> str:
    """The text of `.env.example`."""
    head = "# Copy to .env and set what you need. Everything has a default.\n"
    return head + "".join(
        f"\n# {field.description}\n# {name}={default_text(field)}\n" for name, field in variables().items()
    )
