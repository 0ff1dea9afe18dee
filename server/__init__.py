"""Atelje: the place where a mentoring relationship lives online."""

VERSION = "0.1.0"
