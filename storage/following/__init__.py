"""Following: who wants to hear of what, which new facts that is, and the messages that wait to be sent."""
