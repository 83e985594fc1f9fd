#!/usr/bin/env python3
"""Check the claims and build the site; `python build_claims.py --help` lists the commands."""

from pathlib import Path

from claimbook.cli import main

if __name__ == "__main__":
    main(Path(__file__).parent)
