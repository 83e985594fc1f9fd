"""The tiny base about tea, grown until every field that there is stands in it somewhere."""

from __future__ import annotations

from claimbook.checks.example import BASE, CLAIM, LAY, LAY_TEXT, MICE, MICE_STUDY, STUDY, VOCABULARY

HELP = "claims/help-lines.yaml"
METHOD = "claims/method.yaml"
REVIEW = "sources/ito2020.yaml"
REVIEW_TEXT = "sources/ito2020.txt"
PART = "sources/kim2021.yaml"
SPARE = "sources/spare2018.yaml"
GUIDE = "claims/tea/label-names-a-dose.yaml"
LABEL = "sources/tea-label.yaml"

RICH: dict[str, str] = {
    **BASE,
    "claims/topics.yaml": """\
- id: tea
  title: Tea
  question: What does tea do?
  summary: It may keep people awake.
  gaps: ["Does white tea do the same?"]
- {id: coffee, title: Coffee, question: "What does coffee do?", summary: Nothing stands here yet.}
""",
    VOCABULARY: BASE[VOCABULARY],
    HELP: """\
- country: Nowhere
  name: The tea line
  how: "call 12 34"
  url: https://example.org/help
  checked: 2026-11-01
""",
    METHOD: """\
found: We read what two libraries hold on tea.
until: 2026-11-01
left_out:
  - {title: On tea, why: No page of its own was found., doi: 10.1234/tea.1}
""",
    CLAIM: """\
statement: Green tea may keep people awake for longer.
about: people
plain: People who drank green tea fell asleep later. This is no breakthrough. One study looked at it.
certainty: low
reasons:
  - {domain: imprecision, note: Few people were looked at.}
  - {domain: indirectness, note: All of them were young.}
evidence:
  - source: web-tea
    stance: supports
    quote: "Tea keeps everybody awake"
    context: {before: All agree., after: all night.}
    reading: overstated
    fit: It speaks of everybody; the study saw a small difference.
    limits: It names no one.
  - source: web-tea
    stance: qualifies
    quote: "Tea is of course [...] good for every sleeper"
    elision: checked
    reading: accurate
    fit: It says for whom it is not good.
  - source: web-tea
    stance: disputes
    quote: "drink tea when they are tired"
    reading: unsupported
    fit: No study here looked at it.
    allow: [{rule: context-negation, because: The context is told in the fit.}]
  - source: ito2020
    stance: supports
    quote: "Tea delayed sleep in most trials"
    finding: Pooled over 9 trials, tea delayed sleep.
    figures: ["9 trials"]
    passage: {section: Results, starts: Tea delayed sleep, ends: in most trials}
    limits: The trials were small.
    graded: low
    subjects: people
    design: meta-analysis
  - source: kim2019
    stance: supports
    finding: In 48 adults, those given green tea fell asleep 20 minutes later.
    figures: ["48 adults", "20 minutes"]
    passage: {section: Results, starts: Adults who drank, ends: than with water}
  - source: kim2021
    stance: qualifies
    finding: The same adults no longer differed after a month.
    passage: {section: Results, starts: After a month, ends: no longer differed}
related:
  - {claim: mice-run-on-tea, as: see-also}
  - {claim: label-names-a-dose, as: explains}
treatment: [green-tea]
safety: [scald]
tags: [sleep, leaves]
would_change: A trial in more people that finds no difference.
changes:
  - {date: 2026-10-01, what: Less sure than before., why: A second look at the same people.}
formerly: [tea-keeps-us-awake]
allow:
  - {rule: banned-word, because: It says that it is none.}
reviewed: 2026-11-01
""",
    GUIDE: """\
statement: The 2020 label of Tea Ltd names a dose of one cup.
about: guidance
plain: The maker's label says one cup a day.
certainty: high
evidence:
  - source: tea-label
    stance: supports
    finding: The label of 2020 names one cup a day.
    passage: {section: Use, starts: One cup a day, ends: for a grown person}
reviewed: 2026-11-01
""",
    MICE: BASE[MICE],
    LAY: """\
kind: lay-page
csl: {type: webpage, title: Ten things about tea}
lay: {publisher: unknown, paraphrased: true, signs: ["the title promises ten things"]}
set_aside:
  - {quote: Subscribe to our letter, reason: advertising, context: {before: every sleeper, after: You should}}
  - {quote: All agree., reason: repeats}
  - {quote: Some say tea keeps everybody, reason: repeats}
  - {quote: Subscribe to our letter today, reason: advertising}
allow: [{rule: unaccounted-sentence, because: The last sentence is looked at next.}]
""",
    LAY_TEXT: (
        "All agree. Tea keeps everybody awake all night. Some say tea keeps everybody awake at work. "
        "Tea is of course not only good for every sleeper. Subscribe to our letter! "
        "You should not drink tea when they are tired. Subscribe to our letter today. Boil the water.\n"
    ),
    STUDY: """\
kind: article
csl:
  type: article-journal
  title: Green tea and sleep
  author: [{family: Kim, given: A}]
  DOI: 10.1234/tea.2019
  PMID: "31000001"
more_authors: true
study:
  design: randomized-trial
  subjects: [people]
  population: young adults
  participants: 48
  treatment: [green-tea]
  funding: other
  registration: TEA-7
access: {read: abstract, license: unknown}
status: {is: corrected, notice: 10.1234/tea.2019.1, date: 2020-01-01}
""",
    PART: """\
kind: article
csl: {type: article-journal, title: Green tea and sleep a month later, DOI: 10.1234/tea.2021}
study: {design: randomized-trial, subjects: people, part_of: kim2019, treatment: [green-tea]}
""",
    REVIEW: """\
kind: article
csl: {type: article-journal, title: A pooled look at tea, DOI: 10.1234/pool.2020}
study: {design: meta-analysis, of: randomized-trial, subjects: people, treatment: [green-tea]}
access: {read: full, license: CC-BY-4.0}
""",
    REVIEW_TEXT: "Tea delayed sleep in most trials. More trials are needed.\n",
    SPARE: """\
kind: article
csl: {type: article-journal, title: Tea in winter, DOI: 10.1234/spare.2018}
study: {design: cohort, subjects: people}
allow: [{rule: orphan-source, because: A claim about winter is to come.}]
""",
    LABEL: """\
kind: label
csl: {type: webpage, title: Label of Tea, URL: "https://example.org/label"}
study: {design: drug-label, subjects: people}
""",
    MICE_STUDY: BASE[MICE_STUDY],
}
