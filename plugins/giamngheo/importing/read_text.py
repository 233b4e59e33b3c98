"""The text of a file as it was read, and what an editor should know about the reading."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class ReadText:
    """Paragraphs parted by blank lines, or lines as printed; `notes` are Vietnamese sentences."""

    text: str
    notes: list[str] = field(default_factory=list)
