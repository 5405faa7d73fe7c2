"""Stretches of time as ISO intervals: words | what they may mean | the days of the calendar they cover."""
