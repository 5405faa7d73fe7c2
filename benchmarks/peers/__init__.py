"""Other ways to search the same records, each run by itself in an environment of its own."""
