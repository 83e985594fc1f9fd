"""Records on tea as other programs and services give them."""

from __future__ import annotations

import json

BIBTEX = r"""
@article{kim_tea_2031,
	title = {Tea and sleep: a {DNA} study of {\textit{Camellia}} in caf{\'e}s \& homes},
	volume = {12},
	issn = {1234-5678},
	url = {https://example.org/tea_x},
	doi = {10.1234/tea_2031},
	abstract = {Nobody needs this.},
	number = {3},
	pages = {11--19},
	journal = {Journal of Tea},
	author = {Kim, Ann and van der Berg, Jan and {World Tea Group} and M{\"u}ller, Karl},
	month = may,
	year = {2031},
	note = {PMID: 31000009},
}

@article{broken_2032,
	title = {A title whose brace is {open,
	year = {2032},
	author = {Lee, Zoe}

@book{lee_kettles_2033,
	title = {Kettles},
	author = {Lee, Zoe and others},
	publisher = {Copper Press},
	year = {2033},
	isbn = {978-3-16-148410-0},
}
"""

RIS = """\
TY  - JOUR
TI  - Tea and sleep
AU  - Kim, Ann
AU  - World Tea Group
T2  - Journal of Tea
DA  - 2031/05/02/
PY  - 2031
VL  - 12
IS  - 3
SP  - 11
EP  - 19
DO  - 10.1234/tea_2031
UR  - https://example.org/tea
N1  - PMID: 31000009
ER  -\x20

TY  - JOUR
TI  - A record that breaks off
AU  - Lee, Zoe

TY  - BOOK
TI  - Kettles
AU  - Lee, Zoe, Jr.
PY  - 2033
PB  - Copper Press
ER  -\x20
"""

ITEM = {
    "id": "http://zotero.org/users/1/items/ABC",
    "type": "article-journal",
    "abstract": "Nobody needs this.",
    "container-title": "Journal of Tea",
    "DOI": "https://doi.org/10.1234/Tea_2031",
    "note": "PMID: 31000009\nPMCID: PMC77",
    "page": "11–19",
    "title": 'Tea and &lt;i&gt;sleep&lt;/i&gt; &amp; <span class="nocase">rest</span>',
    "URL": "https://example.org/tea",
    "author": [{"family": "Kim", "given": "Ann"}, {"literal": "World Tea Group"}],
    "accessed": {"date-parts": [["2031", 6, 1]]},
    "issued": {"date-parts": [["2031", 5, 2]]},
}
BOOK = {
    "type": "book",
    "title": "Kettles",
    "author": [{"family": "Lee"}],
    "issued": {"literal": "spring 2033"},
}
CSL = "[\n" + json.dumps(ITEM, indent=2) + ',\n{"type": "book", "title": \n},\n' + json.dumps(BOOK) + "\n]\n"

WORK = {
    "type": "journal-article",
    "title": ["Tea and sleep"],
    "subtitle": ["A trial"],
    "container-title": ["Journal of Tea"],
    "publisher": "Copper Press",
    "author": [{"given": "Ann", "family": "Kim", "sequence": "first"}, {"name": "World Tea Group"}],
    "issued": {"date-parts": [[2031, 5]]},
    "volume": "12",
    "page": "11-19",
    "DOI": "10.1234/tea_2031",
    "URL": "https://doi.org/10.1234/tea_2031",
}


def crossref(**changes):
    """What Crossref answers on a work."""
    return json.dumps({"status": "ok", "message": {**WORK, **changes}}).encode()


def pubmed(
    citation="", pmid="31000009", types="<PublicationType>Randomized Controlled Trial</PublicationType>"
):
    """What EFetch answers on a PMID; `citation` stands behind the article."""
    return f"""<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "x.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">{pmid}</PMID><Article>
<Journal><JournalIssue><Volume>12</Volume><Issue>3</Issue><PubDate><Year>2031</Year><Month>May</Month></PubDate>
</JournalIssue><Title>Journal of Tea</Title></Journal>
<ArticleTitle>Tea, <i>Camellia</i> and sleep.</ArticleTitle><Pagination><MedlinePgn>11-9</MedlinePgn></Pagination>
<AuthorList CompleteYN="N"><Author><LastName>Kim</LastName><ForeName>Ann</ForeName></Author>
<Author><CollectiveName>World Tea Group</CollectiveName></Author></AuthorList>
<PublicationTypeList>{types}</PublicationTypeList></Article>{citation}</MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="doi">10.1234/TEA_2031</ArticleId>
<ArticleId IdType="pmc">PMC77</ArticleId></ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>""".encode()
