"""The text of a file as it was read, and what an editor should know about the reading."""

from msgspec import Struct, field


class ReadText(Struct):
    """Paragraphs parted by blank lines, or lines as printed; `notes` are Vietnamese sentences."""

    text: str
    notes: list[str] = field(default_factory=list)
