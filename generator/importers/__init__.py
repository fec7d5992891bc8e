"""Turns what other tools keep into a project of ours."""
