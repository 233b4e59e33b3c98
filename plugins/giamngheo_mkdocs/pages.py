"""MkDocs plugin `giamngheo-pages`: hands finished pages to MkDocs and lays them out with our templates."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_theme_dir
from mkdocs.utils.templates import TemplateContext

from giamngheo.content.settings import Settings
from giamngheo.outlets.pages import report_of, structured_data
from giamngheo.rendering import SITE
from giamngheo.rendering.codes import qr_code
from giamngheo.rendering.figures import Link
from giamngheo.rendering.motifs import sign
from giamngheo.rendering.outputs import NoticeView, Page, RedirectView
from giamngheo.rendering.sharing import site_preview
from giamngheo_mkdocs.assets import THEME, address_of_asset, addresses_of_scripts, assets
from giamngheo_mkdocs.content import ContentPlugin, NoOptions, content_of
from giamngheo_mkdocs.unchanged import Unchanged, file_name, key_of, last_build, quick_key_of

_ONE_LETTER = re.compile(r"(?<!\w)([^\W\d_]) ")

_SCROLLING = '<div class="scroll" role="group" aria-label="Bảng, cuộn ngang để xem hết" tabindex="0"><table>'
"""Wide tables scroll within the page; only what can be focused is scrolled with the keyboard."""


_FOR_CITIZENS = (
    *("tra-cuu", "chinh-sach", "guong-dien-hinh", "ke-hoach"),
    *("hoi-dap", "hoat-dong", "chu-de", "van-ban", "dia-ban", "ket-qua"),
    *("tu-dien", "tu-kiem-tra", "tim-kiem", "tim-kiem/a-z"),
)
"""The first four stand in the header, all of them in the footer."""

_FOR_OFFICIALS = ("tai-lieu", "to-roi", "phat-thanh", "nhiem-vu", "lich", "doi-chieu", "rss", "du-lieu")
"""In the footer only: who needs them looks for them."""


class ContentPage(MkDocsPage):
    """A page that the core has finished; MkDocs only lays it out and writes it."""

    def __init__(self, finished: Page, file: File, config: MkDocsConfig) -> None:
        self.finished = finished
        super().__init__(finished.title, file, config)

    def _set_canonical_url(self, base: str | None) -> None:
        """Take the place of joining and splitting addresses, a twentieth of a cold build: the core knows them."""
        self.canonical_url = f"{(base or '').rstrip('/')}{self.finished.address}"
        self.abs_url = self.finished.address

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - signature of MkDocs
        """Take the place of reading a file: there is none."""
        self.markdown = ""
        self.meta = {"template": self.finished.template}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - signature of MkDocs
        """Take the place of rendering Markdown: the core has done that."""
        self.content = ""
        self.toc = TableOfContents([])


class PagesPlugin(BasePlugin[NoOptions]):
    """Adds the pages of the portal, and our theme in front of Material."""

    unchanged: Unchanged | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our templates in the place of the theme's: MkDocs lists all its 14,000 icons in each build otherwise."""
        named = get_theme_dir(config.theme.name) if config.theme.name else ""
        config.theme.dirs[:] = [str(THEME), *(folder for folder in config.theme.dirs if folder != named)]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add our pages; leave out scripts and styles as they are written: pages load them under a digest."""
        for file in list(files):
            is_ours = file.src_dir == str(THEME) and file.src_uri.startswith("assets/")
            if file.src_dir in config.theme.dirs and not is_ours:
                files.remove(file)
        content = content_of(config)
        self.unchanged = last_build(config, content, "pages", *map(str, content.shown_problems))
        if self.unchanged:
            self.unchanged.read()
        for page in content.portal.pages if content.portal else (_nothing_built(),):
            if not isinstance(page.view, RedirectView) and not self._take(page):
                files.append(_laid_out(page, config))
        content.unchanged |= self.unchanged.names if self.unchanged else frozenset()
        for address, text in assets().items():
            files.append(_generated(config, address[1:], text))
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Escape by default, and give templates what every page shows: menu, settings, problems in preview."""
        content = content_of(config)
        for file in files.documentation_pages():
            if file.page and content.portal:  # MkDocs dates sitemap.xml.gz with the day in Greenwich
                file.page.update_date = content.portal.catalog.today.isoformat()
        env.bytecode_cache = _compiled_templates(config, content)
        env.autoescape = True  # MkDocs leaves it off; our texts are text, and HTML is marked as such by `body`
        settings = content.portal.catalog.settings if content.portal else Settings()
        site = site_preview(settings) if content.portal else None
        site_url = config.site_url or ""
        env.globals.update(
            url=_url,
            part=_part_of(env),
            body=_body,
            styles=address_of_asset("portal.css"),
            scripts=addresses_of_scripts(),
            sign=lambda topic: Markup(sign(topic)),  # noqa: S704 - drawn by the core
            has=_addresses(content, files).__contains__,
            qr=lambda page: Markup(qr_code(site_url.rstrip("/") + page.address)),  # noqa: S704 - drawn by the core
            structured=lambda page: Markup(structured_data(page, site_url, settings)),  # noqa: S704 - safe in a script
            report=lambda page: report_of(page, site_url, settings),
            preview=lambda page: (page and page.preview) or site,
            menu=_links(content, _FOR_CITIZENS),
            officials_menu=_links(content, _FOR_OFFICIALS),
            docs_menu=_docs_menu(files),
            settings=settings,
            today=content.portal.catalog.today if content.portal else None,
            indexed=[p.address for p in content.portal.pages if _is_indexed(p)] if content.portal else (),
            problems=content.shown_problems,
        )
        env.filters |= {"paragraphs": _paragraphs, "breakable": _breakable, "unparted": _unparted}
        return env

    def on_page_context(self, context: TemplateContext, *, page: MkDocsPage, **_: object) -> TemplateContext:
        """Make the view of the page now, for as long as its template needs it."""
        if isinstance(page, ContentPage):
            shown = page.finished.shown()
            if self.unchanged:
                self.unchanged.note(file_name(shown), key_of(shown), quick_key_of(page.finished))
            context["p"] = shown  # type: ignore[typeddict-unknown-key] # what our templates show
        return context

    @event_priority(-200)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Remember what the pages were made from, now that the new site stands."""
        if self.unchanged:
            self.unchanged.write(Path(config.site_dir))

    def _take(self, page: Page) -> bool:
        """Take over the page where the last site has it as it would become today."""
        name = file_name(page)
        unchanged = self.unchanged
        if unchanged is None or not unchanged.knows(name):
            return False
        quick = quick_key_of(page)
        return unchanged.take_quick(name, quick) or unchanged.take(name, key_of(page), quick)


def _laid_out(page: Page, config: MkDocsConfig) -> File:
    file = _generated(config, f"{page.address[1:]}index.md", "")
    ContentPage(page, file, config)
    return file


def _generated(config: MkDocsConfig, address: str, text: str) -> File:
    return File.generated(config, address, content=text, inclusion=InclusionLevel.NOT_IN_NAV)


def _is_indexed(page: Page) -> bool:
    return page.is_indexed and not isinstance(page.view, RedirectView)


def _nothing_built() -> Page:
    """The only page of a preview whose content stops everything; the problems stand above it."""
    lines = (
        "Có lỗi chặn cả trang, thường là trong content/registers hoặc content/portal.yml. Sửa xong, trang tự hiện lại.",
    )
    return Page("/", "notice.html", "Chưa dựng được trang", lines[0], NoticeView(lines), is_indexed=False)


def _docs_menu(files: Files) -> list[Link]:
    """Pages written by hand, in the order of their files."""
    pages = (file.page for file in files.documentation_pages())
    return [Link(str(p.title), f"/{p.url}") for p in pages if p and not isinstance(p, ContentPage)]


def _addresses(content: ContentPlugin, files: Files) -> frozenset[str]:
    """Pages of this build: a link to one that another outlet may bring stands only where it is there."""
    own = (page.address for page in content.portal.pages) if content.portal else ()
    return frozenset([*own, *(link.address for link in _docs_menu(files))])


def _links(content: ContentPlugin, names: tuple[str, ...]) -> list[Link]:
    """Those of the named pages that have something to show."""
    pages = {page.address: page.title for page in content.portal.pages} if content.portal else {}
    return [Link(pages[f"/{name}/"], f"/{name}/") for name in names if f"/{name}/" in pages]


def _compiled_templates(config: MkDocsConfig, content: ContentPlugin) -> FileSystemBytecodeCache | None:
    """Keep compiled templates between builds; Jinja keys them by their source. None where nothing can be written."""
    folder = Path(config.config_file_path).parent / content.config.cache_dir / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def _part_of(env: Environment) -> Callable[[Context, str], Markup]:
    """Return what renders a part that is the same on all pages of one depth and section, once for each.

    Header and footer were half of the time of all templates.
    """
    made: dict[tuple[str, str, str, bool], Markup] = {}

    @pass_context
    def part(context: Context, name: str) -> Markup:
        finished = getattr(context["page"], "finished", None)
        section = finished.section if finished else ""
        is_section = finished is not None and finished.address == f"/{section}/"
        key = (name, _root(context), section, is_section)
        if key not in made:
            made[key] = Markup(env.get_template(name).render(context.get_all()))  # noqa: S704 - a template escapes
        return made[key]

    return part


@pass_context
def _url(context: Context, address: str) -> str:
    """An address of the site seen from the page being made; web addresses stay as they are."""
    if not address.startswith("/"):
        return address
    return f"{_root(context)}{address}"


@pass_context
def _body(context: Context, markup: str) -> Markup:
    """HTML of a body, sanitised by the core: addresses as seen from the page, tables that scroll by themselves."""
    markup = markup.replace(SITE, _root(context)).replace("<table>", _SCROLLING).replace("</table>", "</table></div>")
    return Markup(markup)  # noqa: S704 - see the docstring


def _root(context: Context) -> str:
    base_url: Any = context["base_url"]
    return str(base_url).rstrip("/")


def _breakable(address: str) -> Markup:
    """An address that breaks at its slashes where it is longer than the screen is wide."""
    return Markup("/<wbr>").join(address.split("/"))


def _unparted(title: str) -> str:
    """A title in large letters, whose words of one letter stay with the next: no line ends in the "y" of "y tế"."""
    return _ONE_LETTER.sub("\\1\N{NO-BREAK SPACE}", title)


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n") if part.strip()]
