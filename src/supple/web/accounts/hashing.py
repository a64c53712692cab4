"""How passwords are kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id at the first setting of the OWASP Password Storage Cheat Sheet.

    Django's own takes 100 MiB for each log-in: many at once would fill a small
    server's memory.
    """

    time_cost = 2
    memory_cost = 19 * 1024  # KiB
    parallelism = 1
