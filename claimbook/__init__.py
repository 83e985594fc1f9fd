"""A literature knowledge base whose claims are checked against their sources, quote by quote."""

__version__ = "0.1.0"
