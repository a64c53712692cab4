"""What leaves the program: the printed handout, the calendar, the archive."""
