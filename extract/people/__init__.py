"""People: their names in the nominative, the posts they hold, and who of a text holds which."""
