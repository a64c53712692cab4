"""Free text → level, signs, limits and topic, by rules that can be read.

The rules are the tables beside these modules; `judge.py` lists the steps in order.
"""
