"""What readers do: follow a claim to its source and back, sort, change colours, print; by keyboard, without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

CLAIM = "claims/honey-eases-cough/"


def test_from_a_claim_to_a_study_and_back(reader):
    page = reader().open(CLAIM)
    page.get_by_role("link", name="Honey or nothing").first.click()
    expect(page).to_have_url(re.compile(r"/sources/kim2018/$"))
    page.locator("article").get_by_role("link", name="Honey probably eases a night cough").first.click()
    expect(page).to_have_url(re.compile(r"/claims/honey-eases-cough/$"))


def test_from_a_quote_to_its_sentence_and_back(reader):
    page = reader().open(CLAIM)
    page.locator("article cite a").first.click()
    expect(page).to_have_url(re.compile(r"/ledger/web-bees/#s\d+$"))
    sentence = page.locator(f"#{page.url.rpartition('#')[2]}")
    expect(sentence).to_be_in_viewport()
    sentence.get_by_role("link", name="Honey probably eases a night cough").first.click()
    expect(page).to_have_url(re.compile(r"/claims/honey-eases-cough/$"))


def test_three_clicks_from_home_to_what_disputes_a_claim(reader):
    page = reader().open()
    page.get_by_role("link", name="Topics", exact=True).first.click()
    page.locator("article").get_by_role("link", name="Honey & health", exact=True).first.click()
    page.locator("article table").get_by_role("link", name="Honey probably eases a night cough").click()
    expect(page.get_by_role("heading", name="Against")).to_be_visible()
    expect(page.locator("article")).to_contain_text("Two spoons of honey did no better than none")


def test_passages_are_linked_as_text_fragments(reader):
    page = reader().open(CLAIM)
    links = page.locator("article a[href*=':~:text=']").evaluate_all("links => links.map(link => link.href)")
    assert links
    for link in links:
        assert re.fullmatch(r"https://[^#]+#:~:text=[^,&#\s]+(,[^,&#\s]+)?", link), link


def test_a_table_is_sorted_and_says_so(reader):
    page = reader().open("topics/honey/")
    head = page.locator("th", has=page.get_by_role("button", name="How sure"))
    statements = page.locator("tbody tr td:first-child")
    before = statements.all_inner_texts()
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", re.compile("ascending|descending"))
    first = statements.all_inner_texts()
    head.get_by_role("button").click()
    assert sorted(first) == sorted(before)
    assert statements.all_inner_texts() != first


def test_studies_are_chosen_by_words_not_by_numbers(reader):
    page = reader().open("sources/")
    assert [each.split("\n")[0].strip() for each in page.locator(".cb-filters label").all_inner_texts()] == [
        "Design",
        "Studied",
    ]
    page.get_by_label("Design").select_option("randomized trial")
    shown = page.locator("tbody tr:visible")
    assert shown.count() == shown.filter(has_text="randomized trial").count() > 0
    expect(page.get_by_role("status")).to_contain_text(f"{shown.count()} of ")


def test_the_colours_change_and_stay(reader):
    page = reader(color_scheme="light").open()
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    for _ in range(3):
        page.locator("[data-cb-colours] button:visible").click()
        if page.evaluate(ground) != light:
            break
    dark = page.evaluate(ground)
    assert dark != light
    page.reload()
    assert page.evaluate(ground) == dark


def test_the_colours_follow_the_device_until_chosen(reader):
    page = reader(color_scheme="light").open()
    scheme = "data-md-color-scheme"
    expect(page.locator("body")).to_have_attribute(scheme, "default")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute(scheme, "slate")
    page.get_by_role("button", name="switch to light").click()
    expect(page.locator("body")).to_have_attribute(scheme, "default")
    expect(page.get_by_role("button", name="switch to dark")).to_be_focused()


def test_print_leaves_out_what_paper_cannot_use(reader):
    page = reader().open(CLAIM)
    page.emulate_media(media="print")
    for hidden in (".md-header", ".md-sidebar--primary", ".md-footer"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.get_by_role("heading", name="Against")).to_be_visible()


def test_paper_is_light_whatever_the_screen_is(reader):
    look = """elements => elements.map(each => getComputedStyle(each)).map(
        each => [each.color, each.backgroundColor, each.borderTopColor, each.fill])"""
    page = reader().open(CLAIM)
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(media="print", color_scheme=scheme)
        expect(page.locator("body")).to_have_attribute(
            "data-md-color-scheme", {"light": "default", "dark": "slate"}[scheme]
        )
        found[scheme] = page.locator("body, article, article *").evaluate_all(look)
    assert found["dark"] == found["light"]


def test_by_keyboard_alone(reader):
    page = reader().open(CLAIM)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        name, shown = page.evaluate(
            """() => { const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
            const ring = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
            const top = document.querySelector('.md-header').getBoundingClientRect().bottom;
            const above = e.closest('.md-header') || e.matches('.md-skip') || e === document.body;
            return [e.innerText || e.outerHTML, above || (ring && box.bottom > top)]; }"""
        )
        assert shown, f"the focus cannot be seen on {name!r}"
        seen.add(name.strip())
    assert any("Honey or nothing" in name for name in seen)


def test_without_scripts_nothing_is_missing_but_the_search(reader):
    page = reader(java_script_enabled=False).open(CLAIM)
    expect(page.get_by_role("heading", name="Against")).to_be_visible()
    expect(page.locator("article")).to_contain_text("Two spoons of honey did no better than none")
    expect(page.locator("[data-cb-search]").first).to_be_hidden()
    page = reader(java_script_enabled=False).open("topics/honey/")
    expect(page.locator("tbody tr")).not_to_have_count(0)
    expect(page.get_by_role("combobox")).to_have_count(0)


@pytest.mark.parametrize("path", ["", CLAIM, "topics/honey/", "claims-and-studies/"])
def test_forced_colours_leave_words_to_read(reader, path):
    page = reader(375, forced_colors="active").open(path)
    chips = page.locator("article .cb-chip, article td")
    for text in chips.all_inner_texts():
        assert any(sign.isalnum() for sign in text) or not text.strip(), text


def test_with_fonts_blocked(reader):
    window = reader()
    window.page.route(re.compile(r"\.(woff2?|ttf|otf)$"), lambda route: route.abort())
    page = window.open(CLAIM)
    expect(page.get_by_role("heading", name="Against")).to_be_visible()


def test_a_search_works_under_the_header_whose_worker_alone_compiles(reader):
    page = reader().open("?q=cough")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("found")
    empty = "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'ran', () => 'refused')"
    assert page.evaluate(empty) == "refused"


def test_no_other_page_may_frame_one(reader):
    window = reader()
    page = window.page
    page.set_content(f"<h1>A stranger's page</h1><iframe src='{window.address}help/'></iframe>")
    page.wait_for_timeout(300)
    assert page.frames[1].locator("header, article").count() == 0
    assert any("frame-ancestors" in each for each in window.said), window.said
    window.said.clear()
