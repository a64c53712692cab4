"""Handouts that a person brings: read, corrected, kept as a routine of their own."""
