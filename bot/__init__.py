"""Time and network: settings, schedule, fetching, delivery, wiring and the command line."""
