"""Sharing a diary with a therapist: what the person chooses, for as long as they choose."""
