"""Tests; folders and names mirror the packages."""
