"""One module a page: parse, call a stage, render."""
