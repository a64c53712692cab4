"""Exercise → figure: glTF for the screen, SVG for paper, words for whoever cannot see it."""
