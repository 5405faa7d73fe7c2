"""Polite and guarded HTTP: who may be asked, how often, how much is taken, and what came.

Web.get = guard | robots | wait for the host | request | redirects by hand | body
"""

from bot.fetch.addresses import ForbiddenAddress, Guard
from bot.fetch.answer import Fetched, FetchError
from bot.fetch.body import LARGEST_BODY
from bot.fetch.web import REDIRECTS, USER_AGENT, Web

__all__ = ["LARGEST_BODY", "REDIRECTS", "USER_AGENT", "FetchError", "Fetched", "ForbiddenAddress", "Guard", "Web"]
