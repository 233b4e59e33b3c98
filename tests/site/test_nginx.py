"""The real nginx with our configuration: types, compression, caching, safety, addresses."""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Iterator

import pytest
from html_site import Site
from web_server import MISSING, WebServer, find_nginx, nginx, security_policy

_PAGE = "/chinh-sach/"
_FEED = "/rss/home.rss"


@pytest.fixture(scope="module")
def server(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebServer]:
    """The real site, served as in production."""
    if find_nginx() is None:
        pytest.fail(MISSING, pytrace=False)
    folder = tmp_path_factory.mktemp("nginx")
    root = folder / "root"
    shutil.copytree(site.folder, root / "release", copy_function=os.link)
    (root / "current").symlink_to("release")
    for name, text in {"lich.ics": "BEGIN:VCALENDAR", "so-lieu.csv": "tên;số", ".assets": "riêng"}.items():
        (root / "release" / name).write_text(text, "utf-8")
    with nginx(root, folder / "server") as running:
        yield running


def test_every_page_and_file_of_the_site_is_answered(site: Site, server: WebServer) -> None:
    for name in sorted(site.names - {"404.html"}):
        assert server.get("/" + name.removesuffix("index.html"), "HEAD").status == 200, name


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        (_PAGE, "text/html; charset=utf-8"),
        (_FEED, "application/rss+xml; charset=utf-8"),
        ("/rss/home.atom", "application/atom+xml; charset=utf-8"),
        ("/rss/home.json", "application/feed+json; charset=utf-8"),
        ("/rss/tat-ca.opml", "text/x-opml; charset=utf-8"),
        ("/id/cs-bao-hiem-y-te/item.ninjs.json", "application/json; charset=utf-8"),
        ("/sitemap.xml", "text/xml; charset=utf-8"),
        ("/assets/icon.svg", "image/svg+xml; charset=utf-8"),
        ("/lich.ics", "text/calendar; charset=utf-8"),
        ("/so-lieu.csv", "text/csv; charset=utf-8"),
        ("/du-lieu/v1/chinh-sach.json", "application/json; charset=utf-8"),
        ("/du-lieu/v1/chinh-sach.csv", "text/csv; charset=utf-8"),
        ("/du-lieu/v1/chinh-sach.schema.json", "application/json; charset=utf-8"),
        ("/du-lieu/catalog.jsonld", "application/ld+json; charset=utf-8"),
        ("/du-lieu/catalog.ttl", "text/turtle; charset=utf-8"),
        ("/chinh-sach/bao-hiem-y-te/index.json", "application/json; charset=utf-8"),
    ],
)
def test_types_say_utf_8(server: WebServer, path: str, kind: str) -> None:
    assert server.get(path).headers["content-type"] == kind


@pytest.mark.parametrize(
    "path",
    [
        "/",
        _FEED,
        "/rss/home.atom",
        "/rss/home.json",
        "/rss/tat-ca.opml",
        "/sitemap.xml",
        "style",
        "/du-lieu/catalog.jsonld",
    ],
)
def test_text_is_compressed_and_caches_are_told(site: Site, server: WebServer, path: str) -> None:
    path = _style(site) if path == "style" else path
    answer = server.get(path, Accept_Encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in answer.headers["vary"].lower()
    assert gzip.decompress(answer.body) == server.get(path).body


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
@pytest.mark.parametrize("path", [_PAGE, _FEED, "/rss/home.atom", "/rss/home.json"])
def test_asking_again_is_answered_304_without_a_body(server: WebServer, path: str, encoding: str) -> None:
    first = server.get(path, Accept_Encoding=encoding)
    by_tag = server.get(path, Accept_Encoding=encoding, If_None_Match=first.headers["etag"])
    by_time = server.get(path, Accept_Encoding=encoding, If_Modified_Since=first.headers["last-modified"])
    assert (by_tag.status, by_time.status) == (304, 304)
    assert by_tag.body == by_time.body == b""


def test_styles_and_the_index_are_kept_for_a_year_and_pages_for_minutes(site: Site, server: WebServer) -> None:
    assert server.get(_style(site)).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert server.get(_PAGE).headers["cache-control"] == "public, max-age=300"
    assert server.get(_FEED).headers["cache-control"] == "public, max-age=300"
    assert server.get("/assets/icon.svg").headers["cache-control"] == "public, max-age=300"
    assert "cache-control" not in server.get("/assets/portal.0123456789.css").headers
    index = next(name for name in site.names if name.startswith("search/") and name.endswith("/meta.json"))
    answer = server.get(f"/{index}", Accept_Encoding="gzip")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-encoding"] == "gzip"
    assert "cache-control" not in server.get("/search/0123456789/meta.json").headers


def test_the_service_worker_is_asked_for_anew_each_time(server: WebServer) -> None:
    answer = server.get("/sw.js")
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-type"].startswith(("application/javascript", "text/javascript"))
    assert server.get("/sw.js", If_None_Match=answer.headers["etag"]).status == 304


@pytest.mark.parametrize("path", ["/", _FEED, "/khong/co/", "/assets/icon.svg"])
def test_every_answer_carries_the_headers_of_safety(server: WebServer, path: str) -> None:
    headers = server.get(path).headers
    assert headers["content-security-policy"] == security_policy()
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["server"] == "nginx"


@pytest.mark.parametrize(
    "path",
    [
        *("/du-lieu/", "/du-lieu/v1/chinh-sach.json", "/du-lieu/v1/chinh-sach.csv", "/du-lieu/catalog.jsonld"),
        *("/du-lieu/catalog.ttl", "/chinh-sach/bao-hiem-y-te/index.json", "/id/cs-bao-hiem-y-te/item.ninjs.json"),
    ],
)
def test_open_data_may_be_read_by_pages_of_other_sites(server: WebServer, path: str) -> None:
    headers = server.get(path, Origin="https://khac.example").headers
    assert headers["access-control-allow-origin"] == "*"
    assert headers["content-security-policy"] == security_policy()


@pytest.mark.parametrize("path", ["/", _PAGE, "/assets/icon.svg", "/sw.js", "/du-lieu/khong-co.json"])
def test_nothing_else_is_opened_to_other_sites(server: WebServer, path: str) -> None:
    assert "access-control-allow-origin" not in server.get(path, Origin="https://khac.example").headers


def test_the_policy_allows_nothing_inline_nothing_from_elsewhere_and_no_frames() -> None:
    policy = dict(part.strip().split(" ", 1) for part in security_policy().split(";"))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert set(policy.values()) == {"'none'", "'self'"}


@pytest.mark.parametrize("path", ["/khong/co/", "/khong-co", "/id/", "/assets/", "/chinh-sach/khong-co/"])
def test_what_is_not_there_is_answered_with_our_page(site: Site, server: WebServer, path: str) -> None:
    answer = server.get(path)
    assert answer.status == 404
    assert answer.body == (site.folder / "404.html").read_bytes()


@pytest.mark.parametrize("path", ["/.assets", "/.git/config", "/chinh-sach/.an"])
def test_files_that_begin_with_a_dot_are_not_served(server: WebServer, path: str) -> None:
    assert server.get(path).status == 404


def test_an_address_without_its_slash_is_led_to_the_one_with_it(server: WebServer) -> None:
    answer = server.get("/chinh-sach")
    assert answer.status == 301
    assert answer.headers["location"] == "/chinh-sach/"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent_to_the_portal(server: WebServer, method: str) -> None:
    assert server.get("/", method).status == 405


def _style(site: Site) -> str:
    return "/" + next(name for name in site.names if name.startswith("assets/portal.") and name.endswith(".css"))
