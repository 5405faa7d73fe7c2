"""Numbers, money, dates and names as a reader of each language writes them; plain text, not yet escaped."""
