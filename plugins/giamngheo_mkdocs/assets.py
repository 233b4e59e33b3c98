"""Style sheet and scripts of the theme, each at an address that changes with its content."""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import Path

from giamngheo.rendering.motifs import border_styles

THEME = Path(__file__).parent / "theme"
_COMMENT = re.compile(r"/\*.*?\*/\n*", re.DOTALL)


def assets() -> dict[str, str]:
    """Text of style sheet and scripts by their address on the site."""
    return {_hashed(name, text): text for name, text in _texts().items()}


def address_of_asset(name: str) -> str:
    """Address of "portal.css" or of a script "search.js"."""
    return _hashed(name, _texts()[name])


def addresses_of_scripts() -> dict[str, str]:
    """Address of each script by its name without ending, as `Page.scripts` names it."""
    return {name.removesuffix(".js"): _hashed(name, text) for name, text in _texts().items() if name.endswith(".js")}


def _texts() -> dict[str, str]:
    """Texts by file name; the borders of the topics, which the core draws, come first in the style sheet."""
    scripts = {path.name: path.read_text("utf-8") for path in sorted((THEME / "scripts").glob("*.js"))}
    styles = _COMMENT.sub("", (THEME / "portal.css").read_text("utf-8"))  # they tell us why, and readers nothing
    return {"portal.css": border_styles() + styles, **scripts}


def _hashed(name: str, text: str) -> str:
    """Browsers may keep it for ever: another text has another address."""
    stem, _, kind = name.rpartition(".")
    return f"/assets/{stem}.{blake2b(text.encode(), digest_size=5).hexdigest()}.{kind}"
