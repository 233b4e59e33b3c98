"""What a chat shows of a posted address: title, words and a picture that is there."""

from __future__ import annotations

from html_site import HOST, PageFile, Site
from PIL import Image

_ASKED = ("og:title", "og:description", "og:url", "og:image", "og:image:width", "og:image:height", "og:image:alt")


def told(page: PageFile) -> dict[str, str]:
    found = page.tree.xpath("//meta[@property or @name='twitter:card']")
    return {meta.get("property") or meta.get("name"): meta.get("content") for meta in found}


def test_every_page_for_readers_and_every_identity_tells_chats_what_it_is(site: Site) -> None:
    meant = {n: p for n, p in site.pages.items() if (p.is_indexed or p.is_redirect) and n != "404.html"}
    assert {name for name, page in meant.items() if not all(told(page).get(key) for key in _ASKED)} == set()
    assert {told(page).get("twitter:card") for page in meant.values()} == {"summary_large_image"}


def test_every_picture_of_a_preview_is_there_in_the_size_that_is_told(site: Site) -> None:
    addresses = {told(p)["og:image"]: told(p) for p in site.pages.values() if "og:image" in told(p)}
    assert len(addresses) > 40, "one for each item, and one for all other pages"
    for address, meta in addresses.items():
        assert address.startswith(HOST), "absolute: a chat does not know from where"
        with Image.open(site.folder / address.removeprefix(HOST)) as picture:
            assert picture.size == (int(meta["og:image:width"]), int(meta["og:image:height"]))


def test_an_identity_shows_the_same_as_the_page_it_leads_to(site: Site) -> None:
    own = told(site.pages["chinh-sach/bao-hiem-y-te/index.html"])
    assert {key: told(site.pages["id/cs-bao-hiem-y-te/index.html"])[key] for key in _ASKED} == {
        key: own[key] for key in _ASKED
    }


def test_a_pack_is_not_in_search_engines_and_its_texts_need_no_script(site: Site) -> None:
    page = site.pages["chia-se/cs-bao-hiem-y-te/index.html"]
    assert not page.is_indexed
    boxes = page.tree.xpath("//textarea[@readonly]")
    assert [len(box.text) > 20 for box in boxes] == [True] * 3
    assert boxes[0].text.endswith(f"{HOST}id/cs-bao-hiem-y-te/")
