"""`python -m factcheck.cli`: the same as `factcheck`."""

from factcheck.cli import main

main()
