"""Questionnaires: one file each, who may show them, when they are due, and what a change says."""
