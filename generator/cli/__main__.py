"""`python -m generator.cli`: the command without its script."""

from generator.cli import main

main()
