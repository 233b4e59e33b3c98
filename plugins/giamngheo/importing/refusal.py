"""Why a file is not taken in: one Vietnamese sentence and the way to mend it."""


class RefusedError(Exception):
    """The file cannot be imported; `what` and `mend` are one clause each, without the final stop."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend
