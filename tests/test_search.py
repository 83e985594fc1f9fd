"""The search in a real browser, Debian's chromium: below a sub-path, on loopback, loaded only when used."""

from __future__ import annotations

import re
import shutil
import threading
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect, sync_playwright

from claimbook import pages
from claimbook.checks import Facts
from claimbook.links import check_site
from claimbook.load import load
from claimbook.site import build_site
from claimbook.write import write
from tests import test_browser
from tests.sites import content
from tests.test_browser import PAYLOAD, ROOT
from tests.test_injection import BEES, poisoned
from tests.widths import CHROMIUM, Quiet

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = test_browser.pytestmark


class Site(NamedTuple):
    """Where it is served, and in which folder it stands."""

    address: str
    folder: Path


def broken(site, url):
    """The broken links of the built site, for the build to complain of."""
    return check_site(site, url).broken


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Builds a base and serves its site at /hive/; what is asked for elsewhere is not there."""
    servers = []

    def serve(base):
        root = tmp_path_factory.mktemp("hive")
        shutil.copy(ROOT / "mkdocs.yml", root)
        library, _ = load(base)
        docs, out = root / "build" / "docs", root / "served" / "hive"
        out.parent.mkdir()
        write(docs, content(Facts(library, date(2026, 11, 21))))
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", "https://hive.test/hive/")
            assert build_site(root, docs, out, pages.nav(library, []), broken) == []
        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(out.parent))))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return Site(f"http://127.0.0.1:{servers[-1].server_port}/hive", out)

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def bees(served):
    return served(BEES)


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    """A page that keeps what it asked for and what it logged; nothing may be logged."""
    page = browser.new_page()
    page.asked, logged = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: logged.append(message.text))
    page.on("pageerror", lambda error: logged.append(str(error)))
    yield page
    page.close()
    assert logged == []


def status(page):
    return page.get_by_role("dialog").get_by_role("status")


def titles(page):
    """The results' titles, once something was found."""
    expect(status(page)).to_contain_text("found")
    return page.get_by_role("dialog").get_by_role("listitem").get_by_role("link").all_inner_texts()


def test_nothing_of_the_search_is_loaded_before_it_is_used_and_nothing_from_elsewhere(bees, page):
    page.goto(f"{bees.address}/claims/honey-eases-cough/", wait_until="networkidle")
    assert not [url for url in page.asked if re.search("search|pagefind", url)]
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("dialog").get_by_label("Words or a question").fill("cough")
    assert titles(page)
    assert [url for url in page.asked if "pagefind" in url]
    assert not [url for url in page.asked if not url.startswith(f"{bees.address}/")]


def test_a_style_that_comes_late_leaves_the_words_in_focus_and_nothing_logged(bees, page):
    page.goto(bees.address)
    late = []
    page.route("**/search.css", lambda route: late.append(route))
    page.get_by_role("button", name="Search").first.click()
    page.locator("dialog").wait_for(state="attached")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    late[0].continue_()
    expect(page.get_by_label("Words or a question")).to_be_focused()


def test_it_is_used_by_keyboard_alone(bees, page):
    page.goto(f"{bees.address}/topics/")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog.get_by_label("Words or a question")).to_be_focused()
    page.keyboard.type("dance/")
    assert titles(page)[0] == "The dance"
    expect(page).to_have_url(f"{bees.address}/topics/?q=dance%2F")
    for _ in range(20):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement.closest('dialog') || document.activeElement.tagName === 'BODY'"
        )
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page).to_have_url(f"{bees.address}/topics/")


def test_escape_gives_the_focus_back_to_the_button(bees, page):
    page.goto(bees.address)
    page.get_by_role("button", name="Search").first.press("Enter")
    expect(page.get_by_label("Words or a question")).to_be_focused()
    page.keyboard.type("cough")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Search").first).to_be_focused()


def test_the_key_can_be_switched_off(bees, page):
    page.goto(bees.address)
    page.keyboard.press("/")
    page.get_by_label("The key / opens this search").uncheck()
    page.reload()
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_an_address_with_words_and_filters_shows_claims_with_their_chips(bees, page):
    page.goto(f"{bees.address}/claims/?q=does+honey+cough&certainty=Moderate+certainty")
    expect(status(page)).to_have_text("1 page found")
    link = page.get_by_role("link", name="Honey probably eases a night cough in children.").last
    assert link.get_attribute("href") == "/hive/claims/honey-eases-cough/"
    chips = page.locator(".cb-search-results .cb-chip").all_inner_texts()
    assert chips == ["Claim", "⊕⊕⊕◯ Moderate certainty", "≠ The studies are split", "People"]
    assert page.locator(".cb-search-results mark").count() > 0
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Honey probably eases")


def test_a_filter_narrows_what_was_found_and_is_cleared(bees, page):
    page.goto(f"{bees.address}/?q=honey")
    everything = titles(page)
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Who was studied", exact=True).click()
    dialog.get_by_role("group", name="Who was studied").get_by_label("Animals").check()
    expect(page).to_have_url(f"{bees.address}/?q=honey&about=Animals")
    assert 0 < len(titles(page)) < len(everything)
    dialog.get_by_role("button", name="Clear all filters").click()
    expect(page).to_have_url(f"{bees.address}/?q=honey")
    assert titles(page) == everything


def test_a_question_finds_the_topic_that_answers_it_first(bees, page):
    page.goto(f"{bees.address}/?q=What+do+bees+tell+each+other%3F")
    assert titles(page)[0] == "The dance"


def test_words_that_no_page_has_are_left_out_and_named(bees, page):
    page.goto(f"{bees.address}/?q=лёд+cough")
    expect(status(page)).to_have_text(
        re.compile("No page has all these words. \\d+ pages found without “лёд”.")
    )
    page.goto(f"{bees.address}/?q=лёд")
    expect(status(page)).to_contain_text("No page found.")


def test_a_statement_of_web_pages_alone_is_found_with_its_prefix(bees, page):
    page.goto(f"{bees.address}/?q=every+illness&kind=Claim")
    (found,) = [title for title in titles(page) if "every illness" in title]
    assert found.startswith("A web page says: Honey helps with every illness")


def test_the_page_that_is_not_there_has_a_search(bees, page):
    page.goto(f"{bees.address}/404.html")
    page.get_by_label("Search this site").fill("cough")
    page.keyboard.press("Enter")
    assert titles(page)
    expect(page.get_by_label("Words or a question")).to_have_value("cough")
    assert page.get_by_role("link", name="All claims").last.get_attribute("href") == "/hive/claims/"


@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_scrolls_sideways(bees, page, width):
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{bees.address}/?q=honey")
    assert titles(page)
    for part in ("html", "dialog"):
        wide, room = page.eval_on_selector(part, "each => [each.scrollWidth, each.clientWidth]")
        assert wide <= room <= width, part


def test_without_scripts_a_line_leads_to_the_lists_and_no_control_is_dead(bees, browser):
    page = browser.new_page(java_script_enabled=False)
    for address in ("", "404.html"):
        page.goto(f"{bees.address}/{address}")
        line = page.get_by_role("complementary", name="Search")
        expect(line).to_contain_text("Search needs JavaScript")
        links = [link.get_attribute("href") for link in line.get_by_role("link").all()]
        assert [re.sub(r"^\.?/?(hive/)?", "", link) for link in links] == ["topics/", "claims/"]
        for control in page.locator("[data-cb-search]").all():
            expect(control).to_be_hidden()
    page.close()


def test_a_payload_in_every_field_is_found_as_text_and_runs_nowhere(served, page, tmp_path):
    site = served(poisoned(tmp_path / "base", PAYLOAD))
    page.goto(f"{site.address}/?q=onerror")
    assert any(PAYLOAD in title for title in titles(page))
    assert page.locator("dialog :is(img, svg, script)").count() == 0
    assert page.evaluate("document.documentElement.dataset.hit") is None
