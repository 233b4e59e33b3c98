"""Names of a package whose modules are loaded when they are first asked for, not with the package.

Loading modules is a third of what a build after one edit costs, and most of them have nothing to do in it: what is
kept was read, drawn, printed by an earlier build. So a package names in one table what waits (PEP 562). Who uses that
writes `legal.parse_outline(…)`: a `from … import` asks at once.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from sys import modules


def load_late(package: str, places: Mapping[str, str]) -> Callable[[str], object]:
    """Return the `__getattr__` of `package`; `places` tells for each name the module below it that holds it.

    Raises AttributeError for any other name, as a package does.

    >>> from giamngheo import legal
    >>> legal.find_citations("Nghị định số 07/2021/NĐ-CP")[0].number
    '07/2021/NĐ-CP'
    """

    def load(name: str) -> object:
        if name not in places:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        value = getattr(import_module(f"{package}.{places[name]}"), name)
        setattr(modules[package], name, value)  # from now on it is a name like others
        return value

    return load
