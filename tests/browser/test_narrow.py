"""On a narrow screen: what must not touch, take a line of its own, or be out of reach."""

from __future__ import annotations

from itertools import pairwise

from playwright.sync_api import expect

HEADINGS = """() => [...document.querySelectorAll("article :is(h2, h3)")].filter((heading) => {
    const before = heading.offsetHeight, link = heading.querySelector(".headerlink");
    link.remove();
    const alone = heading.offsetHeight;
    heading.append(link);
    return before !== alone;
}).map((heading) => heading.textContent)"""
OUTSIDE = """() => [...document.querySelectorAll("article :is(h2, h3)")]
    .filter((heading) => heading.scrollWidth > heading.clientWidth).map((heading) => heading.textContent)"""
CHIPS = "chips => chips.map(chip => chip.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom])"
SCROLLING = "tables => tables.filter(each => each.scrollWidth > each.clientWidth).map(each => each.tabIndex)"


def test_the_link_of_a_heading_stands_beside_it(reader):
    page = reader().open("where-studies-disagree/")
    for width in range(240, 640, 10):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(HEADINGS) == [], width
        assert page.evaluate(OUTSIDE) == [], width


def test_chips_of_one_line_do_not_touch_those_of_the_next(reader):
    page = reader(320).open("ledger/")
    lines = sorted({(top, bottom) for top, bottom in page.locator("li > .cb-chip").evaluate_all(CHIPS)})
    assert len(lines) > 1
    for (_, bottom), (top, _) in pairwise(lines):
        assert top - bottom >= 2


def test_a_table_that_scrolls_is_in_reach_of_the_keyboard(reader):
    page = reader(240).open("pictures/")
    for summary in page.locator(".cb-numbers > summary").all():
        summary.click()
    tables = page.locator(".cb-numbers > table")
    expect(page.locator("table[tabindex]")).not_to_have_count(0)
    reached = tables.evaluate_all(SCROLLING)
    assert reached
    assert set(reached) == {0}
    page.set_viewport_size({"width": 1400, "height": 900})
    expect(page.locator("table[tabindex]")).to_have_count(0)
