"""Builds public impact-report websites from a plan, its indicators and their numbers."""

__version__ = "0.1.0"
