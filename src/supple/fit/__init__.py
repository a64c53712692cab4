"""Routine + what a person can do → Plan, with a reason and a source for every change."""
