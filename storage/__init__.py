"""Keeps articles and facts in SQLite, finds them by a query and ranks them. All SQL of the project is in here."""

from storage.articles import SHOWN_FROM, Saved
from storage.aside import Aside
from storage.chats import ChatSettings
from storage.conversations import Reply
from storage.errors import StoreError
from storage.sources import Source
from storage.store import Store
from storage.visits import Changes

__all__ = ["SHOWN_FROM", "Aside", "Changes", "ChatSettings", "Reply", "Saved", "Source", "Store", "StoreError"]
