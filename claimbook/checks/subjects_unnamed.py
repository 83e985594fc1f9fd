"""A claim about animals or cells does not say so in its statement.

Whoever reads “tea leads to more running” thinks of people. What happens in mice or in a dish often does
not happen in people, so the sentence itself has to say where it was seen: it is the part that is searched
for and passed on.

Name them in the statement: “In mice, …”, “In cultured cells, …”. If people were studied as well, write a
claim of its own about them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.checks.example import MICE, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

EXAMPLE = swap(MICE, "In mice, tea may lead", "Tea may lead")

# Whole words, whatever their case; words with an everyday sense of their own, such as "bear", are left out.
_ANIMALS = r"""
animals? mammals? vertebrates? invertebrates? mouse mice murine rats? rodents? gerbils? hamsters? voles?
squirrels? guinea[-\s]pigs? rabbits? ferrets? minks? hedgehogs? shrews? cats? kittens? dogs? pupp(?:y|ies)
pups? wolves whales? dolphins? pigs? piglets? swine porcine cows? calves cattle bovine sheep lambs? ovine
goats? deer horses? equine donkeys? camels? elephants? monkeys? macaques? marmosets? baboons? apes?
chimpanzees? bonobos? gorillas? orang-?utans? lemurs? primates? birds? chickens? chicks? hens? pigeons?
doves? quails? ducks? geese goose finch(?:es)? sparrows? songbirds? parrots? owls? starlings? penguins? fish
fishes zebrafish salmon trout carp sharks? medaka sticklebacks? frogs? toads? tadpoles? newts? salamanders?
axolotls? xenopus lizards? geckos? snakes? turtles? tortoises? insects? fly flies fruitfl(?:y|ies) drosophila
bees? honeybees? bumblebees? wasps? hornets? ants? termites? beetles? weevils? moths? butterfl(?:y|ies)
caterpillars? silkworms? larvae? mosquito(?:es|s)? midges? aphids? locusts? grasshoppers? cockroach(?:es)?
mites? spiders? worms? nematodes? earthworms? planarians? flatworms? leech(?:es)? snails? slugs? squids?
octopus(?:es)? cuttlefish mussels? clams? oysters? crabs? crayfish lobsters? shrimps? krill corals?
jellyfish hydra urchins? starfish"""
_CELLS = r"""
cells? cellular in[-\s]vitro ex[-\s]vivo cultures? cultured slices? tissues? biops(?:y|ies) dish(?:es)?
test[-\s]tubes? neurone?s? astrocytes? microglia fibroblasts? keratinocytes? hepatocytes? myocytes?
cardiomyocytes? adipocytes? macrophages? lymphocytes? leu[ck]ocytes? neutrophils? erythrocytes? platelets?
oocytes? sperm embryos? organoids? spheroids? yeasts? bacteri(?:a|um) microbes? archaea algae? fung(?:i|us)
amoebae?"""


def _words(listed: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(listed.split())})\b", re.IGNORECASE)


_NAMES = {"animals": _words(_ANIMALS), "cells": _words(_CELLS)}
_SUCH_AS = {"animals": "“In mice, …”", "cells": "“In cultured cells, …”"}


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each statement about animals or cells that names none."""
    names = _NAMES.get(claim.about or "")
    if names and claim.statement is not None and not names.search(claim.statement):
        message = f"the claim is about {claim.about}, and the statement does not say so"
        hint = f"name them: {_SUCH_AS[claim.about or '']}"
        yield claim.origin.problem("subjects-unnamed", "statement", message, hint)
