"""Pieces of a word-processor or web document: paragraphs and tables, put into plain text."""

from collections.abc import Iterable, Sequence

from giamngheo.legal.cells import Finding, without_national_title

_RECIPIENTS = "nơi nhận"


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """Return a table as text: a header or closing column by column, any other as rows "| a | b |"."""
    cells = [cell for row in rows for cell in row if cell.strip()]
    if _is_layout(cells):
        return "\n\n".join(cells)
    return "\n\n".join(f"| {' | '.join(' '.join(cell.split()) for cell in row)} |" for row in rows if any(row))


def join_pieces(pieces: Iterable[str]) -> str:
    """Return the paragraphs with one blank line between them."""
    return "\n\n".join(piece for piece in (piece.strip() for piece in pieces) if piece) + "\n"


def _is_layout(cells: Sequence[str]) -> bool:
    """Whether a table only sets the two columns of an official header or closing side by side."""
    lines = [line for cell in cells for line in cell.splitlines() if line.strip()]
    has_title = any(without_national_title(Finding(line.strip(), 0)) != line.strip() for line in lines)
    return has_title or any(cell.strip().lower().startswith(_RECIPIENTS) for cell in cells)
