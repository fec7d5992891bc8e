"""Invented sample data (サンプル) of this repository's project, made again by one command."""
