"""One base error; each child carries a sentence for the user and what to do about it."""

from __future__ import annotations


class FactcheckError(Exception):
    """An expected failure: `message` names the thing, `hint` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UnreadableInput(FactcheckError):
    """A file, text or address that no reader can turn into an article or a table of claims."""


class RefusedAddress(FactcheckError):
    """A URL that is not fetched because its address is not public."""


class FetchFailed(FactcheckError):
    """A URL that should be readable but did not answer with a usable document."""


class AmbiguousMapping(FactcheckError):
    """A claim file whose columns or date order a person has to settle."""


class ModelUnavailable(FactcheckError):
    """Model weights that are missing, changed or not loadable."""


class DatabaseError(FactcheckError):
    """A database that cannot be opened, written or is of another version."""


class NotFound(FactcheckError):
    """Something named by the user that the project does not hold."""


class InvalidValue(FactcheckError):
    """A value outside the known choices; the hint lists them."""


class AlreadyRunning(FactcheckError):
    """An analysis of the same project that somebody else started."""


class StaleView(FactcheckError):
    """Somebody else saved in between; nothing was overwritten and nothing was stored."""
