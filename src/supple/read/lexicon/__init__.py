"""What the reader knows of each language: words, numbers, names of movements."""

from supple.read.lexicon.load import LANGUAGES, Lexicon, Movement, lexicon, movements

__all__ = ["LANGUAGES", "Lexicon", "Movement", "lexicon", "movements"]
