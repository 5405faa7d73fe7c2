"""The real bot process over HTTP, against a Telegram emulator that somebody else wrote."""
