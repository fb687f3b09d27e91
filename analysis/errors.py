"""The one error that a user may cause."""


class InputError(Exception):
    """Something a person gave (a file, a study, a codebook) is wrong: one line with file, place and remedy."""
