"""Accounts of a shared instance: signing up, sessions, taking one's things along, leaving."""
