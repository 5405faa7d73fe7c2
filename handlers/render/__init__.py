"""From facts to a message: pure functions, no clock, no store. Facts go in as values, Telegram's HTML comes out."""
