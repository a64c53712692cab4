"""Supple helps you follow an exercise routine that you or your clinician chose."""

__version__ = "0.1.0"
