"""Plan → Script: the timed steps, counts and spoken lines of one session."""
