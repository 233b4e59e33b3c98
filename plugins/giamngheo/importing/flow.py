"""The way from a file to its draft and its review file, and back from the review file into the draft."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from giamngheo.content.frontmatter import SourceFile, split_front_matter
from giamngheo.content.loader import Content, load_content
from giamngheo.content.schema import Item, Plan
from giamngheo.ground.vietnamese import slugify
from giamngheo.importing.draft import write_draft
from giamngheo.importing.fields import Fields, find_fields
from giamngheo.importing.files import read_file
from giamngheo.importing.known import learn_known_texts
from giamngheo.importing.read_text import ReadText
from giamngheo.importing.refusal import RefusedError
from giamngheo.importing.review import confirm, entries_of, read_review, write_review
from giamngheo.legal import BlockKind, parse_outline
from giamngheo.legal.letterhead import read_letterhead
from giamngheo.legal.restoration import Proposal, propose_restorations

REVIEWS = "nhap"
"""Folder beside `content/` for review files: not published, not read by the build."""

_LONGEST_SLUG = 60
_HEADER = frozenset({BlockKind.ISSUER, BlockKind.NATIONAL_TITLE, BlockKind.NUMBER, BlockKind.DOC_TYPE})


class Imported(Struct, frozen=True):
    """Texts to write and where, and what to tell the editor; `review` is None for a text without damage."""

    draft: Path
    draft_text: str
    review: Path
    review_text: str | None
    notes: tuple[str, ...]


def import_file(path: Path, kind: type[Item], root: Path, slug: str | None, today: date) -> Imported:
    """Read `path` and prepare its draft in the content folder `root`; writes nothing. Raises RefusedError."""
    content = load_content(root)
    read = read_file(path)
    proposals = propose_restorations(read.text, learn_known_texts(content))
    fields = _fields(read, proposals, content)
    name = _name(slug, fields, path)
    draft, review = root / kind.KIND / f"{name}.md", root.parent / REVIEWS / f"{name}.txt"
    for target in (draft, review):
        if target.exists():
            raise RefusedError(f"đã có {_shown(target, root)}", "thêm --slug với tên khác; tệp cũ không bị ghi đè")
    notes = [*read.notes, *_before_header(read), *_same_number(fields, content)]
    notes += _damage(proposals, read, _shown(review, root))
    comments = [f"Nhập từ {path.name}. Xem lại các điểm sau rồi xóa các dòng # này.", *notes]
    text = write_draft(kind, fields, [" ".join(note.split()) for note in comments], read.text, today)
    asked = write_review(_shown(draft, root), _shown(review, root), entries_of(proposals)) if proposals else None
    return Imported(draft, text, review, asked, (*_open_points(fields, kind), *notes))


class Confirmation(Struct, frozen=True):
    """New texts of draft and review file (None: nothing is left to review), and what to tell the editor."""

    draft: Path
    draft_text: str
    review_text: str | None
    accepted: int
    left: int
    lost: tuple[int, ...]


def confirm_review(review: Path) -> Confirmation:
    """Prepare the draft with the lines accepted in `review`; writes nothing. Raises RefusedError."""
    project = review.resolve().parent.parent
    name, entries = read_review(_read(review))
    draft = (project / name).resolve() if name else None
    if name is None or draft is None or not draft.is_relative_to(project) or draft.suffix != ".md" or not entries:
        raise RefusedError("đây không phải là tệp đối chiếu", f"ghi đường dẫn tới tệp trong thư mục {REVIEWS}/")
    text = _read(draft)
    raw, _ = split_front_matter(SourceFile(name, text))
    if raw is None:
        raise RefusedError(f"{name} không có phần khai báo ở đầu", "lấy lại tệp nháp do lệnh import tạo ra")
    done = confirm(raw.body.removeprefix("\n"), entries)
    head = text[: len(text) - len(raw.body)]
    left = (*done.left, *done.lost)
    asked = write_review(name, _shown_from(review, project), left) if left else None
    body = "\n" * raw.body.startswith("\n") + done.body
    return Confirmation(draft, head + body, asked, done.accepted, len(done.left), tuple(e.line for e in done.lost))


def _fields(read: ReadText, proposals: tuple[Proposal, ...], content: Content) -> Fields:
    fields = find_fields(read_letterhead(read.text), {proposal.line for proposal in proposals}, content)
    if not proposals:
        fields.certain["text_quality"] = "original"
    return fields


def _name(slug: str | None, fields: Fields, path: Path) -> str:
    known = [fields.certain[key] for key in ("doc_type", "number") if key in fields.certain]
    name = slugify(slug or ("-".join(known) if len(known) > 1 else path.stem))[:_LONGEST_SLUG].strip("-")
    if not name:
        raise RefusedError("tên tệp không có chữ hoặc số nào", "thêm --slug ten-bai")
    return name


def _open_points(fields: Fields, kind: type[Item]) -> list[str]:
    return [f"Chưa chắc {key}: {why}." for key, why in sorted(fields.open.items())] if kind is Plan else []


def _before_header(read: ReadText) -> list[str]:
    """Tell of lines above the header: web pages put a table of their own there."""
    blocks = parse_outline(read.text).blocks
    first = next((block for block in blocks if block.kind in _HEADER), None)
    lines = read.text[: first.start].count("\n") if first and first is not blocks[0] else 0
    return [f"{lines} dòng đầu đứng trước phần đầu của văn bản; xóa nếu không thuộc văn bản."] if lines else []


def _same_number(fields: Fields, content: Content) -> list[str]:
    """Tell of plans with the same number: the text may have been taken in before."""
    number = fields.certain.get("number")
    same = [loaded.path for loaded in content.items if number and getattr(loaded.item, "number", None) == number]
    return [f"Đã có văn bản số {number}: {', '.join(same)}."] if same else []


def _damage(proposals: tuple[Proposal, ...], read: ReadText, review: str) -> list[str]:
    if not proposals:
        return []
    wrong = sum(len(proposal.damage.impossible) for proposal in proposals)
    lines = sum(1 for line in read.text.splitlines() if line.strip())
    return [
        f"{len(proposals)} trong {lines} dòng có chữ hỏng ({wrong} chữ không thể là tiếng Việt).",
        f"Đối chiếu từng dòng trong {review}; chưa dòng nào được sửa.",
    ]


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedError(f"không đọc được {path}", "kiểm tra đường dẫn; tệp phải là văn bản UTF-8") from error


def _shown(path: Path, root: Path) -> str:
    return _shown_from(path, root.parent)


def _shown_from(path: Path, project: Path) -> str:
    return path.resolve().relative_to(project.resolve()).as_posix()
