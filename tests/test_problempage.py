"""The page that shows problems in the browser."""

from claimbook.problempage import problem_page


def test_the_problem_page_counts_and_escapes():
    page = problem_page(["a <b>", "c & d\n  e {x}"]).decode()
    assert "<title>2 problems to mend</title>" in page
    assert "<li><pre>a &lt;b&gt;</pre></li>\n<li><pre>c &amp; d\n  e {x}</pre></li>" in page
    assert "//" not in page
