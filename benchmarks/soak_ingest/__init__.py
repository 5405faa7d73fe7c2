"""Ingestion under stress: hostile bytes, kills at random moments, questions meanwhile."""
