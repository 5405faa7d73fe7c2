"""Names of places, parties, organisations and sectors, found in text and shown in the reader's language."""
