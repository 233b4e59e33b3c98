"""The way from each page to those who can mend it: a prepared mail where a mailbox is set, else the contact page."""

from __future__ import annotations

from urllib.parse import quote

from msgspec import Struct

from giamngheo.content.settings import Settings
from giamngheo.rendering.outputs import Page

_BODY = """Trang: {title}
Địa chỉ: {address}
Mã: {reference}

Câu hoặc con số bị sai (hoặc chi tiết xin gỡ):

Theo tôi, đúng ra là:

Tôi biết từ đâu (số và ngày của văn bản, nơi đăng):

Xin đừng gửi số căn cước, số tài khoản hay ảnh chụp giấy tờ.
"""


class Report(Struct, frozen=True):
    """What the foot of a page offers to those who saw an error: its reference, and a prepared mail or ""."""

    reference: str
    mail: str


def report_of(page: Page, site_url: str, settings: Settings) -> Report:
    """How to report an error on a page; its item's identity is the reference, or else its address."""
    reference = page.id or page.address
    mailbox = settings.contact.email
    if not mailbox:
        return Report(reference, "")
    body = _BODY.format(title=page.title, address=site_url.rstrip("/") + page.address, reference=reference)
    subject = f"Báo lỗi hoặc đề nghị gỡ tin: {reference}"
    text = quote(body.replace("\n", "\r\n"))
    return Report(reference, f"mailto:{quote(mailbox, safe='@')}?subject={quote(subject)}&body={text}")
