"""Asks pages elsewhere whether they are still there: politely, in parallel, and never for longer than a fixed time.

One host is asked one thing at a time, with a pause; HEAD first, GET only where that is refused, and no page is read.
Redirects are followed by hand: a page that now leads to the front page of its site is as good as gone (soft 404).
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from http import HTTPStatus
from http.client import HTTPException
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, OpenerDirector, Request, build_opener

from msgspec import Struct

_AGENT = "Mozilla/5.0 (compatible; giamngheo; kiem tra lien ket)"
"""Many offices answer nothing that does not begin like this."""

_AT_ONCE = 8
_MOST_HOPS = 6
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_REFUSES_HEAD = {400, 403, 404, 405, 406, 410, 500, 501, 503}
_MOVED = {301, 302, 303, 307, 308}
_FRONT_PAGES = {"", "/", "/index.html", "/index.htm", "/index.php", "/home", "/vi", "/default.aspx", "/trang-chu"}


class Answer(NamedTuple):
    """What is wrong with an address ("": nothing), whether that is sure, and whether anybody was there to answer."""

    fault: str
    is_sure: bool = True
    is_reached: bool = True


def _unreached(fault: str) -> Answer:
    return Answer(fault, is_sure=False, is_reached=False)


_NOT_ANSWERED = _unreached("không trả lời trong thời gian chờ")


class Manners(Struct, frozen=True):
    """Seconds to wait for each answer, and between two questions to one host."""

    patience: float = 15
    pause: float = 0.5

    @property
    def longest(self) -> float:
        """Seconds that one honest question can take: each step may ask twice."""
        return 2 * _MOST_HOPS * self.patience + self.pause


class _NoRedirects(HTTPRedirectHandler):
    """Redirects are followed step by step, so that each can be judged."""

    def redirect_request(self, *_: object) -> None:
        """Follow nothing."""


def ask_all(addresses: Iterable[str], manners: Manners, tell: Callable[[str, Answer], None]) -> None:
    """Ask every address; `tell` is called in this thread with each answer as it comes.

    A page that keeps a question open for ever does not keep this waiting: what is left then counts as not answered.
    """
    by_host: dict[str, list[str]] = {}
    for address in addresses:
        by_host.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    hosts: SimpleQueue[list[str]] = SimpleQueue()
    for own in by_host.values():
        hosts.put(own)
    answers: SimpleQueue[tuple[str, Answer]] = SimpleQueue()
    for _ in range(min(_AT_ONCE, len(by_host))):
        Thread(target=_ask_hosts, args=(hosts, answers, manners), daemon=True).start()
    left = {address for own in by_host.values() for address in own}
    while left:
        try:
            address, answer = answers.get(timeout=manners.longest)
        except Empty:
            break
        left.discard(address)
        tell(address, answer)
    for address in sorted(left):
        tell(address, _NOT_ANSWERED)


def _ask_hosts(hosts: SimpleQueue[list[str]], answers: SimpleQueue[tuple[str, Answer]], manners: Manners) -> None:
    """Ask one host after the other, each address of a host after a pause."""
    while True:
        try:
            addresses = hosts.get_nowait()
        except Empty:
            return
        for number, address in enumerate(addresses):
            time.sleep(manners.pause if number else 0)
            answers.put((address, ask(address, manners)))


def ask(address: str, manners: Manners) -> Answer:
    """Ask one address; never raises."""
    opener = build_opener(_NoRedirects, HTTPSHandler(context=ssl.create_default_context()))
    here = address
    try:
        for _ in range(_MOST_HOPS):
            status, onward = _step(opener, here, manners.patience)
            if status not in _MOVED or not onward:
                return _judge(address, here, status)
            here = urljoin(here, onward)
            if urlsplit(here).scheme not in {"http", "https"}:
                return Answer("chuyển tới một địa chỉ không phải trang web")
    except URLError as error:
        return _failure(error.reason if isinstance(error.reason, BaseException) else error)
    except (OSError, HTTPException, ValueError) as error:
        return _failure(error)
    return Answer("chuyển hướng vòng quanh")


def _step(opener: OpenerDirector, address: str, patience: float) -> tuple[int, str]:
    """Status and where it leads on; GET where HEAD gets an answer that a page might not give."""
    status, onward = _request(opener, address, "HEAD", patience)
    return _request(opener, address, "GET", patience) if status in _REFUSES_HEAD else (status, onward)


def _request(opener: OpenerDirector, address: str, method: str, patience: float) -> tuple[int, str]:
    request = Request(_plain(address), headers={"User-Agent": _AGENT, "Accept": "*/*"}, method=method)  # noqa: S310 - http only
    try:
        with opener.open(request, timeout=patience) as answer:
            return answer.status, ""
    except HTTPError as error:
        with error:
            return error.code, error.headers.get("Location") or ""


def _plain(address: str) -> str:
    """The address in ASCII, as it goes over the wire (RFC 3987, 3.1)."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(address)
    host = parts.hostname.encode("idna").decode() + (f":{parts.port}" if parts.port else "")
    return urlunsplit(
        (parts.scheme, host, quote(parts.path, "/%:=&~+!$,;'@()*"), quote(parts.query, "/%:=&?~+!$,;'@()*"), "")
    )


def _judge(address: str, here: str, status: int) -> Answer:
    if status in _GONE:
        return Answer(f"không còn trang này (mã {status})")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Answer(f"máy chủ bên kia báo lỗi (mã {status})", is_sure=False)
    if status >= HTTPStatus.BAD_REQUEST:
        return Answer(f"bên kia từ chối trả lời máy kiểm tra (mã {status})", is_sure=False)
    if _is_front(here) and not _is_front(address):
        return Answer("chuyển về trang chủ của trang kia: bài có lẽ đã bị gỡ")
    return Answer("")


def _is_front(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.query and (parts.path.lower() in _FRONT_PAGES or parts.path.lower().rstrip("/") in _FRONT_PAGES)


def _failure(error: BaseException) -> Answer:
    """What stopped the question, in words. A host without a name is gone, a slow one may be back tomorrow."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return Answer("chứng chỉ bảo mật của trang kia không hợp lệ", is_sure=False)
    if isinstance(error, ssl.SSLError):
        return Answer("không lập được kết nối bảo mật", is_sure=False)
    if isinstance(error, TimeoutError):
        return _NOT_ANSWERED
    if isinstance(error, socket.gaierror):
        return _unreached("không tìm thấy tên miền")
    if isinstance(error, ValueError):
        return Answer("địa chỉ viết sai")
    return _unreached("không kết nối được")
