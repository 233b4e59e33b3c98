"""Personal e-mail addresses: mailboxes that belong to one person rather than to an office."""

import re
from collections.abc import Collection, Iterator

from giamngheo.content.privacy.findings import Mention
from giamngheo.content.privacy.prose import Prose

# The look-behind lets each address be tried from one place only, so a long word without "@" costs no more.
_EMAIL = re.compile(
    r"(?<![\w.%+-])([a-z0-9][\w.%+-]{0,63}+)(?:@| ?[\[(](?:at|a|@|a còng|a móc)[\])] ?)"
    r"((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})"
)
_SIGNS = ("@", "(a", "[a")  # no address is without one of these, most texts are
_OFFICIAL = re.compile(r"(?:^|\.)(?:gov|edu|org|ac|int)(?:\.vn)?$")
_FREE_MAIL = re.compile(
    r"^(?:g|goog|hot|y|rocket|mail|proton|zoho|fast|tuta)?mail\.|^(?:yahoo|outlook|live|msn|icloud|me|aol|gmx"
    r"|proton|yandex|zohomail|tutanota|fpt|vnn|hn\.vnn|hcm\.vnn|viettel)\."
)
_OFFICE_BOX = re.compile(
    r"^(?:info|lienhe|contact|hotro|support|cskh|vanthu|vanphong|toasoan|bandoc|admin|office|hello|htx|ubnd|sales?)"
)


def find_personal_emails(prose: Prose, offices: Collection[str] = ()) -> Iterator[Mention]:
    """Addresses at free mail services, and at companies unless the mailbox is an office's; `offices` in lower case."""
    if not any(sign in prose.lower for sign in _SIGNS):
        return
    for match in _EMAIL.finditer(prose.lower):
        mailbox, domain = match.groups()
        if _is_personal(mailbox, domain) and f"{mailbox}@{domain}" not in offices:
            yield Mention("email", *match.span())


def _is_personal(mailbox: str, domain: str) -> bool:
    if _FREE_MAIL.search(domain):
        return True
    return not _OFFICIAL.search(domain) and not _OFFICE_BOX.match(mailbox)
