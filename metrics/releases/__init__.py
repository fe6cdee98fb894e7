"""Releases: a publisher's file becomes figures of a folder, each a vintage of its series.

In: the bytes of a file, a mapping, the records of a folder. Out: a :class:`~metrics.releases.preview.Preview`: what the file
adds, what it revises, what it does to the verdicts, and everything in it that is not understood; and the files to write.
The way is: bytes -> grids -> figures -> preview -> files. Nothing is replaced: a figure of a later day stands beside the
earlier one.
"""
