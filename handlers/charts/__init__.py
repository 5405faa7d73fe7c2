"""Charts: what they show, worded for the reader, and how they are drawn and sent."""
