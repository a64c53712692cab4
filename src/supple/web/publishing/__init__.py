"""Routines that a therapist publishes: their pages, their versions, the desk."""
